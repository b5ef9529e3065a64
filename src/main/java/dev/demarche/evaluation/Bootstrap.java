package dev.demarche.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Confidence intervals by the percentile bootstrap: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, Chapman &amp; Hall 1993,
 * chapter 13. Whole articles (or sentences) are drawn with replacement, as many as there are, since what stands in one article is not independent;
 * the figure is computed from the sums of each draw, and the interval cuts off the same part of these figures at both ends. The same seed gives
 * the same intervals on every machine.
 *
 * @param resamples how often to draw, 1 or more
 * @param level     how often such an interval should hold the true figure, between 0 and 1
 * @param seed      of the draws
 */
public record Bootstrap(int resamples, double level, long seed) {

  /** 1,000 draws, 95 percent. */
  public static final Bootstrap STANDARD = new Bootstrap(1_000, 0.95, 20_161_108);

  public Bootstrap {
    if (resamples < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException("bootstrap with " + resamples + " resamples and level " + level
          + ": at least one resample and a level between 0 and 1 are needed");
    }
  }

  /** The sums of each draw from {@code units}, in the order of the draws: the same draws for all lists of one length. */
  public List<Counts> sums(List<Counts> units) {
    Random random = new Random(seed);
    List<Counts> sums = new ArrayList<>(resamples);
    for (int i = 0; i < resamples; i++) {
      int tp = 0;
      int fp = 0;
      int fn = 0;
      for (int k = 0; k < units.size(); k++) {
        Counts unit = units.get(random.nextInt(units.size()));
        tp += unit.tp();
        fp += unit.fp();
        fn += unit.fn();
      }
      sums.add(new Counts(tp, fp, fn));
    }
    return sums;
  }

  /** What {@code figure} is for {@code all}, between the percentiles of what it is for {@code sums}. */
  public Figure figure(Counts all, List<Counts> sums, ToDoubleFunction<Counts> figure) {
    double[] drawn = sums.stream().mapToDouble(figure).sorted().toArray();
    int cut = Math.max(1, (int) Math.floor((drawn.length + 1) * (1 - level) / 2));
    return new Figure(figure.applyAsDouble(all), drawn[cut - 1], drawn[drawn.length - cut]);
  }
}
