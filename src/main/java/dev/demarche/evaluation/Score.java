package dev.demarche.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * How well one thing was found.
 *
 * @param name      of what was measured, such as {@code content/token}
 * @param counts    over the whole corpus
 * @param precision null where recall alone is measured
 * @param recall    never null
 * @param f1        null where recall alone is measured
 */
public record Score(String name, Counts counts, Figure precision, Figure recall, Figure f1) {

  public Score {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(recall, "recall");
    if ((precision == null) != (f1 == null)) {
      throw new IllegalArgumentException("score " + name + " has one of precision and F1 without the other");
    }
  }

  /** Precision, recall and F1 over {@code units}, the counts of each article or sentence. */
  static Score of(String name, List<Counts> units, Bootstrap bootstrap, ToDoubleFunction<Counts> f1) {
    Counts all = units.stream().reduce(Counts.NONE, Counts::plus);
    List<Counts> sums = bootstrap.sums(units);
    return new Score(name, all, bootstrap.figure(all, sums, Counts::precision), bootstrap.figure(all, sums, Counts::recall),
        bootstrap.figure(all, sums, f1));
  }

  /** Recall alone over {@code units}. */
  static Score recall(String name, List<Counts> units, Bootstrap bootstrap) {
    Counts all = units.stream().reduce(Counts.NONE, Counts::plus);
    return new Score(name, all, null, bootstrap.figure(all, bootstrap.sums(units), Counts::recall), null);
  }
}
