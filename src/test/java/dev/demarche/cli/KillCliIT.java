package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.app.StreamApp;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.cli.Cli.Running;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that is killed in the middle of its work, and what its successor makes of it. */
class KillCliIT {
  private static final int ARTICLES = 250;
  private static final Instant DAY = Instant.parse("2025-05-13T12:00:00Z");
  private static final List<String> WHO = List.of("Russia", "Ukraine", "Turkey", "France", "Germany", "Poland");
  private static final List<String> WHAT = List.of("grain corridor", "prisoner exchange", "naval exercise", "pipeline repair", "border treaty",
      "fishing quota", "visa waiver", "airspace closure", "customs union", "nuclear inspection", "rail link", "energy tariff", "arms shipment");

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafka(folder.resolve("kafka")).start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static Settings settings(String name, String state) {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("bootstrap", kafka.bootstrap());
    flags.put("topic.prefix", name + ".");
    flags.put("application.id", name);
    flags.put("state.dir", folder.resolve(state).toString());
    flags.put("threads", "1");
    flags.put("kafka.session.timeout.ms", "6000");
    flags.put("kafka.consumer.max.poll.records", "20");
    return Settings.of(flags);
  }

  private static Running child(String name, String state) throws Exception {
    return Cli.start("run", "--bootstrap", kafka.bootstrap(), "--set", "topic.prefix=" + name + ".", "--set", "application.id=" + name,
        "--set", "state.dir=" + folder.resolve(state), "--set", "threads=1", "--set", "kafka.session.timeout.ms=6000",
        "--set", "kafka.consumer.max.poll.records=20");
  }

  /** One partition, so that two runs see the same in the same order. */
  private static void prepare(Settings settings) {
    Demo.applyTopics(settings, 1);
    Engine.fillCatalogues(settings);
    String prefix = settings.text(Setting.TOPIC_PREFIX);
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings));
        Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), Topics.ARTICLES.name(prefix))) {
      for (Finding.Kind kind : List.of(Finding.Kind.STANCE, Finding.Kind.STATEMENT)) {
        writer.write(Topics.WATCHES, Topics.WATCHES.name(prefix), "any-" + kind, Watch.of("any-" + kind, kind).name("any").severity(Severity.INFO)
            .build());
      }
      for (int i = 0; i < ARTICLES; i++) {
        String what = WHAT.get(i % WHAT.size()) + " of article " + i;
        publisher.publish(new Article("n" + i, 1, null, "p" + i + ".example", null, WHO.get(i % WHO.size()) + " rejected the " + what + ". \"We will study the "
            + what + " for " + i + " days,\" Dmitry Peskov said.", "en", DAY.plus(Duration.ofHours(i)).minus(Duration.ofDays(30)), null, null));
      }
      publisher.flush();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> committed(Settings settings, Topic<?, ?> topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic.name(settings.text(Setting.TOPIC_PREFIX)))) {
      reader.readToEnd(records::add);
    }
    return records;
  }

  private static List<String> alerts(Settings settings) {
    return committed(settings, Topics.ALERTS).stream().map(record -> Json.read(record.value(), Alert.class).id()).toList();
  }

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }

  @Test
  void aKilledInstancesWorkIsDoneOnceByItsSuccessor() throws Exception {
    Settings killed = settings("killed", "killed-state");
    prepare(killed);
    Running first = child("killed", "killed-state");
    await("some are tagged", () -> committed(killed, Topics.TAGGED).size() > 20);
    first.kill();
    int before = committed(killed, Topics.TAGGED).size();
    assertThat(before).as("tagged before the kill").isLessThan(ARTICLES);

    Settings spared = settings("spared", "spared-state");
    prepare(spared);
    try (StreamApp app = new StreamApp(spared, Engine::tagger, Clock.systemUTC())) {
      app.start();
      Running second = child("killed", "killed-state");
      await("all are tagged", () -> committed(spared, Topics.TAGGED).size() >= ARTICLES && app.counters().atRest());
      await("all are tagged after the kill", () -> committed(killed, Topics.TAGGED).size() >= ARTICLES);
      await("all are told after the kill", () -> alerts(killed).size() >= alerts(spared).size());
      assertThat(second.terminate().code()).isZero();
    }
    assertThat(alerts(spared)).hasSizeGreaterThan(ARTICLES / 2);
    assertThat(alerts(killed)).containsExactlyElementsOf(alerts(spared)).doesNotHaveDuplicates();
    List<String> all = IntStream.range(0, ARTICLES).mapToObj(i -> "n" + i).toList();
    assertThat(committed(killed, Topics.TAGGED)).extracting(ConsumerRecord::key).containsExactlyElementsOf(all);
    assertThat(committed(killed, Topics.STANCES)).hasSameSizeAs(committed(spared, Topics.STANCES));
    assertThat(committed(killed, Topics.DEAD_LETTERS)).isEmpty();
  }
}
