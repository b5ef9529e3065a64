package dev.demarche.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * What an evaluation measured.
 *
 * @param unit      what the corpus is counted in and what the bootstrap draws: {@code article} or {@code sentence}
 * @param units     how many of them the corpus holds, 1 or more
 * @param tagged    how many of them were tagged; the rest counts as tagged with nothing found
 * @param thing     what was looked for: {@code statement} or {@code mention}
 * @param gold      how many are annotated
 * @param found     how many were found, less those that the corpus does not annotate
 * @param bootstrap how the intervals were made
 * @param scores    the figures, in the order in which to show them
 * @param missed    the first errors, as many as were asked for
 */
public record Report(String unit, int units, int tagged, String thing, int gold, int found, Bootstrap bootstrap, List<Score> scores,
                     List<String> missed) {

  public Report {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(thing, "thing");
    Objects.requireNonNull(bootstrap, "bootstrap");
    scores = List.copyOf(scores);
    missed = List.copyOf(missed);
    if (units < 1 || tagged < 0 || tagged > units) {
      throw new IllegalArgumentException("report of " + units + " " + unit + "s, " + tagged + " of them tagged");
    }
  }

  /**
   * The score of that name.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Score score(String name) {
    return scores.stream().filter(score -> score.name().equals(name)).findFirst().orElseThrow();
  }
}
