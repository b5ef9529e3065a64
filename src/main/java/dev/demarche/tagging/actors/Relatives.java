package dev.demarche.tagging.actors;

import dev.demarche.domain.EntityType;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.VerbGroup;
import java.util.Set;

/** Whom "who", "whom" and "whose" mean: the person before them. Asked in order of the text; used by one thread. */
final class Relatives {
  private static final Set<String> WORDS = Set.of("who", "whom", "whose");
  private static final Set<String> LINKS = Set.of("of", "for", "in", "from", "at", "on", "to");
  /** Behind these "who" asks: "asked Moe who had won". */
  private static final Set<String> ASKING = Set.of("ask", "asks", "asked", "asking", "tell", "tells", "told", "telling", "show", "shows", "showed",
      "showing", "remind", "reminds", "reminded", "reminding");
  private static final int LONGEST = 4;

  private final Document document;
  private final Phrases phrases;
  private final Meanings meanings;

  Relatives(Document document, Phrases phrases, Meanings meanings) {
    this.document = document;
    this.phrases = phrases;
    this.meanings = meanings;
  }

  /** Whom the token means, or null: it is no relative pronoun, or nobody with a name stands before it. */
  Who who(int token) {
    int sentence = document.sentenceAt(token).from();
    if (!WORDS.contains(document.lower(token)) || token == sentence) {
      return null;
    }
    int end = token;
    if (end - 1 > sentence && (document.token(end - 1).pos() == Pos.ADP || LINKS.contains(document.lower(end - 1)))) {
      end--;
    }
    boolean comma = document.lower(end - 1).equals(",");
    end -= comma ? 1 : 0;
    NounPhrase noun = end > sentence ? phrases.nounAt(end - 1) : null;
    if (noun == null || noun.to() != end || !comma && asked(noun)) {
      return null;
    }
    boolean restrictive = !comma && document.token(noun.head()).pos() == Pos.PROPN && LINKS.contains(document.lower(noun.from() - 1));
    noun = restrictive ? before(noun, sentence) : noun;
    for (int steps = 0; noun != null && steps < LONGEST; steps++) {
      Who who = meanings.who(noun.head());
      if (who != null && who.kind() == SpeakerKind.PERSON && who.type() == EntityType.PERSON) {
        return who;
      }
      if (who == null && Descriptions.person(document.lower(noun.head())) && !apposed(noun)) {
        return null;
      }
      noun = before(noun, sentence);
    }
    return null;
  }

  private boolean asked(NounPhrase noun) {
    VerbGroup verb = phrases.verbAt(noun.from() - 1);
    return verb != null && ASKING.contains(document.lower(verb.main()));
  }

  private boolean apposed(NounPhrase noun) {
    return document.lower(noun.from() - 1).equals(",");
  }

  /** The noun phrase that {@code noun} hangs on, "the leader of the party", or stands beside, "Moe, the leader"; or null. */
  private NounPhrase before(NounPhrase noun, int sentence) {
    int link = noun.from() - 1;
    boolean linked = link > sentence && (LINKS.contains(document.lower(link)) || apposed(noun));
    NounPhrase before = linked ? phrases.nounAt(link - 1) : null;
    return before == null || before.to() != link ? null : before;
  }
}
