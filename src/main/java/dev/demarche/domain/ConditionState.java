package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A condition and what has become of it, over all articles that tell of it.
 *
 * @param id          hash of who sets it, who must act and what: the same in whatever order the articles arrive
 * @param state       where its life stands
 * @param by          canonical name of who sets it, or null; of a person who speaks for a body it is the body
 * @param byActor     the catalogue's id of who sets it, or null
 * @param marker      the word that joins the two parts
 * @param antecedent  what must or must not happen, as the first report says it
 * @param consequence what then follows, as the first report says it
 * @param asks        what the antecedent asks for
 * @param issues      ids of the issues it is about, sorted
 * @param since       event time of the first report
 * @param publishers  how many independent publishers report that it is set
 * @param reports     how many articles do
 * @param receipts    the first of these reports, in order of event time
 * @param changes     what has become of it, in order of event time; the first is that it was set
 */
public record ConditionState(String id, State state, String by, String byActor, String marker, String antecedent, String consequence, Deed asks,
                             List<String> issues, Instant since, int publishers, int reports, List<ConditionReceipt> receipts,
                             List<Change> changes) {

  /**
   * OPEN: set, and no more. MET: the antecedent has come true. BREACHED: its opposite has, or it is refused. WITHDRAWN: the setter has dropped it.
   */
  public enum State { OPEN, MET, BREACHED, WITHDRAWN }

  /**
   * A step of its life.
   *
   * @param state      the new state
   * @param at         event time of the first report
   * @param receipt    the first report
   * @param publishers how many independent publishers report it
   * @param reason     why it counts, in words
   */
  public record Change(State state, Instant at, ConditionReceipt receipt, int publishers, String reason) {
    public Change {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(receipt, "receipt");
      Objects.requireNonNull(reason, "reason");
    }
  }

  public ConditionState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(antecedent, "antecedent");
    Objects.requireNonNull(consequence, "consequence");
    Objects.requireNonNull(since, "since");
    issues = List.copyOf(issues);
    receipts = List.copyOf(receipts);
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("condition " + id + " was never set");
    }
  }

  /** The step that led to the present state. */
  public Change last() {
    return changes.get(changes.size() - 1);
  }

  /** The condition as it stood after {@code change}, one of its changes. */
  public ConditionState after(Change change) {
    return new ConditionState(id, change.state(), by, byActor, marker, antecedent, consequence, asks, issues, since, publishers, reports, receipts,
        changes.subList(0, changes.indexOf(change) + 1));
  }
}
