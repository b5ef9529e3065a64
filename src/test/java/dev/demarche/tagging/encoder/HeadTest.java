package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  private static final List<String> LABELS = List.of("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "S-Y");

  @Test
  void aRunIsFromItsBeginningToItsEndAndCountsFromWhereItIsAsked() {
    assertThat(head(0).spans(saying("O", "B-X", "I-X", "E-X", "S-Y", "S-Y", "O"), 100)).extracting(s -> s.label() + " " + s.from() + " " + s.to())
        .containsExactly("X 101 104", "Y 104 105", "Y 105 106");
  }

  @Test
  void whatCannotFollowIsMendedByTheRest() {
    assertThat(head(0).spans(saying("O", "B-X", "O", "E-X", "O"), 0)).extracting(s -> s.label() + " " + s.from() + " " + s.to()).containsExactly("X 1 4");
  }

  @Test
  void clearScoresAreTrusted() {
    assertThat(head(0).spans(saying("O", "S-X", "O"), 0).get(0).confidence()).isCloseTo(1, within(0.01));
    assertThat(head(0).spans(new float[][] {{0, 0, 0, 0, 0.1f, 0, 0, 0, 0}}, 0).get(0).confidence()).isBetween(0.3, 0.4);
  }

  @Test
  void withoutWordsThereAreNoRuns() {
    assertThat(head(0).spans(new float[0][], 3)).isEmpty();
  }

  @Test
  void scoresThatAreNoNumbersGiveNoRuns() {
    float[][] scores = saying("S-X", "O");
    Arrays.fill(scores[1], Float.NaN);
    assertThat(head(0).spans(scores, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theBestSequenceIsTheBestOfAllThatAreTried(int words) {
    for (int seed = 0; seed < 20; seed++) {
      float[][] scores = random(seed, words);
      double[] most = {Double.NEGATIVE_INFINITY};
      int[] best = new int[words];
      tryAll(head(seed), scores, new int[words], 0, 0, most, best);
      assertThat(new Lattice(head(seed), scores).best()).containsExactly(best);
    }
  }

  @Test
  void probabilitiesAreThoseOfAllSequences() {
    float[][] scores = random(5, 4);
    int[] path = new Lattice(head(5), scores).best();
    double[] weights = new double[5];
    sumAll(head(5), scores, new int[4], 0, 0, path, weights);
    double[] found = new Lattice(head(5), scores).probabilities(path);
    for (int i = 0; i < 4; i++) {
      assertThat(found[i]).isCloseTo(weights[i] / weights[4], within(1e-9));
    }
  }

  @Test
  void runsAreDisjointAndInRangeAndNeverImpossible() {
    for (int seed = 0; seed < 100; seed++) {
      Head head = head(seed);
      float[][] scores = random(seed, 1 + seed * 3);
      int behind = 7;
      for (LabelledSpan span : head.spans(scores, 7)) {
        assertThat(span.from()).isGreaterThanOrEqualTo(behind);
        behind = span.to();
      }
      assertThat(behind).isLessThanOrEqualTo(7 + scores.length);
      int[] path = new Lattice(head, scores).best();
      for (int i = 1; i < path.length; i++) {
        assertThat(head.transition(path[i - 1], path[i])).isGreaterThan(Head.IMPOSSIBLE);
      }
    }
  }

  @Test
  void wrongFormsAreNamed() {
    assertThatThrownBy(() -> new Head(List.of("O", "X"), new float[2][2], new float[2], new float[2])).hasMessageContaining("labels: X");
    assertThatThrownBy(() -> new Head(List.of("O", "S-X"), new float[2][1], new float[2], new float[2])).hasMessageContaining("transitions");
    assertThatThrownBy(() -> new Head(List.of("O"), new float[1][1], new float[2], new float[1])).hasMessageContaining("start has 2");
    assertThatThrownBy(() -> head(0).spans(new float[1][3], 0)).hasMessageContaining("3 columns for 9 labels");
  }

  private static void tryAll(Head head, float[][] scores, int[] path, int at, double score, double[] most, int[] best) {
    if (at == path.length) {
      double whole = score + head.endAt(path[at - 1]);
      if (whole > most[0]) {
        most[0] = whole;
        System.arraycopy(path, 0, best, 0, at);
      }
      return;
    }
    for (int j = 0; j < LABELS.size(); j++) {
      path[at] = j;
      tryAll(head, scores, path, at + 1, score + scores[at][j] + (at == 0 ? head.startAt(j) : head.transition(path[at - 1], j)), most, best);
    }
  }

  private static void sumAll(Head head, float[][] scores, int[] path, int at, double score, int[] asked, double[] weights) {
    if (at == path.length) {
      double weight = Math.exp(score + head.endAt(path[at - 1]));
      for (int i = 0; i < at; i++) {
        weights[i] += path[i] == asked[i] ? weight : 0;
      }
      weights[at] += weight;
      return;
    }
    for (int j = 0; j < LABELS.size(); j++) {
      path[at] = j;
      sumAll(head, scores, path, at + 1, score + scores[at][j] + (at == 0 ? head.startAt(j) : head.transition(path[at - 1], j)), asked, weights);
    }
  }

  private static float[][] saying(String... labels) {
    float[][] scores = new float[labels.length][LABELS.size()];
    for (int i = 0; i < labels.length; i++) {
      scores[i][LABELS.indexOf(labels[i])] = 10;
    }
    return scores;
  }

  private static float[][] random(int seed, int words) {
    Random random = new Random(seed);
    float[][] scores = new float[words][LABELS.size()];
    for (float[] row : scores) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian() * 3;
      }
    }
    return scores;
  }

  /** A head whose possible transitions are drawn by {@code seed}; all 0 for seed 0. */
  private static Head head(int seed) {
    Random random = new Random(seed);
    int n = LABELS.size();
    float[][] transitions = new float[n][n];
    float[] start = new float[n];
    float[] end = new float[n];
    for (int i = 0; i < n; i++) {
      boolean inside = "BI".indexOf(LABELS.get(i).charAt(0)) >= 0;
      start[i] = "IE".indexOf(LABELS.get(i).charAt(0)) >= 0 ? Head.IMPOSSIBLE : 0;
      end[i] = inside ? Head.IMPOSSIBLE : 0;
      for (int j = 0; j < n; j++) {
        boolean goesOn = "IE".indexOf(LABELS.get(j).charAt(0)) >= 0;
        boolean same = LABELS.get(i).substring(1).equals(LABELS.get(j).substring(1));
        transitions[i][j] = inside != goesOn || inside && !same ? Head.IMPOSSIBLE : seed == 0 ? 0 : (float) random.nextGaussian();
      }
    }
    return new Head(LABELS, transitions, start, end);
  }
}
