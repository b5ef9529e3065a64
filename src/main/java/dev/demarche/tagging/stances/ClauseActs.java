package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.actors.Cast;
import dev.demarche.tagging.stances.ActLexicon.Pattern;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.VerbGroup;

/** The act that a verb says with the words behind it, by the lexicon. Used by one thread. */
final class ClauseActs {
  private final Document document;
  private final Phrases phrases;
  private final Cast cast;
  private final ActLexicon acts = ActLexicon.standard();

  ClauseActs(Document document, Phrases phrases, Cast cast) {
    this.document = document;
    this.phrases = phrases;
    this.cast = cast;
  }

  /** The act, or null where the lexicon has none. Modals and negations do not count. */
  Act act(VerbGroup verb) {
    for (Pattern pattern : acts.patterns(document.lower(verb.main()))) {
      if (matches(pattern, verb)) {
        return pattern.act() == Act.STATE ? null : pattern.act();
      }
    }
    NounPhrase object = phrases.nounAt(verb.to());
    boolean rings = document.lower(verb.main()).startsWith("call") && object != null && object.from() == verb.to()
        && cast.at(object.head()) != null && cast.at(object.head()).type() == EntityType.PERSON
        && phrases.nounAt(object.to()) == null && document.quoteIndex(object.to()) < 0 && phrases.verbAt(object.to()) == null;
    return rings ? Act.CONSULT : null;
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
    if (pattern.nouns().isEmpty()) {
      return true;
    }
    int end = document.sentenceAt(verb.main()).to();
    for (int i = verb.to(); i < end && i - verb.to() < 7; i++) {
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
