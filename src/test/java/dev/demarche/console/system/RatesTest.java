package dev.demarche.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  private final Rates rates = new Rates();

  private void sample(int samples, long step) {
    long count = last;
    for (int i = 0; i < samples; i++) {
      count += step;
      rates.sample(count);
    }
    last = count;
  }

  private long last;

  @Test
  void nothingIsKnownOfOneSample() {
    rates.sample(100);
    assertThat(rates.ofMinute()).isZero();
    assertThat(rates.byMinute()).isEmpty();
  }

  @Test
  void theLastMinuteForgetsWhatWasBefore() {
    sample(13, 50);
    assertThat(rates.ofMinute()).isEqualTo(10.0);
    sample(12, 10);
    assertThat(rates.ofMinute()).isEqualTo(2.0);
    assertThat(rates.ofHour()).isEqualTo(6.0);
    assertThat(rates.byMinute()).isEqualTo(List.of(10.0, 2.0));
  }

  @Test
  void anHourIsKept() {
    sample(5_000, 5);
    assertThat(rates.seconds()).isEqualTo(3_600);
    assertThat(rates.ofHour()).isEqualTo(1.0);
    assertThat(rates.byMinute()).hasSize(60).containsOnly(1.0);
  }

  @Test
  void aCounterThatBeganAnewIsNoNegativeRate() {
    sample(13, 50);
    rates.sample(0);
    rates.sample(5);
    assertThat(rates.ofMinute()).isEqualTo(1.0);
  }

  @Test
  void theLineGoesFromEdgeToEdgeWithNothingAtTheBottom() {
    assertThat(Spark.of(List.of(0.0, 2.0, 1.0)).points()).isEqualTo("2.0,38.0 120.0,2.0 238.0,20.0");
    assertThat(Spark.of(List.of(1.0)).points()).isEmpty();
    assertThat(Spark.of(List.of(0.0, 0.0)).points()).isEqualTo("2.0,38.0 238.0,38.0");
  }
}
