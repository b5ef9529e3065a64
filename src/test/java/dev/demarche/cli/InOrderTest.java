package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InOrderTest {
  private final List<Integer> taken = new ArrayList<>();

  @Test
  void whatIsDoneLateHoldsItsPlace() {
    CountDownLatch second = new CountDownLatch(1);
    try (InOrder<Integer, Integer> work = new InOrder<>(2, i -> {
      if (i == 1) {
        second.countDown();
      } else if (i == 0) {
        await(second);
      }
      return i * 10;
    }, taken::add)) {
      IntStream.range(0, 100).forEach(work::give);
    }
    assertThat(taken).startsWith(0, 10, 20).hasSize(100).isSorted();
  }

  @Test
  void aResultIsHandedOverBeforeMoreIsGiven() {
    CountDownLatch first = new CountDownLatch(1);
    try (InOrder<Integer, Integer> work = new InOrder<>(1, i -> i, i -> first.countDown())) {
      work.give(1);
      await(first);
    }
    assertThat(first.getCount()).isZero();
  }

  @Test
  void whatTheWorkThrowsIsThrownAtTheEndAndTheRestIsLeft() {
    InOrder<Integer, Integer> work = new InOrder<>(2, i -> 1 / (i - 3), taken::add);
    IntStream.range(0, 1000).forEach(work::give);
    assertThatThrownBy(work::close).isInstanceOf(ArithmeticException.class);
    assertThat(taken).containsExactly(0, 0, -1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
