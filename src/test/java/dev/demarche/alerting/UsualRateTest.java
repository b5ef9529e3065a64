package dev.demarche.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualRateTest {

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 0.29289", "0, 1, 2, 0.11612", "4, 2, 1, 0.83872", "30, 30, 5, 0.00475"})
  void theNumberInAWindowIsNegativeBinomial(int before, double windows, int least, double probability) {
    assertThat(new UsualRate(before, windows).probability(least)).isCloseTo(probability, within(1e-4));
  }

  @Test
  void whereNothingIsKnownOfTheTimeBeforeNothingIsImprobable() {
    assertThat(new UsualRate(0, 0).probability(100)).isEqualTo(1);
  }

  @Test
  void theMoreIsKnownTheLessProbableIsTheSameNumber() {
    assertThat(new UsualRate(30, 30).probability(6)).isLessThan(new UsualRate(3, 3).probability(6));
  }

  @Test
  void extremesAreProbabilities() {
    assertThat(new UsualRate(300, 0.001).probability(300)).isBetween(0.0, 1.0);
    assertThat(new UsualRate(0, 1_000_000).probability(300)).isBetween(0.0, 1e-6);
    assertThat(new UsualRate(0, 1_000_000).text(300)).isEqualTo("0.00 are usual (0 in the 1000000.0 windows before); probability below 0.000001");
  }
}
