package dev.demarche.positions;

import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import java.util.Objects;

/**
 * What one report does to a position.
 *
 * @param receipt the report
 * @param shift   the change that it shows, or null
 * @param counts  whether it has a part in the present stand or one before
 * @param reason  why, in words
 */
public record Verdict(Receipt receipt, Shift shift, boolean counts, String reason) {
  public Verdict {
    Objects.requireNonNull(receipt, "receipt");
    Objects.requireNonNull(reason, "reason");
  }

  static Verdict passedOver(Receipt receipt, String reason) {
    return new Verdict(receipt, null, false, reason);
  }

  static Verdict counts(Receipt receipt, String reason) {
    return new Verdict(receipt, null, true, reason);
  }
}
