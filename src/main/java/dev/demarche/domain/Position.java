package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Where an actor stands.
 *
 * @param actor       the catalogue's id, or null
 * @param name        canonical name
 * @param issue       id of the issue, or null for what is said of a target on no issue of the catalogue
 * @param target      towards whom, or null for the issue as a whole, whomever its acts are towards
 * @param targetActor the catalogue's id of the target, or null
 * @param now         the present stand
 * @param reports     how many reports there are, of the present stand and of all before, background included
 * @param history     the stands before, the newest first; the oldest are left out where there are many
 * @param condition   the last report of the condition on which the actor stands so, or null where none is told
 */
public record Position(String actor, String name, String issue, String target, String targetActor, Stood now, long reports,
                       List<Stood> history, Receipt condition) {

  /**
   * A side that was held for a while.
   *
   * @param side       which
   * @param act        the act of the last report
   * @param polarity   of that act
   * @param since      event time of the first report
   * @param last       event time of the last one
   * @param publishers how many independent publishers report it; with {@code 16}, read "16 or more"
   * @param reports    how many articles report it
   * @param evidence   the last report
   */
  public record Stood(Side side, Act act, int polarity, Instant since, Instant last, int publishers, int reports, Receipt evidence) {
    public Stood {
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(act, "act");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(last, "last");
      Objects.requireNonNull(evidence, "evidence");
    }
  }

  public Position {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(now, "now");
    history = List.copyOf(history);
  }

  /** A position on no condition. */
  public Position(String actor, String name, String issue, String target, String targetActor, Stood now, long reports, List<Stood> history) {
    this(actor, name, issue, target, targetActor, now, reports, history, null);
  }

  /** Key of an actor's position: {@link Stand#keyOf}, {@code |}, and the target's id or name, or nothing. */
  public static String keyOf(String line, String target) {
    return line + "|" + (target == null ? "" : target);
  }
}
