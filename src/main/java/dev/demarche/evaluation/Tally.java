package dev.demarche.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one article or sentence adds to the scores.
 *
 * @param counts by what is measured; a measure that is not there counts nothing
 * @param missed what was got wrong, for people
 */
record Tally<M extends Enum<M>>(Map<M, Counts> counts, List<String> missed) {

  Tally {
    counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    missed = List.copyOf(missed);
  }

  /** The counts of {@code measure}. */
  Counts of(M measure) {
    return counts.getOrDefault(measure, Counts.NONE);
  }
}
