package dev.demarche.tagging.stances;

import java.util.List;

/**
 * What the model thinks of one sentence.
 *
 * @param triggers words that may say an act
 * @param parties  phrases that may name a holder or a target
 * @param acts     for each trigger how likely "none" and each of {@link StanceScorer#ACTS} is
 * @param holders  for each trigger how likely each party is its holder, and behind them that none is
 * @param targets  for each trigger how likely each party is its target, and behind them that none is
 */
record SentenceReading(List<Trigger> triggers, List<Party> parties, double[][] acts, double[][] holders, double[][] targets) {

  /** How likely it is that {@code from} does each act to {@code to}, "none" first; summed over the triggers. */
  double[] acts(int from, int to) {
    double[] sum = new double[StanceScorer.ACTS.size() + 1];
    for (int t = 0; t < acts.length; t++) {
      double share = holders[t][from] * targets[t][to];
      for (int a = 0; a < sum.length; a++) {
        sum[a] += share * acts[t][a];
      }
    }
    return sum;
  }

  /** The likeliest act of a trigger, by its place in {@link StanceScorer#ACTS}. */
  int act(int trigger) {
    int best = 1;
    for (int a = 2; a < acts[trigger].length; a++) {
      best = acts[trigger][a] > acts[trigger][best] ? a : best;
    }
    return best - 1;
  }

  static int best(double[] shares) {
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return best;
  }
}
