package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Position;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Positions and shifts on a real broker. */
@Timeout(120)
class PositionsIT {
  private static final int ACTORS = 30;
  private static final List<String> ACTS = List.of("REJECT", "ACCUSE", "THREATEN", "AGREE", "SUPPORT");
  private static final Instant START = Instant.parse("2026-01-10T09:00:00Z");

  @TempDir Path folder;
  private String bootstrap;

  @Test
  void restartsInTheMiddleLoseAndDoubleNoShiftNoReportAndNoAlert() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      bootstrap = kafka.bootstrap();
      Settings settings = settings("state");
      Demo.applyTopics(settings, 2);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.ISSUES, "news.issues", "treaty", new Issue("treaty", "Treaty", "treaty"));
        writer.write(Topics.WATCHES, "news.watches", "opens", Watch.of("opens", Finding.Kind.SHIFT).name("Who opens up?").severity(Severity.INFO)
            .issues("treaty").to(Side.FOR).build());
      }
      List<Article> articles = articles();
      try (StreamApp first = started(settings)) {
        publish(settings, articles);
        await(() -> first.counters().count(Counters.Name.PLACED) > 15);
      }
      assertThat(positions(settings)).as("reports before the first restart").isLessThan(articles.size());
      try (StreamApp second = started(settings)) {
        await(() -> second.counters().count(Counters.Name.PLACED) > 15);
      }
      try (StreamApp third = started(settings("another-state"))) {
        await(() -> positions(settings) == articles.size());
        publish(settings, articles);
        await(() -> third.counters().count(Counters.Name.KNOWN) == articles.size());
        await(() -> alerts(settings).size() >= ACTORS);
      }
      assertThat(positions(settings)).as("reports").isEqualTo(articles.size());
      assertThat(newest(settings, Topics.SHIFTS, Shift.class)).filteredOn(shift -> shift.state() == Shift.State.TOLD)
          .extracting(shift -> shift.name() + " " + shift.kind() + " " + shift.before().act() + " " + shift.after().act())
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ACTORS).mapToObj(i -> "Actor" + i + " OPENED THREATEN AGREE").toList());
      assertThat(alerts(settings)).containsExactlyInAnyOrderElementsOf(IntStream.range(0, ACTORS).mapToObj(i -> "Actor" + i).toList());
    }
  }

  /** Each actor says no in three ways and yes in two, a week apart; all of them in disorder. */
  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ACTORS; i++) {
      for (int k = 0; k < ACTS.size(); k++) {
        String id = "n" + i + "-" + k;
        articles.add(new Article(id, 1, null, id + ".example", null, "Actor" + i + " " + ACTS.get(k) + " Sudria treaty of day" + k, null,
            START.plus(Duration.ofDays(7L * k)), null, null));
      }
    }
    Collections.shuffle(articles, new Random(3));
    return articles;
  }

  private Settings settings(String state) {
    return Settings.of(Map.of("bootstrap", bootstrap, "threads", "1", "state.dir", folder.resolve(state).toString(),
        "kafka.consumer.max.poll.records", "10"));
  }

  private static StreamApp started(Settings settings) throws InterruptedException {
    StreamApp app = new StreamApp(settings, FakeTagger::new, Clock.systemUTC());
    app.start();
    assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
    return app;
  }

  private static void publish(Settings settings, List<Article> articles) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), "news.articles")) {
      articles.forEach(publisher::publish);
      publisher.flush();
    }
  }

  private static <T> List<T> newest(Settings settings, Topic<String, T> topic, Class<T> type) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic.name("news."))) {
      return reader.newestByKey().stream().map(record -> Json.read(record.value(), type)).toList();
    }
  }

  /** Reports in all that the positions on issues count. */
  private static long positions(Settings settings) {
    return newest(settings, Topics.POSITIONS, Position.class).stream().filter(position -> position.target() == null)
        .mapToLong(Position::reports).sum();
  }

  private static List<String> alerts(Settings settings) {
    List<String> who = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), "news.alerts")) {
      reader.readToEnd(record -> who.add(Json.read(record.value(), Alert.class).finding().who()));
    }
    return who;
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
