package dev.demarche.conditions;

import dev.demarche.domain.Act;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionState.State;
import dev.demarche.domain.Deed;
import dev.demarche.domain.ReportedDeed.Manner;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says what a reported deed makes of a condition.
 *
 * <ul>
 * <li>MET: who must act does what the antecedent asks for; where it asks for a promise, promises it;
 * <li>BREACHED: who must act does the opposite, refuses it, rejects it in its words, or takes a hostile step that is the contrary of the act
 *     against who set the condition or in the antecedent's words;
 * <li>WITHDRAWN: who set it drops the demand, or does what was to follow without it.
 * </ul>
 * Pure and safe for use by several threads.
 */
public final class Judge {
  private static final Map<Act, Set<Act>> CONTRARY = Map.of(
      Act.RETREAT, EnumSet.of(Act.ASSAULT, Act.MOBILIZE), Act.CONCEDE, EnumSet.of(Act.COERCE, Act.SANCTION), Act.AGREE, EnumSet.of(Act.REJECT),
      Act.COOPERATE, EnumSet.of(Act.SANCTION, Act.REJECT), Act.AID, EnumSet.of(Act.SANCTION), Act.CONSULT, EnumSet.of(Act.REJECT),
      Act.ASSAULT, EnumSet.of(Act.RETREAT), Act.SANCTION, EnumSet.of(Act.CONCEDE), Act.COERCE, EnumSet.of(Act.CONCEDE), Act.MOBILIZE,
          EnumSet.of(Act.RETREAT));
  private static final Set<Act> HOSTILE = EnumSet.of(Act.SANCTION, Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.THREATEN, Act.PROTEST, Act.ACCUSE,
      Act.REJECT);
  private static final Set<Act> TALK = EnumSet.of(Act.REJECT, Act.DENY, Act.DOUBT, Act.REQUEST, Act.THREATEN, Act.ACCUSE, Act.EXPECT, Act.DECLINE,
      Act.SUPPORT);
  private static final Set<Act> FRIENDLY = EnumSet.of(Act.AGREE, Act.CONSULT, Act.SUPPORT, Act.CONCEDE, Act.COOPERATE, Act.AID, Act.RETREAT);
  private static final Set<String> TERMS = Set.of("demand", "condit", "condition", "precondit", "precondition", "ultimatum", "term", "insist",
      "requir", "requirement",
      "call", "request");

  private final Rules rules;

  public Judge(Rules rules) {
    this.rules = rules;
  }

  /** What {@code seen} makes of the condition that {@code told} sets. */
  public Verdict judge(Told told, Seen seen) {
    Deed asked = told.condition().asks();
    if (asked == null || told.condition().id().startsWith(article(seen))) {
      return Verdict.NOTHING;
    }
    Deed said = seen.deed().deed();
    Manner manner = seen.deed().manner();
    boolean setter = told.setter() != null && seen.doers().contains(told.setter());
    if (manner == Manner.DROPPED) {
      return setter && drops(told, asked, said) ? new Verdict(State.WITHDRAWN, "who set it drops the demand") : Verdict.NOTHING;
    }
    String actor = told.actor();
    boolean does = actor == null || seen.doers().contains(actor);
    boolean unnamed = seen.doers().isEmpty() && !said.words().isEmpty();
    boolean talk = said.act() != null && TALK.contains(said.act()) && said.act() != asked.act();
    if (!talk && (does || unnamed) && Overlap.tells(asked, said, rules.overlap()) && !(actor == null && setter && asked.words().isEmpty())) {
      return told(told, said, manner);
    }
    if (does && actor != null) {
      Verdict contrary = contrary(told, asked, seen);
      if (contrary.state() != null) {
        return contrary;
      }
    }
    return setter ? followed(told, said, manner) : Verdict.NOTHING;
  }

  /** Whether both ask in the same words, so that they are judged alike by the deeds of any third article. */
  static boolean asksAlike(Told one, Told other) {
    Condition a = one.condition();
    Condition b = other.condition();
    return Objects.equals(a.asks(), b.asks()) && Objects.equals(a.follows(), b.follows()) && Objects.equals(one.actor(), other.actor())
        && Objects.equals(one.setter(), other.setter()) && a.marker().text().equalsIgnoreCase(b.marker().text());
  }

  private static String article(Seen seen) {
    return seen.receipt().article().id() + ":";
  }

  /**
   * "No pact unless they withdraw" and "sanctions unless they withdraw" ask for the withdrawal; "talks unless they test a missile" asks that the
   * test be
   * left undone.
   */
  private static boolean asksForOpposite(Condition condition) {
    Deed follows = condition.follows();
    return condition.marker().text().equalsIgnoreCase("unless") && follows != null && !follows.negated() && follows.act() != null
        && FRIENDLY.contains(follows.act());
  }

  private static Verdict told(Told told, Deed said, Manner manner) {
    Deed asked = told.condition().asks();
    if (asksForOpposite(told.condition())) {
      return asked.negated() != said.negated() || manner != Manner.DONE ? Verdict.NOTHING
          : new Verdict(State.BREACHED, "what must be left undone is done");
    }
    boolean enough = manner == Manner.DONE || asked.negated() && manner == Manner.REFUSED || manner == Manner.PROMISED && asked.promised();
    if (asked.negated() == said.negated()) {
      return enough ? new Verdict(State.MET, asked.negated() ? "it is left undone, as the antecedent says" : "the antecedent has come true")
          : Verdict.NOTHING;
    }
    return manner == Manner.REFUSED ? new Verdict(State.BREACHED, "who must act refuses it")
        : manner == Manner.DONE ? new Verdict(State.BREACHED, "the opposite of the antecedent has come true") : Verdict.NOTHING;
  }

  private Verdict contrary(Told told, Deed asked, Seen seen) {
    Deed said = seen.deed().deed();
    if (seen.deed().manner() != Manner.DONE || said.negated() || asked.negated()) {
      return Verdict.NOTHING;
    }
    boolean words = Overlap.share(Overlap.all(asked), Overlap.all(said)) >= rules.overlap();
    boolean towards = told.setter() != null && (told.setter().equals(said.targetKey()) || seen.deed().mentioned().contains(told.setter()));
    boolean terms = said.words().stream().anyMatch(TERMS::contains);
    if (said.act() == Act.REJECT && (words || terms && towards)) {
      return new Verdict(State.BREACHED, "who must act rejects it");
    }
    if (Overlap.hinders(asked, said, rules.overlap())) {
      return new Verdict(State.BREACHED, "who must act hinders it");
    }
    boolean against = said.act() != null && CONTRARY.getOrDefault(asked.act() == null ? Act.STATE : asked.act(), Set.of()).contains(said.act());
    boolean target = asked.targetKey() != null && asked.targetKey().equals(said.targetKey());
    return against && (words && share(asked, said) || towards && told.setter().equals(said.targetKey()) || target)
        ? new Verdict(State.BREACHED, "who must act does the contrary") : Verdict.NOTHING;
  }

  private static boolean share(Deed asked, Deed said) {
    return asked.words().isEmpty() || Overlap.share(asked.words(), Overlap.all(said)) > 0;
  }

  private boolean drops(Told told, Deed asked, Deed said) {
    boolean words = Overlap.share(Overlap.all(asked), Overlap.all(said)) >= rules.overlap();
    boolean whom = asked.actorKey() != null && (asked.actorKey().equals(said.targetKey()) || told.actor() != null
        && told.actor().equals(said.targetKey()));
    boolean act = asked.act() != null && asked.act() == said.act();
    boolean terms = said.words().stream().anyMatch(TERMS::contains);
    return words || whom && (act || terms && said.words().size() < 3);
  }

  /** What was to follow is done all the same. */
  private Verdict followed(Told told, Deed said, Manner manner) {
    Deed follows = told.condition().follows();
    if (follows == null || manner != Manner.DONE || said.negated() || follows.act() != null && HOSTILE.contains(follows.act())
        || said.act() != null && HOSTILE.contains(said.act())) {
      return Verdict.NOTHING;
    }
    return Overlap.tells(follows, said, rules.overlap()) && !follows.words().isEmpty() && share(follows, said)
        ? new Verdict(State.WITHDRAWN, "who set it does without it what was to follow") : Verdict.NOTHING;
  }
}
