package dev.demarche.tagging.stances;

import dev.demarche.domain.Act;
import dev.demarche.tagging.actors.Speakers;
import dev.demarche.tagging.stances.Attitudes.Attitude;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what rules and model find in a sentence. Used by one thread. */
final class Merging {
  private static final double ADDS = Double.parseDouble(System.getProperty("st.adds", "0.5"));
  private static final double ADDS_KNOWN = Double.parseDouble(System.getProperty("st.known", "0.7"));
  private static final double DROPS = Double.parseDouble(System.getProperty("st.drops", "2"));
  private static final double RENAMES = Double.parseDouble(System.getProperty("st.renames", "2"));
  private static final double TARGETS = Double.parseDouble(System.getProperty("st.targets", "0.5"));
  private static final double MISSES = Double.parseDouble(System.getProperty("st.misses", "0.2"));
  private static final int FILL = Integer.getInteger("st.fill", 1);
  private static final boolean ARGUMENTS = !Boolean.getBoolean("st.noarguments");
  private static final boolean NOUNS = Boolean.getBoolean("st.nouns");
  private static final boolean RULES = !Boolean.getBoolean("st.norules");
  private static final boolean ATTITUDES = !Boolean.getBoolean("st.noattitudes");
  private static final boolean LEARNED = !Boolean.getBoolean("st.nolearned");

  private final Document document;
  private final LexicalActs lexical;
  private final LearnedStances learned;
  private final Speakers speakers;
  private final Map<Integer, List<FoundStance>> ruled = new LinkedHashMap<>();

  Merging(Document document, List<FoundStance> ruled, LexicalActs lexical, LearnedStances learned, Speakers speakers) {
    this.document = document;
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
      if (rules != null && RULES) {
        all.addAll(t == null ? rules : checked(rules, reading, t));
      } else if (t != null && LEARNED && adds(reading, t)) {
        learned.of(reading, t).stream().filter(stance -> all.stream().noneMatch(other -> same(stance, other))).forEach(all::add);
      }
    }
    if (ARGUMENTS) {
      all.removeIf(stance -> argument(stance, all, triggers, reading));
    }
    return ATTITUDES ? coloured(all, attitudes) : all;
  }

  /** "refuses to remove the ban", "reduced its aid": a noun within what the same holder's verb does is no act of its own. */
  private boolean argument(FoundStance stance, List<FoundStance> all, Map<Integer, Integer> triggers, SentenceReading reading) {
    Integer t = triggers.get(stance.trigger());
    if (t == null || reading.triggers().get(t).verb() != null) {
      return false;
    }
    return all.stream().anyMatch(other -> other != stance && other.trigger() >= 0 && other.trigger() < stance.trigger() && stance.trigger() < other.to()
        && other.holder().same(stance.holder()) && other.act() != stance.act() && (verb(other, triggers, reading) || NOUNS));
  }

  private static boolean verb(FoundStance stance, Map<Integer, Integer> triggers, SentenceReading reading) {
    Integer t = triggers.get(stance.trigger());
    return t == null || reading.triggers().get(t).verb() != null;
  }

  private boolean adds(SentenceReading reading, int t) {
    Trigger trigger = reading.triggers().get(t);
    boolean known = trigger.verb() != null && lexical.known(trigger.verb()) != null;
    boolean asked = trigger.is(TriggerFeature.SUPPOSED) || trigger.is(TriggerFeature.OUGHT);
    return !asked && 1 - reading.acts()[t][0] >= (known ? ADDS_KNOWN : ADDS);
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
    if (reading.acts()[t][act + 1] >= RENAMES && StanceScorer.ACTS.get(act) != rules.get(0).act()) {
      return rules.stream().map(stance -> stance.as(StanceScorer.ACTS.get(act), 1 - none)).toList();
    }
    return rules;
  }

  private List<FoundStance> coloured(List<FoundStance> stances, List<Attitude> attitudes) {
    List<FoundStance> all = new ArrayList<>(stances);
    for (Attitude attitude : attitudes) {
      boolean told = false;
      for (int i = 0; i < all.size(); i++) {
        FoundStance stance = all.get(i);
        if (stance.target() != null && stance.holder().same(attitude.from().who()) && stance.target().same(attitude.to().who())) {
          all.set(i, stance.with(attitude.polarity()));
          told = true;
        }
      }
      for (int i = 0; i < all.size() && !told && FILL > 0; i++) {
        FoundStance stance = all.get(i);
        int head = attitude.to().head();
        if (stance.target() == null && stance.holder().same(attitude.from().who()) && stance.from() <= head && head < stance.to()) {
          told = true;
          if (FILL > 1) {
            all.set(i, stance.towards(attitude.to().who(), attitude.to().from(), attitude.to().to()).with(attitude.polarity()));
          }
        }
      }
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
