package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.console.positions.LineStore;
import dev.demarche.console.positions.MadeConsole;
import dev.demarche.console.positions.MadePositions;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Article;
import dev.demarche.domain.Issue;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines of several instances on a real broker. */
@Timeout(120)
class LinesIT {
  private static final int ACTORS = 12;

  @TempDir Path folder;
  private String bootstrap;

  @Test
  void eachInstanceAnswersForTheKeysOfTheOther() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      bootstrap = kafka.bootstrap();
      Settings settings = settings("one");
      Demo.applyTopics(settings, 4);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.ISSUES, "news.issues", "treaty", new Issue("treaty", "Treaty", "treaty"));
      }
      try (StreamApp one = app("one"); MadeConsole first = served(one)) {
        one.start();
        assertThat(one.awaitRunning(Duration.ofSeconds(60))).isTrue();
        publish(settings);
        await(() -> one.counters().count(Counters.Name.PLACED) >= ACTORS);
        assertThat(keys()).allSatisfy(key -> assertThat(ask(first, key, "")).as(key).isEqualTo(200));
        try (StreamApp two = app("two"); MadeConsole second = served(two)) {
          two.start();
          assertThat(two.awaitRunning(Duration.ofSeconds(60))).isTrue();
          for (MadeConsole each : new MadeConsole[] {first, second}) {
            await(() -> keys().allMatch(key -> ask(each, key, "") == 200));
          }
          assertThat(keys().map(key -> ask(first, key, "/here") + " " + ask(second, key, "/here")).distinct())
              .as("each key is held by one of them, and both hold some").containsExactlyInAnyOrder("200 503", "503 200");
        }
      }
    }
  }

  @Test
  void anInstanceThatHasNoAddressAnswersForItsOwnKeys() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      bootstrap = kafka.bootstrap();
      Settings settings = settings("alone");
      Demo.applyTopics(settings, 2);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.ISSUES, "news.issues", "treaty", new Issue("treaty", "Treaty", "treaty"));
      }
      try (StreamApp alone = app("alone")) {
        StreamLines lines = new StreamLines(alone);
        assertThat(lines.find("actor0|treaty").lack()).isEqualTo("the stream has not started");
        alone.start();
        assertThat(alone.awaitRunning(Duration.ofSeconds(60))).isTrue();
        publish(settings);
        await(() -> alone.counters().count(Counters.Name.PLACED) >= ACTORS);
        assertThat(keys()).allSatisfy(key -> assertThat(lines.find(key).line()).as(key).isNotNull());
        assertThat(lines.find("nobody|treaty")).isEqualTo(new LineStore.Known(null, null, null));
      }
    }
  }

  private static Stream<String> keys() {
    return IntStream.range(0, ACTORS).mapToObj(i -> "name:Actor" + i + "|treaty");
  }

  private StreamApp app(String name) {
    return new StreamApp(settings(name), FakeTagger::new, Clock.systemUTC());
  }

  private static MadeConsole served(StreamApp app) throws Exception {
    MadeConsole console = new MadeConsole(new MadePositions(), new StreamLines(app), 0);
    app.servedAt(console.at());
    return console;
  }

  private static int ask(MadeConsole console, String key, String where) {
    try {
      return console.get("/api/v1/lines/" + Links.part(key) + where, "Authorization", "Bearer shared").statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Settings settings(String state) {
    return Settings.of(Map.of("bootstrap", bootstrap, "threads", "1", "state.dir", folder.resolve(state).toString()));
  }

  private static void publish(Settings settings) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), "news.articles")) {
      for (int i = 0; i < ACTORS; i++) {
        publisher.publish(new Article("n" + i, 1, null, "p" + i + ".example", null, "Actor" + i + " REJECT Sudria treaty of today", null,
            Instant.parse("2026-01-10T09:00:00Z"), null, null));
      }
      publisher.flush();
    }
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
      Thread.sleep(100);
    }
  }
}
