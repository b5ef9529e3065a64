package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Cast.Named;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.actors.Who;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;

/** Makes stances of what the model thinks of a sentence. Used by one thread. */
final class LearnedStances {
  private static final int REACH = 12;
  /** How sure the model must be of a target that is none by its words. */
  private static final double THINGS = 0.7;

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Speakers speakers;
  private final Contexts contexts;
  private final Targets lists;

  LearnedStances(Document document, Phrases phrases, Clauses clauses, Speakers speakers, Contexts contexts, Targets lists) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.speakers = speakers;
    this.contexts = contexts;
    this.lists = lists;
  }

  /** The stances that trigger {@code t} says, one for each holder and target; none where nobody in the sentence holds it. */
  List<FoundStance> of(SentenceReading reading, int t) {
    Trigger trigger = reading.triggers().get(t);
    Act act = StanceScorer.ACTS.get(reading.act(t));
    double sure = 1 - reading.acts()[t][0];
    List<FoundStance> found = new ArrayList<>();
    int h = SentenceReading.best(reading.holders()[t]);
    if (h == reading.parties().size() || nobody(reading.parties().get(h))) {
      return found;
    }
    List<Named> holders = holders(trigger, reading.parties().get(h));
    int g = target(reading, t, holders);
    Party target = g < 0 || nobody(reading.parties().get(g)) ? null : reading.parties().get(g);
    for (Named holder : holders) {
      List<Named> targets = target == null ? List.of() : lists.listed(named(target), holder.who(), document.sentenceAt(trigger.token()).to());
      targets = targets.stream().filter(one -> holders.stream().noneMatch(other -> other.who().same(one.who()))).toList();
      if (targets.isEmpty()) {
        found.add(stance(trigger, act, holder, null, sure));
      }
      targets.forEach(one -> found.add(stance(trigger, act, holder, one, sure)));
    }
    return found;
  }

  /** A pronoun that means nobody known. */
  private static boolean nobody(Party party) {
    return party.is(PartyFeature.PRONOUN) && !party.who().named() && !party.is(PartyFeature.FIRST_PERSON);
  }

  /**
   * A stance that rules found, towards the target that the model sees: instead of none where the model is at least {@code sure}; instead of another
   * one where the model gives that less than {@code misses}.
   */
  FoundStance aimed(FoundStance stance, SentenceReading reading, int t, double sure, double misses) {
    double[] shares = reading.targets()[t];
    int g = target(reading, t, List.of(new Named(stance.holderFrom(), stance.holderTo(), stance.holder())));
    boolean clear = shares[SentenceReading.best(shares)] >= sure;
    Party seen = g < 0 || nobody(reading.parties().get(g)) || reading.parties().get(g).who().same(stance.holder()) ? null : reading.parties().get(g);
    if (!clear || stance.target() == null && seen == null) {
      return stance;
    }
    if (stance.target() != null) {
      double own = 0;
      for (int p = 0; p < reading.parties().size(); p++) {
        Party party = reading.parties().get(p);
        own += party.who().same(stance.target()) || party.from() < stance.targetTo() && stance.targetFrom() < party.to() ? shares[p] : 0;
      }
      if (own >= misses) {
        return stance;
      }
    }
    return seen == null ? stance.towards(null, -1, -1) : stance.towards(seen.who(), seen.from(), seen.to());
  }

  private static Named named(Party party) {
    return new Named(party.from(), party.to(), party.who());
  }

  /** Joint subjects hold it each; a subject goes with what stands behind its noun. */
  private List<Named> holders(Trigger trigger, Party party) {
    Subject subject = trigger.verb() == null ? null : clauses.subject(trigger.verb());
    boolean within = subject != null && subject.heads().stream().anyMatch(noun -> noun.head() == party.head());
    if (!within) {
      return List.of(named(party));
    }
    if (subject.heads().size() == 1) {
      return List.of(new Named(subject.from(), subject.to(), speakers.who(subject)));
    }
    return subject.heads().stream().map(noun -> new Named(noun.from(), noun.to(), speakers.who(noun))).toList();
  }

  /** The likeliest target that is an actor; a name within a likelier phrase that is none stands for it. -1 for none. */
  private int target(SentenceReading reading, int t, List<Named> holders) {
    double[] shares = reading.targets()[t];
    int best = SentenceReading.best(shares);
    if (best == reading.parties().size()) {
      return -1;
    }
    Party party = reading.parties().get(best);
    if (actor(party) || !party.is(PartyFeature.NAMED) && shares[best] >= THINGS) {
      return best;
    }
    int inner = -1;
    for (int p = 0; p < reading.parties().size(); p++) {
      Party other = reading.parties().get(p);
      boolean inside = p != best && party.from() <= other.from() && other.to() <= party.to() || belongs(party, other);
      boolean own = holders.stream().anyMatch(holder -> holder.who().same(other.who()));
      if (inside && !own && actor(other) && (inner < 0 || shares[p] > shares[inner])) {
        inner = p;
      }
    }
    return inner;
  }

  /** "The decision of the court": the second phrase hangs on the first. */
  private boolean belongs(Party party, Party other) {
    NounPhrase noun = phrases.nounAt(other.head());
    return noun != null && noun.from() == party.to() + 1 && other.head() == noun.head() && List.of("of", "by", "from").contains(document.lower(party.to()));
  }

  private static boolean actor(Party party) {
    return party.is(PartyFeature.NAMED) ? !party.is(PartyFeature.PLACE)
        : party.is(PartyFeature.COMMON_PERSON) || party.is(PartyFeature.COMMON_PEOPLE) || party.is(PartyFeature.COMMON_BODY);
  }

  private FoundStance stance(Trigger trigger, Act act, Named holder, Named target, double sure) {
    int[] evidence = evidence(trigger, holder, target);
    return new FoundStance(holder.who(), holder.from(), holder.to(), act, target == null ? null : target.who(), target == null ? -1 : target.from(),
        target == null ? -1 : target.to(), trigger.token(), evidence[0], evidence[1], speakers.holding(trigger.token()), sure);
  }

  /** A verb's clause; a noun's phrase with its holder and target where they are near. */
  private int[] evidence(Trigger trigger, Named holder, Named target) {
    VerbGroup verb = trigger.verb();
    if (verb != null) {
      int from = contexts.clauseStart(verb);
      return new int[] {from, Math.max(contexts.clauseEnd(verb), verb.to())};
    }
    NounPhrase noun = phrases.nounAt(trigger.token());
    Sentence sentence = document.sentenceAt(trigger.token());
    int from = noun == null ? trigger.token() : noun.from();
    int to = noun == null ? trigger.token() + 1 : noun.to();
    for (Named one : target == null ? List.of(holder) : List.of(holder, target)) {
      if (sentence.holds(one.from()) && Math.abs(one.from() - trigger.token()) <= REACH) {
        from = Math.min(from, one.from());
        to = Math.max(to, one.to());
      }
    }
    return new int[] {from, to};
  }
}
