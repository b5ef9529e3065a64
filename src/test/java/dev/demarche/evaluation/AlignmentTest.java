package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  /** Which of the rows have a partner among the columns. */
  private static BitSet paired(double[]... scores) {
    List<Integer> gold = java.util.stream.IntStream.range(0, scores.length).boxed().toList();
    List<Integer> found = java.util.stream.IntStream.range(0, scores[0].length).boxed().toList();
    return Alignment.paired(gold, found, (g, f) -> scores[g][f]);
  }

  private static BitSet rows(int... rows) {
    BitSet set = new BitSet();
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  @Test
  void theBestPairIsTakenFirstEvenIfThatLeavesOthersAlone() {
    assertThat(paired(new double[] {0.9, 0.8}, new double[] {0.8, 0.1})).isEqualTo(rows(0));
    assertThat(paired(new double[] {0.7, 0.8}, new double[] {0.8, 0.9})).isEqualTo(rows(0, 1));
  }

  @Test
  void amongEqualsTheEarlierIsTaken() {
    assertThat(paired(new double[] {0.5}, new double[] {0.5})).isEqualTo(rows(0));
    assertThat(paired(new double[] {0.6, 0.6}, new double[] {0.6, 0.1})).isEqualTo(rows(0));
  }

  @Test
  void lessThanHalfIsNoPair() {
    assertThat(paired(new double[] {0.499})).isEqualTo(rows());
    assertThat(paired(new double[] {0.5})).isEqualTo(rows(0));
  }
}
