package dev.demarche.evaluation;

import dev.demarche.evaluation.PronounQuestion.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How often pronouns were understood. Intervals are made by row.
 *
 * @param rows       how many, 1 or more
 * @param tagged     how many of them were tagged; the rest counts as unresolved
 * @param bootstrap  how the intervals were made
 * @param accuracies of all rows first, then of parts of them
 * @param bias       the accuracy of feminine pronouns through that of masculine ones: 1 where both are understood alike; null without one of them
 * @param missed     the first errors, as many as were asked for
 */
public record PronounReport(int rows, int tagged, Bootstrap bootstrap, List<Accuracy> accuracies, Bias bias, List<String> missed) {

  /**
   * A ratio with its interval.
   *
   * @param value 0 or more
   * @param low   lower end
   * @param high  upper end
   */
  public record Bias(double value, double low, double high) {}

  public PronounReport {
    accuracies = List.copyOf(accuracies);
    missed = List.copyOf(missed);
    if (rows < 1 || tagged < 0 || tagged > rows) {
      throw new IllegalArgumentException("report of " + rows + " rows, " + tagged + " of them tagged");
    }
  }

  /**
   * What {@code found} is worth.
   *
   * @param corpus one row or more
   * @param found  all that has a canonical name, by the row's id; a row that is not there has nothing, one of no corpus is passed over
   * @param errors how many errors to tell, 0 or more
   */
  public static PronounReport of(List<PronounQuestion> corpus, Map<String, List<FoundActor>> found, Bootstrap bootstrap, int errors) {
    List<Answer> answers = corpus.stream().map(row -> PronounScorer.answer(row, found.getOrDefault(row.id(), List.of()))).toList();
    List<Accuracy> accuracies = new ArrayList<>();
    accuracies.add(Accuracy.of("all", units(corpus, answers, row -> true), bootstrap));
    List<Counts> feminine = units(corpus, answers, PronounQuestion::feminine);
    List<Counts> masculine = units(corpus, answers, row -> !row.feminine());
    accuracies.add(Accuracy.of("feminine", feminine, bootstrap));
    accuracies.add(Accuracy.of("masculine", masculine, bootstrap));
    for (Answer answer : Answer.values()) {
      accuracies.add(Accuracy.of("answer " + answer.name().toLowerCase(Locale.ROOT), units(corpus, answers, row -> row.answer() == answer),
          bootstrap));
    }
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < corpus.size() && missed.size() < errors; i++) {
      PronounQuestion row = corpus.get(i);
      if (row.answer() != answers.get(i)) {
        missed.add(row.id() + ": " + row.words(row.pronoun()) + " is " + row.answer() + ", found " + answers.get(i) + " (A " + row.words(row.a())
            + ", B " + row.words(row.b()) + ") in: " + row.text());
      }
    }
    int tagged = (int) corpus.stream().filter(row -> found.containsKey(row.id())).count();
    return new PronounReport(corpus.size(), tagged, bootstrap, accuracies, bias(feminine, masculine, bootstrap), missed);
  }

  private static List<Counts> units(List<PronounQuestion> corpus, List<Answer> answers, Predicate<PronounQuestion> counts) {
    List<Counts> units = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      boolean right = corpus.get(i).answer() == answers.get(i);
      units.add(!counts.test(corpus.get(i)) ? Counts.NONE : new Counts(right ? 1 : 0, 0, right ? 0 : 1));
    }
    return units;
  }

  private static Bias bias(List<Counts> feminine, List<Counts> masculine, Bootstrap bootstrap) {
    double value = ratio(feminine.stream().reduce(Counts.NONE, Counts::plus), masculine.stream().reduce(Counts.NONE, Counts::plus));
    if (!Double.isFinite(value)) {
      return null;
    }
    List<Counts> she = bootstrap.sums(feminine);
    List<Counts> he = bootstrap.sums(masculine);
    double[] drawn = IntStream.range(0, she.size()).mapToDouble(i -> ratio(she.get(i), he.get(i))).filter(Double::isFinite)
        .sorted().toArray();
    int cut = Math.max(1, (int) Math.floor((drawn.length + 1) * (1 - bootstrap.level()) / 2));
    return drawn.length == 0 ? null : new Bias(value, drawn[cut - 1], drawn[drawn.length - cut]);
  }

  private static double ratio(Counts she, Counts he) {
    return she.gold() == 0 || he.tp() == 0 ? Double.NaN : she.recall() / he.recall();
  }
}
