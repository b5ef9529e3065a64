package dev.demarche.console.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static final Instant DAY = Instant.parse("2026-05-10T00:00:00Z");

  @Test
  void theBusiestStepIsTheHighestAndEmptyOnesArePart() {
    Bars bars = Bars.of(new TreeMap<>(Map.of(DAY, 4L, DAY.minus(Duration.ofDays(2)), 1L, DAY.minus(Duration.ofDays(9)), 7L)), Duration.ofDays(1), 3,
        DAY.plusSeconds(3_600));
    assertThat(bars.bars()).extracting(Bars.Bar::words).containsExactly("2026-05-08: 1", "2026-05-09: 0", "2026-05-10: 4");
    assertThat(bars.bars()).extracting(Bars.Bar::height).containsExactly(12, 0, 48);
    assertThat(bars.total()).isEqualTo(5);
  }

  @Test
  void whereNothingIsOfLateTheDaysUpToTheNewestAreShown() {
    assertThat(Bars.days(new TreeMap<>(Map.of(DAY, 4L)), 30, DAY.plus(Duration.ofDays(300))).span()).isEqualTo("2026-04-11 to 2026-05-10");
    assertThat(Bars.days(new TreeMap<>(Map.of(DAY, 4L)), 30, DAY.plus(Duration.ofDays(3))).span()).isEqualTo("2026-04-14 to 2026-05-13");
  }
}
