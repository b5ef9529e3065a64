package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private final Instant longAgo = NOON.minus(Duration.ofDays(7));

  @Test
  void whileABacklogIsWorkedOffItIsAsFarAsTheBacklog() {
    assertThat(Frontier.start(NOON).with(longAgo, NOON).at(NOON.plusSeconds(60))).isEqualTo(longAgo);
  }

  @Test
  void whenNothingComesAnyMoreItIsTheWallClock() {
    assertThat(Frontier.start(NOON).with(longAgo, NOON).at(NOON.plus(Frontier.IDLE))).isEqualTo(NOON.plus(Frontier.IDLE));
  }

  @Test
  void atTheStartNothingIsDecided() {
    assertThat(Frontier.start(NOON).at(NOON.plusSeconds(599))).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatWasReceivedEarlierDoesNotTurnItBack() {
    assertThat(Frontier.start(NOON).with(NOON, NOON).with(longAgo, NOON).at(NOON)).isEqualTo(NOON);
  }
}
