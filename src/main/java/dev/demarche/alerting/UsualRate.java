package dev.demarche.alerting;

import java.util.Locale;

/**
 * How often an actor usually speaks, and how likely it is that so many more are chance.
 *
 * <p>Utterances are taken for a Poisson process. What was counted before gives its rate a Gamma distribution, from Jeffreys' prior Gamma(1/2, 0);
 * how many come in one window is then negative binomial, which allows for how little is known of the rate (Gelman et al., "Bayesian Data Analysis",
 * 3rd edition, 2013, sections 2.6 and 2.8). The probability is of one window; a busy actor is looked at often, so a level is no rate of false alarms.
 *
 * @param before  how many were counted before the window; 0 or more
 * @param windows for how long, in lengths of the window; 0 or more
 */
record UsualRate(int before, double windows) {

  private static final double PRIOR = 0.5;

  /** How many come in a window on average, or NaN where nothing is known of the time before. */
  double perWindow() {
    return before / windows;
  }

  /** The probability, 0 to 1, that {@code least} or more come in one window; 1 where nothing is known of the time before. */
  double probability(int least) {
    if (windows <= 0) {
      return 1;
    }
    double shape = before + PRIOR;
    double miss = 1 / (windows + 1);
    double exactly = Math.exp(shape * Math.log1p(-miss));
    double fewer = 0;
    for (int n = 0; n < least; n++) {
      fewer += exactly;
      exactly *= miss * (shape + n) / (n + 1);
    }
    return Math.max(0, 1 - fewer);
  }

  /** In words: {@code 0.4 are usual (12 in the 30 windows before); probability 0.00012}. */
  String text(int now) {
    double probability = probability(now);
    return String.format(Locale.ROOT, "%.2f are usual (%d in the %.1f windows before); probability %s", perWindow(), before, windows,
        probability < 1e-6 ? "below 0.000001" : String.format(Locale.ROOT, "%.6f", probability));
  }
}
