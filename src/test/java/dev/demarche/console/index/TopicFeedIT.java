package dev.demarche.console.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Issue;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index fed from a real broker. */
@Timeout(120)
class TopicFeedIT {
  private static final Duration KEPT = Duration.ofDays(30);

  @TempDir
  private Path folder;
  private Settings settings;
  private NewsIndex index;

  @Test
  void aRestartGoesOnAndACrashLosesAndDoublesNothing() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      settings = Settings.of(Map.of("bootstrap", kafka.bootstrap()));
      Demo.applyTopics(settings, 3);
      write(0, 40, 1);
      writeCatalogue("Talks");
      writeUnreadable();
      try (TopicFeed feed = feed("index")) {
        await(feed::caughtUp);
        assertThat(articles()).isEqualTo(40);
        assertThat(findings()).isEqualTo(120);
        assertThat(feed.unreadable()).isEqualTo(1);
        assertThat(index.shelf(Shelves.ISSUES).get("talks")).map(Issue::name).contains("Talks");
      }
      write(30, 60, 2);
      remove(0);
      TopicFeed killed = feed("index");
      await(() -> articles() == 59);
      assertThat(killed.unreadable()).isZero();
      assertThat(findings()).isEqualTo(59 * 3);
      writeCatalogue("Peace talks");
      await(() -> index.shelf(Shelves.ISSUES).get("talks").map(Issue::name).filter("Peace talks"::equals).isPresent());
      killed.abandon();
      write(60, 80, 1);
      try (TopicFeed feed = feed("index")) {
        await(() -> feed.caughtUp() && articles() == 79);
        assertThat(feed.unreadable()).isZero();
        assertThat(findings()).isEqualTo(79 * 3);
        assertThat(index.findings(Ask.ANY.in("a35"), Archive.Order.NEWEST, 0, 9).items()).allMatch(found -> found.article().revision() == 2);
        assertThat(index.shelf(Shelves.ISSUES).get("talks")).map(Issue::name).contains("Peace talks");
      }
    }
  }

  @Test
  void aTopicThatIsMissingIsLookedForAndOneThatWasMadeAnewIsReadAnew() throws Exception {
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start(); Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      settings = Settings.of(Map.of("bootstrap", kafka.bootstrap()));
      Demo.applyTopics(settings, 1);
      admin.deleteTopics(List.of("news.shifts")).all().get();
      write(0, 5, 1);
      try (TopicFeed feed = feed("index")) {
        await(feed::caughtUp);
        assertThat(articles()).isEqualTo(5);
      }
      admin.deleteTopics(List.of("news.tagged")).all().get();
      await(() -> !topics(admin).contains("news.tagged"));
      Demo.applyTopics(settings, 1);
      write(7, 9, 1);
      try (TopicFeed feed = feed("index")) {
        await(feed::caughtUp);
        assertThat(articles()).isEqualTo(2);
      }
    }
  }

  private static Set<String> topics(Admin admin) {
    try {
      return admin.listTopics().names().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TopicFeed feed(String name) {
    index = new NewsIndex(folder.resolve(name));
    TopicFeed feed = new TopicFeed(index, KafkaProperties.consumer(settings), KafkaProperties.admin(settings), "news.", KEPT, Clock.systemUTC());
    feed.start();
    return feed;
  }

  private void write(int from, int to, int revision) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.putAll(Topics.TAGGED, "news.tagged", IntStream.range(from, to).boxed().collect(Collectors.toMap(i -> "a" + i,
          i -> Taggings.article("a" + i, revision, "gazette.example", "Norland says no", Instant.parse("2026-03-01T10:00:00Z").plusSeconds(i)))), n -> {});
    }
  }

  private void remove(int i) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.TAGGED, "news.tagged", "a" + i, null);
    }
  }

  private void writeCatalogue(String name) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.ISSUES, "news.issues", "talks", new Issue("talks", name, "talk*"));
    }
  }

  private void writeUnreadable() throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(KafkaProperties.producer(settings), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("news.tagged", "bad", new byte[] {1, 2})).get();
    }
  }

  private long articles() {
    return index.articles(Ask.ANY, Archive.Order.NEWEST, 0, 0).total();
  }

  private long findings() {
    return index.findings(Ask.ANY, Archive.Order.NEWEST, 0, 0).total();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
