package dev.demarche.tagging.stances;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.stances.ConditionMarker.Kind;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;

/** Says who sets a condition: the speaker; else who demands it, or who would do what follows. Used by one thread. */
final class ConditionSetter {
  private static final int NEAR = 8;

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;

  ConditionSetter(Document document, Phrases phrases, Clauses clauses, Speakers speakers) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
  }

  /** Who sets the condition of {@code marker}, or null; {@code main} is the main verb beside it, or null. */
  Who setter(ConditionMarker marker, VerbGroup main) {
    Attributed within = speakers.holding(marker.from());
    if (within != null && within.who() != null) {
      return within.who();
    }
    if (main == null) {
      return null;
    }
    VerbGroup demand = phrases.verbBefore(main.from());
    boolean demanded = demand != null && Commitments.demands(document.lower(demand.main()));
    if (main.passive() && !demanded) {
      return agent(main);
    }
    if (!demanded && marker.kind() == Kind.BEFORE && main.modal() != null && !main.negated()) {
      return null;
    }
    NounPhrase behind = main.modal() != null && main.to() == main.from() + 1 ? phrases.nounAt(main.to()) : null;
    if (behind != null && behind.from() == main.to()) {
      return known(speakers.who(behind));
    }
    Subject subject = clauses.subject(demanded ? demand : main);
    return subject == null ? null : known(speakers.who(subject));
  }

  private Who agent(VerbGroup verb) {
    for (int k = verb.to(); k < verb.to() + NEAR; k++) {
      NounPhrase noun = phrases.nounAt(k + 1);
      if (document.lower(k).equals("by") && noun != null && document.sentenceAt(verb.main()).holds(k)) {
        return known(speakers.who(noun));
      }
    }
    return null;
  }

  private static Who known(Who who) {
    return who.kind() == SpeakerKind.UNKNOWN && !who.named() ? null : who;
  }
}
