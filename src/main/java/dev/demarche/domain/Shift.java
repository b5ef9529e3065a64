package dev.demarche.domain;

import java.util.Objects;

/**
 * An actor's position on an issue has changed.
 *
 * @param id            hash of actor, issue, target, kind and the day of {@code after}: the same in whatever order the reports arrive
 * @param kind          what has changed
 * @param state         whether it holds; reports that arrive late may undo a shift
 * @param actor         the catalogue's id, or null; of a person who speaks for a body it is the body
 * @param name          canonical name of the actor
 * @param issue         id of the issue
 * @param target        towards whom, or null
 * @param targetActor   the catalogue's id of the target, or null
 * @param from          the side before
 * @param to            the side after
 * @param before        the last report of the side before
 * @param after         the first report of the side after
 * @param reason        why it counts, in words
 */
public record Shift(String id, Kind kind, State state, String actor, String name, String issue, String target, String targetActor, Side from,
                    Side to, Receipt before, Receipt after, String reason) {

  /**
   * OPENED: against, now for. CLOSED: for, now against. DEMAND_DROPPED: asked for something, now gives in. CONDITION_ADDED: for or against, now only on a
   * condition. CONDITION_WITHDRAWN: the other way round.
   */
  public enum Kind { OPENED, CLOSED, DEMAND_DROPPED, CONDITION_ADDED, CONDITION_WITHDRAWN }

  /** TOLD: it holds. WITHDRAWN: it was told, and what arrived since shows that there was none. */
  public enum State { TOLD, WITHDRAWN }

  public Shift {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(issue, "issue");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(reason, "reason");
  }

  /** This shift, withdrawn. */
  public Shift withdrawn() {
    return new Shift(id, kind, State.WITHDRAWN, actor, name, issue, target, targetActor, from, to, before, after,
        "withdrawn: by what has arrived since, the position had not changed so");
  }

  /** How sure both reports are together: the less sure one's confidence. */
  public double confidence() {
    return Math.min(before.confidence(), after.confidence());
  }
}
