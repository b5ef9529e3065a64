package dev.demarche.console.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrialsTest {
  private static final Watch DRAFT = Watch.of("w", Finding.Kind.STANCE).acts(Act.REJECT).build();

  private static void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Thread.sleep(10);
    }
  }

  private static DraftTrial endless() {
    return (draft, since, now, progress) -> {
      for (long read = 1; ; read++) {
        progress.accept(read);
        try {
          Thread.sleep(5);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @Test
  void twoRunAndOthersWaitAndTooManyAreRefused() throws Exception {
    try (Trials trials = new Trials(endless(), Clock.systemUTC(), Duration.ofMinutes(1))) {
      List<String> ids = IntStream.range(0, 10).mapToObj(i -> trials.begin(DRAFT, 30).id()).toList();
      await(() -> ids.stream().filter(id -> trials.get(id).orElseThrow().read() > 0).count() == 2);
      assertThat(ids.stream().filter(id -> trials.get(id).orElseThrow().state() == Trial.State.WAITING)).hasSize(8);
      assertThatThrownBy(() -> trials.begin(DRAFT, 30)).isInstanceOf(RejectedExecutionException.class);
      trials.stop(ids.get(0));
      assertThat(trials.get(ids.get(0)).orElseThrow().state()).isEqualTo(Trial.State.STOPPED);
      await(() -> trials.get(ids.get(2)).orElseThrow().state() == Trial.State.RUNNING);
    }
  }

  @Test
  void whatTakesTooLongEndsAndSaysSo() throws Exception {
    try (Trials trials = new Trials(endless(), Clock.systemUTC(), Duration.ofMillis(100))) {
      String id = trials.begin(DRAFT, 30).id();
      await(() -> trials.get(id).orElseThrow().ended());
      assertThat(trials.get(id).orElseThrow().mend()).isEqualTo("try fewer days");
    }
  }

  @Test
  void whatStandsStillEndsToo() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    DraftTrial still = (draft, since, now, progress) -> {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        ended.countDown();
      }
      throw new IllegalStateException("ended");
    };
    try (Trials trials = new Trials(still, Clock.systemUTC(), Duration.ofMillis(100))) {
      String id = trials.begin(DRAFT, 30).id();
      ended.await();
      assertThat(trials.get(id).orElseThrow().state()).isEqualTo(Trial.State.FAILED);
    }
  }

  @Test
  void aRefusalIsTold() throws Exception {
    DraftTrial refusing = (draft, since, now, progress) -> {
      throw new IllegalArgumentException("finds too much; narrow it");
    };
    try (Trials trials = new Trials(refusing, Clock.systemUTC(), Duration.ofSeconds(5))) {
      String id = trials.begin(DRAFT, 30).id();
      await(() -> trials.get(id).orElseThrow().ended());
      assertThat(trials.get(id).orElseThrow().why()).isEqualTo("finds too much; narrow it");
    }
  }
}
