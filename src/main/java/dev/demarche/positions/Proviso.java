package dev.demarche.positions;

import dev.demarche.domain.Receipt;
import java.time.Instant;

/**
 * On which terms an actor is for or against something.
 *
 * @param target towards whom: id or name, or null for nobody in particular
 * @param side   1 for, -1 against
 * @param bound  whether on a condition
 * @param last   the last report of these terms: of the condition, or of the side without one
 * @param since  event time of the first report of the side on these terms
 * @param turned event time of the change by which the terms came to be these, or null where they were from the first
 */
record Proviso(String target, int side, boolean bound, Receipt last, Instant since, Instant turned) {

  Proviso renewed(Receipt receipt) {
    return new Proviso(receipt.targetKey(), side, bound, receipt, since, turned);
  }
}
