package dev.demarche.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * The part of some questions that was answered rightly.
 *
 * @param name   of these questions
 * @param right  how many, 0 or more
 * @param of     of how many, {@code right} or more
 * @param figure the part with its interval; 0 of 0 is 0
 */
public record Accuracy(String name, int right, int of, Figure figure) {

  public Accuracy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(figure, "figure");
    if (right < 0 || of < right) {
      throw new IllegalArgumentException("accuracy " + name + ": " + right + " right of " + of);
    }
  }

  /** Over {@code units}, the counts of each question: right ones are {@code tp}, wrong ones {@code fn}, those of others nothing. */
  static Accuracy of(String name, List<Counts> units, Bootstrap bootstrap) {
    Counts all = units.stream().reduce(Counts.NONE, Counts::plus);
    return new Accuracy(name, all.tp(), all.gold(), bootstrap.figure(all, bootstrap.sums(units), Counts::recall));
  }
}
