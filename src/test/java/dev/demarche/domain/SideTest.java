package dev.demarche.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideTest {

  @ParameterizedTest
  @CsvSource({"REQUEST, 0, DEMAND", "REQUEST, -1, DEMAND", "REJECT, -1, AGAINST", "CONCEDE, 1, FOR", "EXPECT, 0, NEITHER", "EXPECT, -1, AGAINST"})
  void anActPutsItsHolderOnASide(Act act, int polarity, Side side) {
    assertThat(Side.of(act, polarity)).isEqualTo(side);
  }
}
