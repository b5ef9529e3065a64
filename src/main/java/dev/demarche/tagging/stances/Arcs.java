package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.List;

/** Tells how phrases stand to a word that may say an act: what the clause's grammar and the distance show. Used by one thread. */
final class Arcs {
  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final Contexts contexts;

  Arcs(Document document, Phrases phrases, Clauses clauses, Speakers speakers, Contexts contexts) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.contexts = contexts;
  }

  /** For each of the sentence's parties a bit for each {@link ArcFeature}. */
  long[] of(Trigger trigger, List<Party> parties) {
    int t = trigger.token();
    Sentence sentence = document.sentenceAt(t);
    VerbGroup verb = trigger.verb();
    VerbGroup clause = verb != null ? verb : phrases.verbBefore(t);
    Subject subject = verb == null ? null : clauses.subject(verb);
    VerbGroup governor = phrases.verbBefore(verb == null ? t : verb.from());
    Subject governors = governor == null ? null : clauses.subject(governor);
    int end = verb == null ? sentence.to() : contexts.clauseEnd(verb);
    int behind = verb == null ? t + 1 : verb.to();
    NounPhrase object = phrases.nounAt(behind);
    NounPhrase own = verb == null ? phrases.nounAt(t) : null;
    Attributed within = speakers.holding(t);
    int nearBefore = -1;
    int nearBehind = -1;
    int nameBefore = -1;
    int nameBehind = -1;
    for (int p = 0; p < parties.size(); p++) {
      Party party = parties.get(p);
      if (party.head() < t) {
        nearBefore = p;
        nameBefore = party.is(PartyFeature.NAMED) ? p : nameBefore;
      } else if (party.head() > t) {
        nearBehind = nearBehind < 0 ? p : nearBehind;
        nameBehind = nameBehind < 0 && party.is(PartyFeature.NAMED) ? p : nameBehind;
      }
    }
    long[] arcs = new long[parties.size()];
    for (int p = 0; p < arcs.length; p++) {
      Party party = parties.get(p);
      Mask mask = new Mask();
      subject(mask, subject, party);
      if (governors != null && governors.from() <= party.head() && party.head() < governors.to()) {
        mask.add(ArcFeature.GOVERNORS_SUBJECT);
      }
      mask.add(governor != null && party.from() == governor.to(), ArcFeature.GOVERNORS_OBJECT);
      mask.add(object != null && object.from() == behind && party.head() == object.head(), ArcFeature.OBJECT);
      mask.add(object != null && object.from() == behind && party.head() != object.head() && object.from() <= party.from()
          && party.to() <= object.to(), ArcFeature.WITHIN_OBJECT);
      if (own != null && own.from() <= party.from() && party.to() <= own.to()) {
        mask.add(ArcFeature.SAME_PHRASE);
        mask.add(party.is(PartyFeature.OWNS) ? ArcFeature.OWNER_OF_TRIGGER : ArcFeature.MODIFIES_TRIGGER);
      }
      preposition(mask, party, behind, verb);
      distance(mask, party, t);
      mask.add(p == nearBefore, ArcFeature.NEAREST_BEFORE);
      mask.add(p == nearBehind, ArcFeature.NEAREST_BEHIND);
      mask.add(p == nameBefore, ArcFeature.NEAREST_NAME_BEFORE);
      mask.add(p == nameBehind, ArcFeature.NEAREST_NAME_BEHIND);
      mask.add(within != null && within.report().source() != null && within.report().source().from() <= party.head()
          && party.head() < within.report().source().to(), ArcFeature.SPEAKER);
      mask.add(document.quoteIndex(party.head()) != document.quoteIndex(t), ArcFeature.OTHER_QUOTE);
      mask.add(clause != null && party.head() >= clause.from() && party.head() < end, ArcFeature.IN_CLAUSE);
      mask.add(document.lower(party.from() - 1).equals("and") || document.lower(party.from() - 1).equals("or"), ArcFeature.LISTED);
      arcs[p] = mask.bits;
    }
    return arcs;
  }

  private static void subject(Mask mask, Subject subject, Party party) {
    if (subject == null || party.head() < subject.from() || party.head() >= subject.to()) {
      return;
    }
    boolean head = subject.heads().stream().anyMatch(noun -> noun.head() == party.head());
    mask.add(!head ? ArcFeature.IN_SUBJECT : switch (subject.of()) {
      case BESIDE -> ArcFeature.SUBJECT_BESIDE;
      case RELATIVE -> ArcFeature.SUBJECT_RELATIVE;
      case SHARED -> ArcFeature.SUBJECT_SHARED;
    });
  }

  private void preposition(Mask mask, Party party, int behind, VerbGroup verb) {
    NounPhrase noun = phrases.nounAt(party.head());
    int before = (noun == null ? party.from() : noun.from()) - 1;
    if (before < 0 || document.token(before).pos() != Pos.ADP && !document.lower(before).equals("to")) {
      return;
    }
    ArcFeature preposition = switch (document.lower(before)) {
      case "to" -> ArcFeature.TO;
      case "with" -> ArcFeature.WITH;
      case "against" -> ArcFeature.AGAINST;
      case "on", "upon" -> ArcFeature.ON;
      case "of" -> ArcFeature.OF;
      case "for" -> ArcFeature.FOR;
      case "from" -> ArcFeature.FROM;
      case "in", "into", "inside" -> ArcFeature.IN;
      case "at" -> ArcFeature.AT;
      case "between" -> ArcFeature.BETWEEN;
      case "by" -> ArcFeature.BY;
      default -> ArcFeature.OTHER_PREPOSITION;
    };
    mask.add(preposition);
    mask.add(preposition == ArcFeature.BY && before >= behind && (verb == null || verb.passive() || !verb.auxiliary()), ArcFeature.AGENT);
    mask.add(before == behind, ArcFeature.FIRST_BEHIND);
  }

  private void distance(Mask mask, Party party, int t) {
    int from = Math.min(t, party.head());
    int to = Math.max(t, party.head());
    int gap = to - from;
    mask.add(party.head() < t, ArcFeature.BEFORE);
    mask.add(gap <= 1 ? ArcFeature.NEAR_1 : gap <= 3 ? ArcFeature.NEAR_3 : gap <= 7 ? ArcFeature.NEAR_7 : gap <= 15 ? ArcFeature.NEAR_15 : ArcFeature.FAR);
    int verbs = 0;
    boolean comma = false;
    for (int i = from + 1; i < to; i++) {
      comma |= document.lower(i).equals(",");
      verbs += phrases.verbAt(i) != null && phrases.verbAt(i).main() == i ? 1 : 0;
    }
    mask.add(verbs == 0 ? ArcFeature.NO_VERB_BETWEEN : verbs == 1 ? ArcFeature.ONE_VERB_BETWEEN : ArcFeature.MORE_VERBS_BETWEEN);
    mask.add(comma, ArcFeature.COMMA_BETWEEN);
  }

  private static final class Mask {
    private long bits;

    void add(ArcFeature feature) {
      bits |= 1L << feature.ordinal();
    }

    void add(boolean holds, ArcFeature feature) {
      if (holds) {
        add(feature);
      }
    }
  }
}
