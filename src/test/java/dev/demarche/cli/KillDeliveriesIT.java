package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.bench.DeliveryBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few of the kills of demarche bench deliveries. */
class KillDeliveriesIT {

  @Test
  @Timeout(240)
  void threeKillsLoseNothing() throws Exception {
    DeliveryBench.Result result = new DeliveryBench(150, 3, 3, 20, line -> { }).run();
    assertThat(result.good()).as(result.toString()).isTrue();
  }
}
