package dev.demarche.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * How far one notification has come to one receiver.
 *
 * @param alert       id of the notification, which is the alert's where it tells of one
 * @param receiver    name of the receiver
 * @param watch       id of the watch that it answers
 * @param severity    of the notification
 * @param why         the route that leads to the receiver, in words
 * @param status      how it stands
 * @param attempts    how many were made, since an operator asked for the last time
 * @param nextAttempt when the next one is due; null where none will be made
 * @param answer      what came of the last attempt, in words; null before the first
 * @param since       when it was routed
 * @param at          when this was recorded
 * @param asked       whether an operator asked for another attempt
 * @param partition   of the topic of notifications, where it stands; 0 or more
 * @param offset      in that partition; 0 or more
 */
public record Delivery(String alert, String receiver, String watch, Severity severity, String why, Status status, int attempts,
                       Instant nextAttempt, String answer, Instant since, Instant at, boolean asked, int partition, long offset) {

  /** PENDING: attempts will be made. FAILED: given up. DISABLED: the receiver wants no more, and was not asked or answered so. */
  public enum Status { PENDING, DELIVERED, FAILED, DISABLED }

  public Delivery {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(receiver, "receiver");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(at, "at");
    if ((status == Status.PENDING) != (nextAttempt != null)) {
      throw new IllegalArgumentException("delivery " + alert + "|" + receiver + " is " + status + ", its next attempt " + nextAttempt);
    }
  }

  /** A delivery of which nothing was tried, due at {@code due}. */
  public static Delivery fresh(Notification notification, String receiver, String why, Instant now, Instant due, int partition, long offset) {
    return new Delivery(notification.id(), receiver, notification.watch().id(), notification.severity(), why, Status.PENDING, 0, due, null, now, now, false,
        partition, offset);
  }

  /** What names it: the notification's id and the receiver, with a bar between. */
  public String key() {
    return alert + "|" + receiver;
  }

  /** Whether more attempts follow. */
  public boolean open() {
    return status == Status.PENDING;
  }

  /** This delivery after one more attempt that came to {@code answer}. */
  public Delivery after(Status next, Instant nextAttempt, String answer, Instant now) {
    return new Delivery(alert, receiver, watch, severity, why, next, attempts + 1, nextAttempt, answer, since, now, false, partition, offset);
  }

  /** This delivery, not attempted, for its receiver wants no more. */
  public Delivery disabled(String answer, Instant now) {
    return new Delivery(alert, receiver, watch, severity, why, Status.DISABLED, attempts, null, answer, since, now, false, partition, offset);
  }

  /** This delivery begun anew, as an operator asked at {@code now}. */
  public Delivery again(Instant now) {
    return new Delivery(alert, receiver, watch, severity, why, Status.PENDING, 0, now, answer, since, now, true, partition, offset);
  }
}
