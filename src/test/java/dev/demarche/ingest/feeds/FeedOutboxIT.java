package dev.demarche.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.FeedState;
import dev.demarche.topics.TopicReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedOutboxIT {
  private static final FeedSource SOURCE = new FeedSource(URI.create("https://example.org/rss"), null, null, FeedSource.Text.AUTO, false,
      Duration.ofMinutes(5), Duration.ofDays(1));

  @TempDir private Path folder;

  @Test
  void whoOpensItLastGoesOnAndWhoHadItBeforeWritesNothingMore() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka"), 0, Map.of()).start()) {
      Settings settings = Settings.of(Map.of("bootstrap", kafka.bootstrap(), "topic.prefix", "x."));
      Demo.applyTopics(settings, 2);
      try (FeedOutbox first = outbox(settings); FeedOutbox second = outbox(settings)) {
        assertThat(first.open()).isEmpty();
        first.commit(List.of(result("a", "One.")));
        assertThatThrownBy(() -> first.commit(List.of(result("b", "x".repeat(5_000_000))))).isInstanceOf(KafkaException.class);
        first.commit(List.of(result("c", "Three.")));
        assertThat(second.open()).containsExactly(Map.entry(SOURCE.url(), result("c", "").state()));
        assertThatThrownBy(() -> first.commit(List.of(result("d", "Four.")))).isInstanceOf(FeedOutbox.TakenOver.class)
            .hasMessageContaining("another instance took the feeds over");
        second.commit(List.of(result("e", "Five.")));
        assertThat(keys(settings)).containsExactlyInAnyOrder("a", "c", "e");
      }
    }
  }

  private static List<String> keys(Settings settings) {
    List<String> keys = new java.util.ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), "x.articles")) {
      reader.readToEnd(record -> keys.add(record.key()));
    }
    return keys;
  }

  private static FeedOutbox outbox(Settings settings) {
    return new FeedOutbox(KafkaProperties.producer(settings), KafkaProperties.consumer(settings), "demarche-feeds", new ArticleCodec(), "x.", "feeds");
  }

  private static FeedPoll.Result result(String id, String text) {
    Instant at = Instant.parse("2025-05-13T12:00:00Z");
    FeedState state = new FeedState(SOURCE.url(), null, "\"" + id + "\"", null, at, at, 0, null, List.of(id),
        List.of(new FeedState.Waiting("h", 1, null, "https://example.org/1", null, null, at)));
    return new FeedPoll.Result(SOURCE, state, List.of(new Article(id, 1, null, null, null, text.isEmpty() ? "x" : text, null, null, null, null)), List.of(), 1, "");
  }
}
