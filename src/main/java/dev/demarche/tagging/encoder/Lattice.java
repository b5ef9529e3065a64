package dev.demarche.tagging.encoder;

/** All sequences of labels for some words: the best one, and how likely a label is on a word over all of them. */
final class Lattice {
  private final Head head;
  private final float[][] scores;
  private final int labels;

  /**
   * @param scores for each word, one at least, a score for each label
   */
  Lattice(Head head, float[][] scores) {
    this.head = head;
    this.scores = scores;
    this.labels = head.labels().size();
  }

  /** The best sequence, or null if no sequence is possible. */
  int[] best() {
    int words = scores.length;
    double[] now = new double[labels];
    double[] last = new double[labels];
    byte[][] from = new byte[words][labels];
    for (int j = 0; j < labels; j++) {
      now[j] = possible(head.startAt(j)) + scores[0][j];
    }
    for (int i = 1; i < words; i++) {
      double[] swap = last;
      last = now;
      now = swap;
      for (int j = 0; j < labels; j++) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < labels; k++) {
          double score = last[k] + possible(head.transition(k, j));
          if (score > most) {
            most = score;
            from[i][j] = (byte) k;
          }
        }
        now[j] = most + scores[i][j];
      }
    }
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < labels; j++) {
      double score = now[j] + possible(head.endAt(j));
      if (score > most) {
        most = score;
        best = j;
      }
    }
    return best < 0 ? null : path(from, best);
  }

  private static int[] path(byte[][] from, int last) {
    int[] path = new int[from.length];
    path[from.length - 1] = last;
    for (int i = from.length - 1; i > 0; i--) {
      path[i - 1] = from[i][path[i]];
    }
    return path;
  }

  private static double possible(float score) {
    return score <= Head.IMPOSSIBLE ? Double.NEGATIVE_INFINITY : score;
  }

  /** For each word the probability of its label in {@code path}; 0 where the scores leave none. */
  double[] probabilities(int[] path) {
    int words = scores.length;
    double[][] follows = new double[labels][labels];
    for (int k = 0; k < labels; k++) {
      for (int j = 0; j < labels; j++) {
        follows[k][j] = Math.exp(possible(head.transition(k, j)));
      }
    }
    double[][] emitted = new double[words][labels];
    double[][] forward = new double[words][labels];
    for (int i = 0; i < words; i++) {
      double top = Double.NEGATIVE_INFINITY;
      for (float score : scores[i]) {
        top = Math.max(top, score);
      }
      for (int j = 0; j < labels; j++) {
        emitted[i][j] = Math.exp(scores[i][j] - top);
        double before = i == 0 ? Math.exp(possible(head.startAt(j))) : 0;
        for (int k = 0; i > 0 && k < labels; k++) {
          before += forward[i - 1][k] * follows[k][j];
        }
        forward[i][j] = before * emitted[i][j];
      }
      scale(forward[i]);
    }
    double[] found = new double[words];
    double[] backward = new double[labels];
    for (int j = 0; j < labels; j++) {
      backward[j] = Math.exp(possible(head.endAt(j)));
    }
    for (int i = words - 1; i >= 0; i--) {
      double sum = 0;
      for (int j = 0; j < labels; j++) {
        sum += forward[i][j] * backward[j];
      }
      found[i] = sum > 0 ? Math.min(1, forward[i][path[i]] * backward[path[i]] / sum) : 0;
      double[] earlier = new double[labels];
      for (int k = 0; k < labels; k++) {
        for (int j = 0; j < labels; j++) {
          earlier[k] += follows[k][j] * emitted[i][j] * backward[j];
        }
      }
      scale(earlier);
      backward = earlier;
    }
    return found;
  }

  private static void scale(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    for (int j = 0; j < row.length && sum > 0; j++) {
      row[j] /= sum;
    }
  }
}
