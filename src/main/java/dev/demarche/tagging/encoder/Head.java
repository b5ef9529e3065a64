package dev.demarche.tagging.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The labels of one head and how they follow each other. A label is "O", outside, or a letter for the place in a run of words and the run's
 * name: "B-CUE" begins it, "I-CUE" goes on, "E-CUE" ends it, "S-CUE" is a run of one word.
 *
 * @param labels      the labels in the order of the scores
 * @param transitions score of a label, column, behind another, row; {@value #IMPOSSIBLE} or less where it cannot be
 * @param start       score of a label on the first word
 * @param end         score of a label on the last word
 */
public record Head(List<String> labels, float[][] transitions, float[] start, float[] end) {
  /** The score of what cannot be. */
  public static final float IMPOSSIBLE = -10_000;

  public Head {
    labels = List.copyOf(labels);
    Objects.requireNonNull(transitions, "transitions");
    int n = labels.size();
    if (n == 0) {
      throw new IllegalArgumentException("labels are empty");
    }
    for (String label : labels) {
      if (!label.equals("O") && !label.matches("[BIES]-.+")) {
        throw new IllegalArgumentException("labels: " + label + " is neither O nor one of B-, I-, E- and S- with a name");
      }
    }
    if (transitions.length != n || Arrays.stream(transitions).anyMatch(row -> row.length != n)) {
      throw new IllegalArgumentException("transitions are not " + n + " rows of " + n + ", as there are labels");
    }
    if (start.length != n || end.length != n) {
      throw new IllegalArgumentException("start has " + start.length + " and end " + end.length + " scores for " + n + " labels");
    }
    transitions = Arrays.stream(transitions).map(float[]::clone).toArray(float[][]::new);
    start = start.clone();
    end = end.clone();
  }

  /**
   * The runs of the best sequence of labels, by Viterbi's algorithm (1967). A run's confidence is the mean, over its words, of the probability
   * of their labels given all scores (forward and backward, Rabiner 1989).
   *
   * @param scores for each word a score for each label
   * @param from   index of the first word, added to all indexes of the answer
   * @return in order, disjoint; empty for no words
   */
  public List<LabelledSpan> spans(float[][] scores, int from) {
    if (scores.length == 0) {
      return List.of();
    }
    if (scores[0].length != labels.size()) {
      throw new IllegalArgumentException("scores have " + scores[0].length + " columns for " + labels.size() + " labels");
    }
    Lattice lattice = new Lattice(this, scores);
    int[] path = lattice.best();
    List<LabelledSpan> spans = new ArrayList<>();
    double[] likely = null;
    for (int begin = 0; path != null && begin < path.length; begin++) {
      if (path[begin] != outside()) {
        likely = likely == null ? lattice.probabilities(path) : likely;
        int end = runEnd(path, begin);
        double mean = Arrays.stream(likely, begin, end).average().orElse(0);
        spans.add(new LabelledSpan(from + begin, from + end, labels.get(path[begin]).substring(2), mean));
        begin = end - 1;
      }
    }
    return spans;
  }

  private int outside() {
    return labels.indexOf("O");
  }

  private int runEnd(int[] path, int begin) {
    String name = labels.get(path[begin]).substring(1);
    int end = begin + 1;
    while (end < path.length && "BI".indexOf(labels.get(path[end - 1]).charAt(0)) >= 0
        && (labels.get(path[end]).equals("I" + name) || labels.get(path[end]).equals("E" + name))) {
      end++;
    }
    return end;
  }

  float transition(int from, int to) {
    return transitions[from][to];
  }

  float startAt(int label) {
    return start[label];
  }

  float endAt(int label) {
    return end[label];
  }

  /** A copy. */
  @Override
  public float[][] transitions() {
    return Arrays.stream(transitions).map(float[]::clone).toArray(float[][]::new);
  }

  /** A copy. */
  @Override
  public float[] start() {
    return start.clone();
  }

  /** A copy. */
  @Override
  public float[] end() {
    return end.clone();
  }
}
