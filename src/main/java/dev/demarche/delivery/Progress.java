package dev.demarche.delivery;

import dev.demarche.delivery.channels.Outcome;
import dev.demarche.domain.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a delivery stands after an attempt, and how long its receiver is left alone: pure functions. */
final class Progress {
  private static final double JITTER = 0.2;
  private static final Duration FIRST_REST = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private Progress() {}

  /**
   * The delivery after one more attempt.
   *
   * @param retry waits after the first, second ... attempt that failed
   * @param dice  from 0 to 1: lengthens or shortens the wait by up to a fifth, so that what failed together does not come back together
   */
  static Delivery after(Delivery delivery, Outcome outcome, List<Duration> retry, Instant now, double dice) {
    if (outcome instanceof Outcome.Delivered) {
      return delivery.after(Delivery.Status.DELIVERED, null, outcome.answer(), now);
    } else if (outcome instanceof Outcome.Gone) {
      return delivery.after(Delivery.Status.DISABLED, null, outcome.answer(), now);
    } else if (outcome instanceof Outcome.Refused || delivery.attempts() >= retry.size()) {
      return delivery.after(Delivery.Status.FAILED, null, outcome.answer(), now);
    }
    Duration wait = retry.get(delivery.attempts());
    Duration jittered = Duration.ofMillis((long) (wait.toMillis() * (1 - JITTER + 2 * JITTER * dice)));
    Duration asked = ((Outcome.Later) outcome).after();
    Duration longer = asked != null && asked.compareTo(jittered) > 0 ? asked : jittered;
    return delivery.after(Delivery.Status.PENDING, now.plus(longer), outcome.answer(), now);
  }

  /**
   * How long nothing is sent to a receiver: as long as it asks, else a tenth of a second after the first failure in a row, twice as long after each
   * further one, at most a minute. So one that is down is asked now and then, and what waits for it does not use up its attempts.
   *
   * @param failures in a row, this one among them
   */
  static Duration rest(Outcome outcome, int failures) {
    if (!(outcome instanceof Outcome.Later later)) {
      return Duration.ZERO;
    }
    Duration own = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration rest = own.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : own;
    return later.after() != null && later.after().compareTo(rest) > 0 ? later.after() : rest;
  }
}
