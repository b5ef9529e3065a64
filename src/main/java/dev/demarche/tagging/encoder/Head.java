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
    return new ArrayList<>();
  }
}
