package dev.demarche.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.StatementRecord;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveIT {
  private static final String TEXT = "He said no.";
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static LiveSource source;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafka(folder).start();
    Map<String, Object> bootstrap = Map.of("bootstrap.servers", kafka.bootstrap());
    Map<String, Object> consumer = new HashMap<>(bootstrap);
    consumer.put("isolation.level", "read_committed");
    source = new LiveSource(consumer, bootstrap, "news.");
    try (Admin admin = Admin.create(bootstrap)) {
      admin.createTopics(Arrays.stream(LiveTopic.values()).map(topic -> new NewTopic(topic.name("news."), Optional.of(3), Optional.empty())).toList()).all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static Live live() throws InterruptedException {
    Live live = new Live(source, 10, Clock.systemUTC());
    live.start();
    while (!live.warm()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return live;
  }

  private static KafkaProducer<String, byte[]> producer(String transaction) {
    KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", transaction),
        new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private static ProducerRecord<String, byte[]> statement(int number) {
    Instant now = Instant.now();
    Statement said = new Statement("a:1:s" + number, "Ruritania", null, SpeakerKind.PERSON, null, null, List.of(Span.of(TEXT, 8, 10)), StatementKind.INDIRECT,
        false, List.of(), 1);
    return new ProducerRecord<>(Topics.STATEMENTS.name("news."), number % 3, "k", Json.write(new StatementRecord(said, Span.of(TEXT, 0, 11),
        new ArticleRef("a", 1, null, "a.example", null, now, now, null))));
  }

  private static List<String> events(Live live, Ring.Start start) {
    String text = new String(live.ring().take(start.cursor(), LiveFilter.ANY, start.skip(), Integer.MAX_VALUE).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    return text.lines().filter(line -> line.startsWith("id: ") || line.startsWith("data: ")).toList();
  }

  private static void await(Live live, long events) throws InterruptedException {
    for (int i = 0; i < 400 && live.ring().head() < events; i++) {
      TimeUnit.MILLISECONDS.sleep(25);
    }
    assertThat(live.ring().head()).isEqualTo(events);
  }

  @Test
  void whatIsCommittedIsToldAndAnInstanceThatStartsAgainGoesOnExactly() throws Exception {
    Marks begin;
    Marks middle;
    List<String> told;
    try (Live live = live(); KafkaProducer<String, byte[]> producer = producer("one")) {
      begin = live.ring().marks();
      for (int i = 0; i < 30; i++) {
        if (i % 10 == 0) {
          producer.beginTransaction();
        }
        producer.send(statement(i)).get();
        if (i % 10 == 9) {
          producer.commitTransaction();
        }
      }
      producer.beginTransaction();
      producer.send(statement(1_000)).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(Topics.STATEMENTS.name("news."), 0, "k", "no statement".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
      producer.send(statement(30)).get();
      producer.commitTransaction();
      await(live, 31);
      told = events(live, live.ring().after(begin));
      middle = Marks.read(told.get(2 * 12).substring(4)).orElseThrow();
    }
    try (Live again = live()) {
      await(again, 31);
      List<String> rest = new ArrayList<>(events(again, again.ring().after(middle)));
      List<String> due = told.subList(2 * 13, told.size());
      assertThat(rest.stream().filter(line -> line.startsWith("data")).toList())
          .containsExactlyInAnyOrderElementsOf(due.stream().filter(line -> line.startsWith("data")).toList()).hasSize(18);
      try (Live third = live()) {
        await(third, 31);
        assertThat(events(third, new Ring.Start(0, null, null))).isEqualTo(events(again, new Ring.Start(0, null, null)));
      }
      long start = System.nanoTime();
      again.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }
}
