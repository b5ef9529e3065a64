package dev.demarche.pipeline;

import static dev.demarche.pipeline.NewsDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.alerting.Group;
import dev.demarche.alerting.Inhibitions;
import dev.demarche.alerting.Pace;
import dev.demarche.alerting.Report;
import dev.demarche.alerting.Silences;
import dev.demarche.delivery.Alerts;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** The stage that tells people, begun anew on the stores that another one has left. */
class NotifyRestartTest {
  private static final Grouping RULE = new Grouping(List.of(Grouping.By.ACTOR), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(1));

  private final KeyValueStore<String, AlertLife> lives = store("lives", AlertLife.class);
  private final KeyValueStore<String, Group> groups = store("groups", Group.class);
  private final KeyValueStore<String, Pace> paces = store("paces", Pace.class);

  private static <T> KeyValueStore<String, T> store(String name, Class<T> type) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Json.serde(type)).withLoggingDisabled().build();
  }

  /** A stage with a context of its own. */
  private final class Started {
    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final NotifyStage stage = new NotifyStage(id -> Optional.of(RULE), new Silences(), new Inhibitions(),
        new Stage.StageContext(new Counters(), Clock.systemUTC(), 1_000_000));

    Started(Instant now) {
      context.setCurrentSystemTimeMs(now.toEpochMilli());
      for (KeyValueStore<String, ?> store : List.of(lives, groups, paces)) {
        context.addStateStore(store);
      }
      if (!lives.isOpen()) {
        List.of(lives, groups, paces).forEach(store -> store.init(context.getStateStoreContext(), store));
      }
      stage.init(context);
    }

    void raise(String id) {
      stage.process(new Record<>("russia-rejects", new Report(id, Alerts.alert(id), null, "first report"), NOW.toEpochMilli()));
    }

    List<Notification> turn(Instant now) {
      context.resetForwards();
      context.scheduledPunctuators().get(0).getPunctuator().punctuate(now.toEpochMilli());
      return context.forwarded().stream().filter(sent -> sent.childName().orElse("").equals(NewsTopology.sink(Topics.NOTIFICATIONS)))
          .map(sent -> Json.read((byte[]) sent.record().value(), Notification.class)).toList();
    }
  }

  @Test
  void aRestartNeitherLosesNorDoublesANotification() {
    Started first = new Started(NOW);
    first.raise("a1");
    first.raise("a2");
    assertThat(first.turn(NOW.plusSeconds(29))).isEmpty();
    Started second = new Started(NOW.plusSeconds(40));
    assertThat(second.turn(NOW.plusSeconds(40))).singleElement().satisfies(one -> assertThat(one.count()).isEqualTo(2));
    Started third = new Started(NOW.plusSeconds(50));
    assertThat(third.turn(NOW.plusSeconds(50))).isEmpty();
    assertThat(third.turn(NOW.plusSeconds(4_000))).singleElement().satisfies(one -> assertThat(one.repeat()).isEqualTo(1));
    assertThat(new Started(NOW.plusSeconds(4_001)).turn(NOW.plusSeconds(4_001))).isEmpty();
  }
}
