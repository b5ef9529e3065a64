package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.stances.ActLexicon.Pattern;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.VerbGroup;

/** What the lexicon says of the verbs of a document, by the words behind them. Used by one thread. */
final class LexicalActs {
  private static final int REACH = 7;

  private final ActLexicon acts = ActLexicon.standard();
  private final Document document;
  private final Phrases phrases;
  private final Cast cast;

  LexicalActs(Document document, Phrases phrases, Cast cast) {
    this.document = document;
    this.phrases = phrases;
    this.cast = cast;
  }

  /** The act of the verb without its modal and negation; STATE where the lexicon says that it is none; null where it does not know the verb. */
  Act known(VerbGroup verb) {
    for (Pattern pattern : acts.patterns(document.lower(verb.main()))) {
      if (matches(pattern, verb)) {
        return pattern.act();
      }
    }
    return rings(verb) ? Act.CONSULT : null;
  }

  /** The act of the verb without its modal and negation; null where it is none. */
  Act of(VerbGroup verb) {
    Act act = known(verb);
    return act == Act.STATE ? null : act;
  }

  /** "called the president": nothing stands behind whom he calls. */
  private boolean rings(VerbGroup verb) {
    NounPhrase object = phrases.nounAt(verb.to());
    return document.lower(verb.main()).startsWith("call") && object != null && object.from() == verb.to()
        && cast.at(object.head()) != null && cast.at(object.head()).type() == EntityType.PERSON
        && phrases.nounAt(object.to()) == null && document.quoteIndex(object.to()) < 0 && phrases.verbAt(object.to()) == null;
  }

  private boolean matches(Pattern pattern, VerbGroup verb) {
    int k = verb.to();
    for (String particle : pattern.particles()) {
      int hop = 0;
      while (hop < 3 && !document.lower(k).equals(particle) && document.token(Math.min(k, document.tokens().size() - 1)).word()
          && phrases.verbAt(k) == null && phrases.nounAt(k) == null) {
        k++;
        hop++;
      }
      if (!document.lower(k).equals(particle)) {
        return false;
      }
      k++;
    }
    return pattern.nouns().isEmpty() || nounBehind(pattern, verb);
  }

  private boolean nounBehind(Pattern pattern, VerbGroup verb) {
    int end = document.sentenceAt(verb.main()).to();
    for (int i = verb.to(); i < end && i - verb.to() < REACH; i++) {
      if (pattern.nouns().contains(document.lower(i))) {
        return true;
      }
      if (document.lower(i).equals(",") || document.lower(i).equals("that")) {
        return false;
      }
    }
    return false;
  }
}
