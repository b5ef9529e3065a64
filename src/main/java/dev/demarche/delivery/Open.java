package dev.demarche.delivery;

import dev.demarche.domain.Delivery;
import java.time.Instant;
import java.util.Comparator;

/**
 * A delivery of which attempts are to be made.
 *
 * @param delivery   as last recorded
 * @param recordedAt offset of that record
 * @param epoch      of the assignment under which this instance has it
 */
record Open(Delivery delivery, long recordedAt, long epoch) {

  /** What is due first comes first; at one time, the older alert. */
  static final Comparator<Open> BY_DUE = Comparator.comparing(Open::due).thenComparing(open -> open.delivery().offset())
      .thenComparing(open -> open.delivery().partition()).thenComparing(open -> open.delivery().key());

  Instant due() {
    return delivery.nextAttempt();
  }

  int partition() {
    return delivery.partition();
  }
}
