package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * How often the class of a pair was found. Intervals are made by sentence.
 *
 * @param sentences how many, 1 or more
 * @param tagged    how many of them were tagged; the rest counts as tagged with nothing found
 * @param bootstrap how the intervals were made
 * @param accuracy  the share of sentences whose class is right
 * @param macroF1   the mean of the classes' F1
 * @param classes   a score for each class of the corpus, by its name
 * @param missed    the first errors, as many as were asked for
 */
public record StanceReport(int sentences, int tagged, Bootstrap bootstrap, Figure accuracy, Figure macroF1, List<Score> classes, List<String> missed) {

  public StanceReport {
    classes = List.copyOf(classes);
    missed = List.copyOf(missed);
  }

  /** Whether acts are asked for, and what {@code found} is worth then. */
  public static StanceReport acts(List<StanceQuestion> corpus, Map<String, List<ReadStance>> found, Bootstrap bootstrap, int errors) {
    return of(corpus, found, PairScorer::act, bootstrap, errors);
  }

  /** What {@code found} is worth where it is asked who is for or against whom. */
  public static StanceReport attitudes(List<StanceQuestion> corpus, Map<String, List<ReadStance>> found, Bootstrap bootstrap, int errors) {
    return of(corpus, found, PairScorer::attitude, bootstrap, errors);
  }

  private static StanceReport of(List<StanceQuestion> corpus, Map<String, List<ReadStance>> found,
                                 BiFunction<StanceQuestion, List<ReadStance>, String> answer, Bootstrap bootstrap, int errors) {
    List<String> answers = corpus.stream().map(one -> answer.apply(one, found.getOrDefault(one.id(), List.of()))).toList();
    List<String> names = List.copyOf(new TreeSet<>(corpus.stream().map(StanceQuestion::due).toList()));
    List<Score> classes = new ArrayList<>();
    for (String name : names) {
      List<Counts> units = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        boolean due = corpus.get(i).due().equals(name);
        boolean said = answers.get(i).equals(name);
        units.add(new Counts(due && said ? 1 : 0, said && !due ? 1 : 0, due && !said ? 1 : 0));
      }
      classes.add(Score.of(name, units, bootstrap, Counts::f1));
    }
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < answers.size() && missed.size() < errors; i++) {
      StanceQuestion one = corpus.get(i);
      if (!one.due().equals(answers.get(i))) {
        missed.add(answers.get(i) + " for " + one.due() + " | " + one.holder() + " -> " + one.target() + " | " + one.text());
      }
    }
    int[] order = new int[corpus.size()];
    Arrays.setAll(order, i -> i);
    double[][] drawn = new double[2][bootstrap.resamples()];
    Random random = new Random(bootstrap.seed());
    for (int r = 0; r < bootstrap.resamples(); r++) {
      int[] draw = random.ints(order.length, 0, order.length).toArray();
      drawn[0][r] = accuracy(corpus, answers, draw);
      drawn[1][r] = macro(corpus, answers, names, draw);
    }
    int tagged = (int) corpus.stream().filter(one -> found.containsKey(one.id())).count();
    return new StanceReport(corpus.size(), tagged, bootstrap, figure(accuracy(corpus, answers, order), drawn[0], bootstrap),
        figure(macro(corpus, answers, names, order), drawn[1], bootstrap), classes, missed);
  }

  private static Figure figure(double value, double[] drawn, Bootstrap bootstrap) {
    Arrays.sort(drawn);
    int cut = Math.max(1, (int) Math.floor((drawn.length + 1) * (1 - bootstrap.level()) / 2));
    return new Figure(value, drawn[cut - 1], drawn[drawn.length - cut]);
  }

  private static double accuracy(List<StanceQuestion> corpus, List<String> answers, int[] draw) {
    return Arrays.stream(draw).filter(i -> corpus.get(i).due().equals(answers.get(i))).count() / (double) draw.length;
  }

  private static double macro(List<StanceQuestion> corpus, List<String> answers, List<String> names, int[] draw) {
    double sum = 0;
    for (String name : names) {
      int right = 0;
      int all = 0;
      for (int i : draw) {
        boolean due = corpus.get(i).due().equals(name);
        boolean said = answers.get(i).equals(name);
        right += due && said ? 1 : 0;
        all += (due ? 1 : 0) + (said ? 1 : 0);
      }
      sum += all == 0 ? 0 : 2.0 * right / all;
    }
    return sum / names.size();
  }
}
