package dev.demarche.delivery;

import static dev.demarche.delivery.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Delivery;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static Delivery delivery(long offset) {
    return Delivery.fresh(Alerts.told("a" + offset), "desk", "route", NOON, NOON, 0, offset);
  }

  private static List<Long> offsets(Window window) {
    return window.waiting().stream().map(open -> open.delivery().offset()).sorted().toList();
  }

  @Test
  void holdsTheOldestAndKnowsThatThereIsMore() {
    Window window = new Window(3, 1);
    LongStream.range(0, 10).forEach(offset -> window.offer(delivery(offset), 100 + offset));
    assertThat(offsets(window)).containsExactly(0L, 1L, 2L);
    assertThat(window.horizon()).isEqualTo(3);
    assertThat(window.spilled()).isTrue();
    assertThat(window.from()).isEqualTo(100);
  }

  @Test
  void isDrainedOnceAllBeforeTheHorizonHasEnded() {
    Window window = new Window(2, 1);
    LongStream.range(0, 5).forEach(offset -> window.offer(delivery(offset), 100 + offset));
    window.forget("a0|desk");
    assertThat(window.drained()).isFalse();
    window.forget("a1|desk");
    assertThat(window.drained()).isTrue();
    assertThat(window.from()).isEqualTo(102);
  }

  @Test
  void anOlderOneMakesTheNewestMakeRoom() {
    Window window = new Window(2, 1);
    window.offer(delivery(5), 100);
    window.offer(delivery(6), 101);
    assertThat(window.offer(delivery(1), 102)).extracting(open -> open.delivery().offset()).containsExactly(6L);
    assertThat(offsets(window)).containsExactly(1L, 5L);
    assertThat(window.horizon()).isEqualTo(6);
  }

  @Test
  void whatIsUnderWayCountsAsOpenAndIsNotTakenInTwice() {
    Window window = new Window(2, 1);
    window.offer(delivery(5), 100);
    Open open = window.get("a5|desk");
    window.take(open);
    window.offer(delivery(5), 101);
    assertThat(window.waiting()).isEmpty();
    assertThat(window.from()).isEqualTo(100);
    assertThat(window.idle()).isFalse();
    window.giveBack(open);
    assertThat(window.from()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aNewerRecordTakesThePlaceOfTheOlder() {
    Window window = new Window(2, 1);
    window.offer(delivery(5), 100);
    window.offer(delivery(5).after(Delivery.Status.PENDING, NOON, "500", NOON), 120);
    assertThat(window.get("a5|desk").delivery().attempts()).isEqualTo(1);
    assertThat(window.from()).isEqualTo(120);
  }
}
