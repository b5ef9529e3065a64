package dev.demarche.delivery;

import static dev.demarche.delivery.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.delivery.channels.Outcome;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Delivery.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final List<Duration> RETRY = List.of(Duration.ofSeconds(10), Duration.ofMinutes(10));
  private static final Delivery FRESH = Delivery.fresh(Alerts.told("a1"), "desk", "route", NOON, NOON, 3, 17);

  private static Delivery later(Delivery before, Duration after, double dice) {
    return Progress.after(before, new Outcome.Later("500", after), RETRY, NOON, dice);
  }

  @Test
  void waitsAreTheOnesOfTheListGiveOrTakeAFifth() {
    assertThat(later(FRESH, null, 0).nextAttempt()).isEqualTo(NOON.plusSeconds(8));
    assertThat(later(FRESH, null, 1).nextAttempt()).isEqualTo(NOON.plusSeconds(12));
    assertThat(later(later(FRESH, null, 0.5), null, 0.5).nextAttempt()).isEqualTo(NOON.plusSeconds(600));
  }

  @Test
  void isGivenUpAfterTheLastOfTheList() {
    Delivery third = later(later(later(FRESH, null, 0), null, 0), null, 0);
    assertThat(third.status()).isEqualTo(Status.FAILED);
    assertThat(third.attempts()).isEqualTo(3);
    assertThat(third.nextAttempt()).isNull();
  }

  @Test
  void waitsAsLongAsTheReceiverAsksButNeverLess() {
    assertThat(later(FRESH, Duration.ofHours(1), 0).nextAttempt()).isEqualTo(NOON.plusSeconds(3_600));
    assertThat(later(FRESH, Duration.ofSeconds(1), 0.5).nextAttempt()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void whatTheReceiverTookRefusedOrWantsNoMoreOfHasEnded() {
    assertThat(Progress.after(FRESH, new Outcome.Delivered("200"), RETRY, NOON, 0).status()).isEqualTo(Status.DELIVERED);
    assertThat(Progress.after(FRESH, new Outcome.Refused("400"), RETRY, NOON, 0).status()).isEqualTo(Status.FAILED);
    assertThat(Progress.after(FRESH, new Outcome.Gone("410"), RETRY, NOON, 0).status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void aReceiverRestsLongerWithEachFailureInARowAndAtMostAMinute() {
    Outcome bad = new Outcome.Later("500", null);
    assertThat(List.of(1, 2, 3, 11, 1_000)).extracting(n -> Progress.rest(bad, n).toMillis()).containsExactly(100L, 200L, 400L, 60_000L, 60_000L);
    assertThat(Progress.rest(new Outcome.Later("429", Duration.ofMinutes(5)), 1)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Progress.rest(new Outcome.Delivered("200"), 0)).isEqualTo(Duration.ZERO);
  }

  @Test
  void theStandardScheduleGoesOnForThreeDays() {
    assertThat(Receiver.STANDARD_RETRY.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
  }
}
