package dev.demarche.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.bench.ChildJvm;
import dev.demarche.domain.Article;
import dev.demarche.ingest.Publisher;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compose file describes works: brokers and program run as it says, and articles become tagged articles and alerts. */
class ComposeIT {
  private static final Article REJECTION = new Article("compose-1", 1, null, "example.org", "Talks",
      "Russia rejected the proposal of a ceasefire on Monday.", "en", Instant.parse("2026-01-05T08:00:00Z"), null, null);

  @TempDir private Path folder;

  @Test
  void oneBrokerCarriesArticlesToTaggedAndAlerts() throws Exception {
    try (Containers containers = new Containers(folder, "single")) {
      containers.up();

      Settings outside = settings(containers, "localhost:29092");
      publish(outside, REJECTION);

      assertThat(await(outside, Topics.TAGGED)).containsExactly("compose-1");
      assertThat(await(outside, Topics.ALERTS)).isNotEmpty();
      assertThat(containers.health("demarche")).isZero();
      assertThat(Files.exists(folder.resolve("kafka/var/lib/kafka/data/news.articles-0"))).as("articles lie on the volume").isTrue();

      ChildJvm again = containers.start(containers.compose().service("setup"));
      assertThat(again.awaitEnd()).as(again.log()).isZero();
      assertThat(again.log()).as("a second start leaves topics and catalogues as they are").contains("nothing to do").doesNotContain("+ ");

      ChildJvm program = containers.running("demarche");
      program.close();
      assertThat(program.awaitEnd()).as(program.log()).isZero();
      assertThat(containers.health("demarche")).isNotZero();
    }
  }

  @Test
  void threeBrokersCarryOnWithoutOne() throws Exception {
    try (Containers containers = new Containers(folder, "cluster")) {
      containers.up();
      Settings outside = settings(containers, "localhost:29092,localhost:29093,localhost:29094");
      try (Admin admin = Admin.create(KafkaProperties.admin(outside))) {
        TopicDescription alerts = admin.describeTopics(List.of("news.alerts")).allTopicNames().get().get("news.alerts");
        assertThat(alerts.partitions()).hasSize(12).allMatch(partition -> partition.replicas().size() == 3);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "news.alerts");
        assertThat(admin.describeConfigs(List.of(resource)).all().get().get(resource).get("min.insync.replicas").value()).isEqualTo("2");
      }

      containers.running("kafka-2").kill();
      publish(outside, REJECTION);

      assertThat(await(outside, Topics.TAGGED)).containsExactly("compose-1");
      assertThat(await(outside, Topics.ALERTS)).isNotEmpty();
    }
  }

  private static Settings settings(Containers containers, String published) {
    return Settings.of(Map.of(Setting.BOOTSTRAP.key(), containers.outside(published)));
  }

  private static void publish(Settings settings, Article article) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), name(settings, Topics.ARTICLES))) {
      publisher.publish(article);
      publisher.flush();
    }
  }

  /** The keys of what stands on a topic as soon as something does. */
  private static List<String> await(Settings settings, Topic<?, ?> topic) {
    List<String> keys = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name(settings, topic))) {
      reader.follow(record -> keys.add(record.key()), () -> !keys.isEmpty() || System.nanoTime() > end);
    }
    return keys;
  }

  private static String name(Settings settings, Topic<?, ?> topic) {
    return topic.name(settings.text(Setting.TOPIC_PREFIX));
  }
}
