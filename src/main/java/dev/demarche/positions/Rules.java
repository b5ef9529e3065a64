package dev.demarche.positions;

import java.time.Duration;
import java.util.Objects;

/**
 * What a report must have to move a position.
 *
 * @param minConfidence least confidence of a stance, 0 to 1
 * @param publishers    how many independent publishers must report a side for it to count, 1 or more
 * @param within        how far apart their reports may lie
 * @param settling      for so long after a change, a report of the side before is held to be old news
 * @param history       how many reports of an actor on an issue are kept one by one, 1 or more
 */
public record Rules(double minConfidence, int publishers, Duration within, Duration settling, int history) {
  public Rules {
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(settling, "settling");
    if (minConfidence < 0 || minConfidence > 1) {
      throw new IllegalArgumentException("the least confidence is " + minConfidence + ": 0 to 1 are possible");
    }
    if (publishers < 1 || history < 1) {
      throw new IllegalArgumentException("publishers are " + publishers + ", the history is " + history + ": at least 1 is needed");
    }
  }
}
