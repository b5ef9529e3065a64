package dev.demarche.tagging.stances;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who of those that a sentence names is for or against whom: directed sentiment (Park et al. 2021), by the pair's vectors, what stands between
 * them, and what the sentence's words say of the two. Safe for threads.
 */
final class Attitudes {
  private static final int MOST_NAMES = 7;
  private static final int MOST_COMBINATIONS = 12;
  /** What the chances of neither, forward for, backward for, forward against and backward against are multiplied with; chosen for macro-F1. */
  private static final double[] PRIORS = {0.55, 1, 0.8, 1, 0.8};

  /**
   * An attitude.
   *
   * @param from       party that holds it
   * @param to         party that it is towards
   * @param polarity   1 for, -1 against
   * @param confidence 0 to 1
   */
  record Attitude(Party from, Party to, int polarity, double confidence) {}

  private final StanceScorer scorer;

  Attitudes(StanceScorer scorer) {
    this.scorer = scorer;
  }

  /** The attitudes between the sentence's actors, one at most for each two of them. */
  List<Attitude> of(SentenceReading reading, Vectors vectors) {
    List<Attitude> found = new ArrayList<>();
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int p = 0; p < reading.parties().size(); p++) {
      Party party = reading.parties().get(p);
      first = Math.min(first, party.head());
      last = Math.max(last, party.head());
      if (party.is(PartyFeature.NAMED)) {
        byName.computeIfAbsent(party.who().name(), name -> new ArrayList<>()).add(p);
      }
    }
    List<List<Integer>> names = byName.values().stream().limit(MOST_NAMES).toList();
    if (names.size() < 2) {
      return found;
    }
    first = Math.min(first, reading.triggers().get(0).token());
    last = Math.max(last, reading.triggers().get(reading.triggers().size() - 1).token());
    List<float[]> sentence = vectors.between(first, last, true);
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        Attitude attitude = between(reading, vectors, sentence, names.get(a), names.get(b));
        if (attitude != null) {
          found.add(attitude);
        }
      }
    }
    return found;
  }

  private Attitude between(SentenceReading reading, Vectors vectors, List<float[]> sentence, List<Integer> ones, List<Integer> others) {
    List<double[]> there = new ArrayList<>();
    List<double[]> back = new ArrayList<>();
    for (int one : ones) {
      for (int other : others) {
        if (there.size() < MOST_COMBINATIONS) {
          there.add(scores(reading, vectors, sentence, one, other));
          back.add(scores(reading, vectors, sentence, other, one));
        }
      }
    }
    double[] shares = StanceScorer.softmax(new double[] {0, mean(there, 0), mean(back, 0), mean(there, 1), mean(back, 1)});
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] *= PRIORS[c];
      sum += shares[c];
    }
    int best = SentenceReading.best(shares);
    if (best == 0) {
      return null;
    }
    boolean forward = best % 2 == 1;
    List<double[]> scores = forward ? there : back;
    int pair = 0;
    for (int k = 1; k < scores.size(); k++) {
      pair = scores.get(k)[(best - 1) / 2] > scores.get(pair)[(best - 1) / 2] ? k : pair;
    }
    Party one = reading.parties().get(ones.get(pair / others.size()));
    Party other = reading.parties().get(others.get(pair % others.size()));
    return new Attitude(forward ? one : other, forward ? other : one, best <= 2 ? 1 : -1, shares[best] / sum);
  }

  private double[] scores(SentenceReading reading, Vectors vectors, List<float[]> sentence, int from, int to) {
    Party one = reading.parties().get(from);
    Party other = reading.parties().get(to);
    int low = Math.min(one.head(), other.head());
    int high = Math.max(one.head(), other.head());
    boolean[] features = features(reading, vectors, from, to);
    return scorer.attitude(vectors.at(one.head()), vectors.at(other.head()), vectors.between(low, high, false), sentence, features,
        reading.acts(from, to));
  }

  private static boolean[] features(SentenceReading reading, Vectors vectors, int from, int to) {
    int parties = PartyFeature.values().length;
    boolean[] features = new boolean[2 * parties + StanceScorer.PAIR_FEATURES];
    Party one = reading.parties().get(from);
    Party other = reading.parties().get(to);
    for (int f = 0; f < parties; f++) {
      features[f] = (one.features() & 1L << f) != 0;
      features[parties + f] = (other.features() & 1L << f) != 0;
    }
    int low = Math.min(one.head(), other.head());
    int high = Math.max(one.head(), other.head());
    int gap = vectors.gap(low, high);
    long between = reading.parties().stream().filter(p -> p.is(PartyFeature.NAMED) && low < p.head() && p.head() < high).count();
    int at = 2 * parties;
    features[at] = one.head() < other.head();
    features[at + 1] = gap < 20;
    features[at + 2] = gap >= 20 && gap < 50;
    features[at + 3] = gap >= 50 && gap < 100;
    features[at + 4] = gap >= 100;
    features[at + 5] = between == 0;
    features[at + 6] = between == 1;
    features[at + 7] = between > 1;
    return features;
  }

  /** Logarithm of the mean of the exponentials. */
  private static double mean(List<double[]> scores, int column) {
    double most = scores.stream().mapToDouble(s -> s[column]).max().orElse(0);
    return most + Math.log(scores.stream().mapToDouble(s -> Math.exp(s[column] - most)).sum() / scores.size());
  }
}
