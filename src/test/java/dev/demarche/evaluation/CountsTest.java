package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void addUp() {
    assertThat(new Counts(1, 2, 3).plus(new Counts(10, 20, 30))).isEqualTo(new Counts(11, 22, 33));
    assertThat(Counts.of(3, 5, 4)).isEqualTo(new Counts(3, 2, 1));
  }

  @Test
  void tellPrecisionRecallAndTheirMean() {
    Counts counts = new Counts(3, 1, 3);
    assertThat(counts.precision()).isEqualTo(0.75);
    assertThat(counts.recall()).isEqualTo(0.5);
    assertThat(counts.f1()).isEqualTo(0.6);
    assertThat(counts.meanOfPrecisionAndRecall()).isEqualTo(0.6, within(1e-12));
  }

  @Test
  void ofNothingAreWorthNothing() {
    assertThat(Counts.NONE.precision()).isZero();
    assertThat(Counts.NONE.recall()).isZero();
    assertThat(Counts.NONE.f1()).isZero();
    assertThat(Counts.NONE.meanOfPrecisionAndRecall()).isZero();
  }

  @Test
  void areNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Counts.of(2, 1, 3)).withMessageContaining("fp -1");
  }
}
