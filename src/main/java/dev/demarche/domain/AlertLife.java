package dev.demarche.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An alert and what has become of it.
 *
 * @param alert       as it was raised
 * @param state       where it stands
 * @param group       the values that it shares with its group, in words: {@code actor=russia, issue=ceasefire}
 * @param reporting   how what it tells is reported by now; null while the alert's article is the only one, and of one that counts several
 * @param useful      what the last verdict says, or null
 * @param steps       what happened, in order: the first {@value #FIRST_STEPS} and the newest, {@value #MAX_STEPS} in all
 * @param changedAt   when anything of this was changed
 */
public record AlertLife(Alert alert, State state, String group, Reporting reporting, Boolean useful, List<Step> steps, Instant changedAt) {

  /** FIRING: nobody has said that they know. ACKNOWLEDGED: somebody has. RESOLVED: nothing is left to do. */
  public enum State { FIRING, ACKNOWLEDGED, RESOLVED }

  /** What can happen to an alert. */
  public enum What { FIRED, GROUPED, TOLD, REPEATED, SUPPRESSED, ACKNOWLEDGED, RESOLVED, COMMENTED, JUDGED }

  /** Bound of {@code steps}. */
  public static final int MAX_STEPS = 100;
  /** How many of the first steps stay. */
  public static final int FIRST_STEPS = 10;

  /**
   * Something that happened.
   *
   * @param at   when
   * @param what it is
   * @param by   the notification, silence, inhibition or person behind it, or null
   * @param why  in words, or null
   */
  public record Step(Instant at, What what, String by, String why) {
    public Step {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(what, "what");
    }
  }

  public AlertLife {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(state, "state");
    steps = List.copyOf(steps);
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /** The life of an alert that is raised now, for {@code why}. */
  public static AlertLife of(Alert alert, String why, Instant now) {
    return new AlertLife(alert, State.FIRING, null, null, null,
        List.of(new Step(now, What.FIRED, alert.article() == null ? null : alert.article().id(), why)), now);
  }

  /** This life, reported as {@code by} says; itself where that is known. */
  public AlertLife reported(Reporting by, Instant now) {
    return by.equals(reporting) ? this : new AlertLife(alert, state, group, by, useful, steps, now);
  }

  /** This life in the group {@code labels}. */
  public AlertLife grouped(String labels, String why, Instant now) {
    return new AlertLife(alert, state, labels, reporting, useful, with(new Step(now, What.GROUPED, null, why)), now);
  }

  /** This life after something that does not change its state. */
  public AlertLife after(What what, String by, String why, Instant now) {
    return new AlertLife(alert, state, group, reporting, useful, with(new Step(now, what, by, why)), now);
  }

  /** This life after {@code reaction}; what is resolved stays resolved. */
  public AlertLife after(Reaction reaction, Instant now) {
    State next = switch (reaction.action()) {
      case ACKNOWLEDGE -> state == State.FIRING ? State.ACKNOWLEDGED : state;
      case RESOLVE -> State.RESOLVED;
      case COMMENT, VERDICT -> state;
    };
    What what = switch (reaction.action()) {
      case ACKNOWLEDGE -> What.ACKNOWLEDGED;
      case RESOLVE -> What.RESOLVED;
      case COMMENT -> What.COMMENTED;
      case VERDICT -> What.JUDGED;
    };
    Boolean verdict = reaction.action() == Reaction.Action.VERDICT ? reaction.useful() : useful;
    String words = reaction.action() != Reaction.Action.VERDICT ? reaction.text()
        : (reaction.useful() ? "useful" : "not useful") + (reaction.text() == null ? "" : ": " + reaction.text());
    return new AlertLife(alert, next, group, reporting, verdict,
        with(new Step(reaction.at(), what, reaction.author(), words)), now);
  }

  private List<Step> with(Step step) {
    List<Step> next = new ArrayList<>(steps);
    if (next.size() >= MAX_STEPS) {
      next.remove(FIRST_STEPS);
    }
    next.add(step);
    return next;
  }
}
