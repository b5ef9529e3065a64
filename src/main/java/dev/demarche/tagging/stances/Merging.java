package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.stances.Attitudes.Attitude;
import dev.demarche.tagging.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what rules and model find in a sentence. Used by one thread. */
final class Merging {
  /**
   * How sure the model must be that a word says an act: in general, where rules know the verb and found none, and where the verb is negated, which
   * seldom amounts to a refusal. Chosen on held-out sentences, and on the gold articles of our own that do not judge.
   */
  private static final double ADDS = 0.85;
  private static final double ADDS_KNOWN = 0.9;
  private static final double ADDS_NEGATED = 0.97;
  /** How sure it must be that a word says nothing to take away what rules found. */
  private static final double DROPS = 0.8;
  /** How sure it must be of another act than the rules': in general, and where the verb is negated or the act turns for into against. */
  private static final double RENAMES = 0.6;
  private static final double TURNS = 0.9;
  /** How sure it must be of another target. */
  private static final double TARGETS = 0.7;
  /** What it may give at most to a target of the rules that it replaces. */
  private static final double MISSES = 0.15;

  /** How far a noun stands behind the verb whose object it is, in tokens. */
  private static final int BESIDE = 3;

  private final LexicalActs lexical;
  private final LearnedStances learned;
  private final Speakers speakers;
  private final Map<Integer, List<FoundStance>> ruled = new LinkedHashMap<>();

  Merging(List<FoundStance> ruled, LexicalActs lexical, LearnedStances learned, Speakers speakers) {
    this.lexical = lexical;
    this.learned = learned;
    this.speakers = speakers;
    for (FoundStance stance : ruled) {
      int at = stance.trigger() >= 0 ? stance.trigger() : stance.from();
      this.ruled.computeIfAbsent(at, token -> new ArrayList<>()).add(stance);
    }
  }

  /** The sentence's stances; {@code reading} is null where the model thinks nothing of it. */
  List<FoundStance> stances(Sentence sentence, SentenceReading reading, List<Attitude> attitudes) {
    List<FoundStance> all = new ArrayList<>();
    Map<Integer, Integer> triggers = new HashMap<>();
    for (int t = 0; reading != null && t < reading.triggers().size(); t++) {
      triggers.put(reading.triggers().get(t).token(), t);
    }
    for (int token = sentence.from(); token < sentence.to(); token++) {
      List<FoundStance> rules = ruled.remove(token);
      Integer t = triggers.get(token);
      if (rules != null) {
        all.addAll(t == null ? rules : checked(rules, reading, t));
      } else if (t != null && adds(reading, t)) {
        learned.of(reading, t).stream().filter(stance -> all.stream().noneMatch(other -> same(stance, other))).forEach(all::add);
      }
    }
    List<FoundStance> own = all.stream().filter(stance -> !argument(stance, all, triggers, reading)).toList();
    return coloured(own, attitudes);
  }

  /** "refuses to remove the ban", "dropped its demand": a noun within what the same holder's verb does, or right behind a verb, is no act of its own. */
  private boolean argument(FoundStance stance, List<FoundStance> all, Map<Integer, Integer> triggers, SentenceReading reading) {
    Integer t = triggers.get(stance.trigger());
    if (t == null || reading.triggers().get(t).verb() != null) {
      return false;
    }
    return all.stream().anyMatch(other -> other != stance && other.trigger() >= 0 && other.trigger() < stance.trigger() && stance.trigger() < other.to()
        && (other.holder().same(stance.holder()) || stance.trigger() - other.trigger() <= BESIDE) && other.act() != stance.act()
        && verb(other, triggers, reading));
  }

  private static boolean verb(FoundStance stance, Map<Integer, Integer> triggers, SentenceReading reading) {
    Integer t = triggers.get(stance.trigger());
    return t == null || reading.triggers().get(t).verb() != null;
  }

  private boolean adds(SentenceReading reading, int t) {
    Trigger trigger = reading.triggers().get(t);
    boolean known = trigger.verb() != null && lexical.known(trigger.verb()) != null;
    boolean asked = trigger.is(TriggerFeature.SUPPOSED) || trigger.is(TriggerFeature.OUGHT);
    boolean negated = trigger.is(TriggerFeature.NEGATED);
    double least = negated ? ADDS_NEGATED : known ? ADDS_KNOWN : ADDS;
    return !asked && !(known && negated) && 1 - reading.acts()[t][0] >= least;
  }

  /** Whether the two tell one act: the verb and its noun in "held talks". */
  private static boolean same(FoundStance one, FoundStance other) {
    return one.act() == other.act() && one.holder().same(other.holder()) && one.from() < other.to() && other.from() < one.to()
        && (one.target() == null || other.target() == null || one.target().same(other.target()));
  }

  private List<FoundStance> checked(List<FoundStance> rules, SentenceReading reading, int t) {
    double none = reading.acts()[t][0];
    if (none >= DROPS) {
      return List.of();
    }
    int act = reading.act(t);
    if (rules.size() == 1) {
      rules = List.of(learned.aimed(rules.get(0), reading, t, TARGETS, MISSES));
    }
    Act seen = StanceScorer.ACTS.get(act);
    boolean renames = renames(rules.get(0).act(), seen, reading.acts()[t][act + 1], reading.triggers().get(t));
    return renames ? rules.stream().map(stance -> stance.as(seen, 1 - none)).toList() : rules;
  }

  private static boolean renames(Act own, Act seen, double sure, Trigger trigger) {
    boolean turns = trigger.is(TriggerFeature.NEGATED) || own.polarity() * seen.polarity() < 0;
    return seen != own && !trigger.is(TriggerFeature.NO_LONGER) && sure >= (turns ? TURNS : RENAMES);
  }

  /**
   * With the polarity that the words show where the act itself is neither for nor against; an attitude towards somebody to whom no act is told is a stance of its own, STATE, unless the same one's act has no
   * target: that may be what shows it.
   */
  private List<FoundStance> coloured(List<FoundStance> stances, List<Attitude> attitudes) {
    List<FoundStance> all = new ArrayList<>(stances);
    for (Attitude attitude : attitudes) {
      boolean told = false;
      for (int i = 0; i < all.size(); i++) {
        FoundStance stance = all.get(i);
        if (stance.target() != null && stance.holder().same(attitude.from().who()) && stance.target().same(attitude.to().who())) {
          all.set(i, stance.act().polarity() == 0 ? stance.with(attitude.polarity()) : stance);
          told = true;
        }
      }
      told |= all.stream().anyMatch(stance -> stance.act() != Act.STATE && stance.target() == null && stance.holder().same(attitude.from().who()));
      if (!told) {
        Party from = attitude.from();
        Party to = attitude.to();
        all.add(new FoundStance(from.who(), from.from(), from.to(), Act.STATE, attitude.polarity(), to.who(), to.from(), to.to(), -1,
            Math.min(from.from(), to.from()), Math.max(from.to(), to.to()), speakers.holding(to.head()), attitude.confidence()));
      }
    }
    return all;
  }

  /** What rules found where no sentence was read. */
  List<FoundStance> rest() {
    List<FoundStance> all = new ArrayList<>();
    ruled.values().forEach(all::addAll);
    return all;
  }
}
