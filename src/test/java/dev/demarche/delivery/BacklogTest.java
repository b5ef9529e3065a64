package dev.demarche.delivery;

import static dev.demarche.delivery.Alerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.delivery.channels.Outcome;
import dev.demarche.delivery.receivers.Address;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.domain.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BacklogTest {
  private Instant now = NOON;
  private final Clock clock = new Clock() {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  };

  private Backlog backlog(Duration digest) {
    Address address = new Address.Mail("h", 25, Address.Tls.NONE, null, null, "a@example.org", List.of("b@example.org"));
    Backlog backlog = new Backlog(new Receiver("desk", address, Duration.ofSeconds(1), List.of(Duration.ofMinutes(1)), 1, digest), 10, clock);
    backlog.open(0, backlog.window(1));
    return backlog;
  }

  private static void add(Backlog backlog, long offset, Instant due) {
    backlog.add(Delivery.fresh(Alerts.told("a" + offset), "desk", "route", NOON, due, 0, offset), 100 + offset);
  }

  private static List<Long> offsets(List<Open> taken) {
    return taken.stream().map(open -> open.delivery().offset()).toList();
  }

  private static CompletableFuture<List<Open>> takeLater(Backlog backlog) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return backlog.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void theOldestOfWhatIsDueComesFirst() throws Exception {
    Backlog backlog = backlog(Duration.ZERO);
    add(backlog, 2, NOON);
    add(backlog, 1, NOON);
    add(backlog, 0, NOON.plusSeconds(60));
    assertThat(offsets(backlog.take())).containsExactly(1L);
    assertThat(offsets(backlog.take())).containsExactly(2L);
    CompletableFuture<List<Open>> third = takeLater(backlog);
    Thread.sleep(100);
    assertThat(third).isNotDone();
    now = NOON.plusSeconds(60);
    assertThat(offsets(third.get(5, TimeUnit.SECONDS))).containsExactly(0L);
  }

  @Test
  void nothingIsHandedOutWhileTheReceiverRests() throws Exception {
    Backlog backlog = backlog(Duration.ZERO);
    add(backlog, 0, NOON);
    backlog.tell(new Outcome.Later("429", Duration.ofMinutes(10)));
    backlog.tell(new Outcome.Delivered("200, begun before"));
    CompletableFuture<List<Open>> taken = takeLater(backlog);
    Thread.sleep(100);
    assertThat(taken).isNotDone();
    now = NOON.plus(Duration.ofMinutes(10));
    assertThat(taken.get(5, TimeUnit.SECONDS)).hasSize(1);
  }

  @Test
  void aDigestTakesAlongWhatHasComeSinceItsFirst() throws Exception {
    Backlog backlog = backlog(Duration.ofMinutes(15));
    add(backlog, 0, NOON);
    add(backlog, 1, NOON.plusSeconds(60));
    add(backlog, 2, NOON.plusSeconds(600));
    assertThat(offsets(backlog.take())).containsExactly(0L, 1L, 2L);
  }

  @Test
  void whatFailedWaitsAgainAndWhatEndedDoesNot() throws Exception {
    Backlog backlog = backlog(Duration.ZERO);
    add(backlog, 0, NOON);
    Open open = backlog.take().get(0);
    backlog.done(open, open.delivery().after(Delivery.Status.PENDING, NOON, "500", NOON), 200);
    Open again = backlog.take().get(0);
    assertThat(again.delivery().attempts()).isEqualTo(1);
    assertThat(backlog.from(0)).isEqualTo(200);
    backlog.done(again, again.delivery().after(Delivery.Status.DELIVERED, null, "200", NOON), 201);
    assertThat(backlog.size()).isZero();
    assertThat(backlog.from(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsUnderWayWhenThePartitionGoesIsNobodysHere() throws Exception {
    Backlog backlog = backlog(Duration.ZERO);
    add(backlog, 0, NOON);
    Open open = backlog.take().get(0);
    backlog.closing(0);
    assertThat(backlog.idle(0)).isFalse();
    backlog.drop(0);
    assertThat(backlog.owns(open)).isFalse();
    backlog.open(0, backlog.window(2));
    assertThat(backlog.owns(open)).as("under another assignment").isFalse();
    backlog.done(open, open.delivery().after(Delivery.Status.PENDING, NOON, "500", NOON), 200);
    assertThat(backlog.size()).isZero();
  }

  @Test
  void aReceiverThatWantsNoMoreIsHandedWhatWaitsAtOnceToBeRecorded() throws Exception {
    Backlog backlog = backlog(Duration.ZERO);
    add(backlog, 0, NOON.plusSeconds(600));
    add(backlog, 1, NOON.plusSeconds(900));
    backlog.tell(new Outcome.Gone("410"));
    assertThat(offsets(backlog.take())).containsExactly(0L, 1L);
    backlog.enable();
    assertThat(backlog.gone()).isNull();
  }
}
