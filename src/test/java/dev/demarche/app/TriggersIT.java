package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watch that counts, on a real broker. */
@Timeout(120)
class TriggersIT {
  private static final Instant START = Instant.parse("2026-01-10T09:00:00Z");

  @TempDir Path folder;

  @Test
  void countsOverARestartAndTellsAnEpisodeOnce() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      Settings settings = Settings.of(Map.of("bootstrap", kafka.bootstrap(), "threads", "1", "state.dir", folder.resolve("state").toString()));
      Demo.applyTopics(settings, 2);
      assertThat(new HitPartitions(settings).getAsInt()).isEqualTo(2);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.WATCHES, "news.watches", "noes", Watch.of("noes", Finding.Kind.STANCE).name("Many say no").severity(Severity.INFO)
            .words("treaty").trigger(new TriggerRule(TriggerRule.Kind.COUNT, 5, Duration.ofHours(6), null)).build());
      }
      try (StreamApp first = started(settings)) {
        publish(settings, 0, 3);
        await(() -> first.counters().count(Counters.Name.COUNTED) == 3);
      }
      assertThat(alerts(settings)).isEmpty();
      try (StreamApp second = started(settings)) {
        publish(settings, 3, 8);
        await(() -> second.counters().count(Counters.Name.COUNTED) == 5);
        assertThat(second.counters().atRest()).isTrue();
      }
      assertThat(alerts(settings)).singleElement().satisfies(alert -> {
        assertThat(alert.reason()).startsWith("5 utterances within 6h, of at least 5");
        assertThat(alert.counted()).hasSize(5);
      });
    }
  }

  private static StreamApp started(Settings settings) throws InterruptedException {
    StreamApp app = new StreamApp(settings, FakeTagger::new, Clock.systemUTC());
    app.start();
    assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
    return app;
  }

  private static void publish(Settings settings, int from, int to) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), "news.articles")) {
      for (int i = from; i < to; i++) {
        publisher.publish(new Article("n" + i, 1, null, "n" + i + ".example", null, "Actor" + i + " REJECT Sudria treaty of item" + i, null,
            START.plusSeconds(60L * i), null, null));
      }
      publisher.flush();
    }
  }

  private static List<Alert> alerts(Settings settings) {
    List<Alert> alerts = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), "news.alerts")) {
      reader.readToEnd(record -> alerts.add(Json.read(record.value(), Alert.class)));
    }
    return alerts;
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
