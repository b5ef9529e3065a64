package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.FakeTagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker. The tests share the broker; those that stop and start the stream have topics of their own. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_TEXT = 262_144;

  private static final Demo DEMO = new Demo();

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    DEMO.start(new Demo.Plan(0, 2, true, FakeTagger::new, Map.of("threads", "1")));
  }

  @AfterAll
  static void stop() {
    DEMO.close();
  }

  private static Watch watch(String id, String actor, Finding.Kind kind) {
    return Watch.of(id, kind).severity(Severity.INFO).actors(actor).build();
  }

  private static Article article(String id, String text) {
    return new Article(id, 1, null, id + ".example", null, text, null, null, null, null);
  }

  private static void publish(Article article) {
    DEMO.publisher().publish(article);
    DEMO.publisher().flush();
  }

  /** All committed records of {@code topic}, in the order of its partitions. */
  private static List<ConsumerRecord<String, byte[]>> committed(Settings settings, Topic<?, ?> topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    String name = topic.name(settings.text(Setting.TOPIC_PREFIX));
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name)) {
      reader.readToEnd(records::add);
    }
    return records;
  }

  private static <T> List<T> committed(Settings settings, Topic<?, ?> topic, Class<T> type) {
    return committed(settings, topic).stream().filter(record -> record.value() != null).map(record -> Json.read(record.value(), type)).toList();
  }

  private static List<Alert> alertsOf(String watch) {
    return committed(DEMO.settings(), Topics.ALERTS, Alert.class).stream().filter(alert -> alert.watch().id().equals(watch)).toList();
  }

  private static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " within " + PATIENCE.toSeconds() + " s").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static void awaitTagged(String id) throws InterruptedException {
    await(id + " is tagged", () -> committed(DEMO.settings(), Topics.TAGGED).stream().anyMatch(record -> record.key().equals(id)));
  }

  @Test
  void tagsWithTheCataloguesOfThePacksAndAlertsByTheirWatches() throws Exception {
    publish(article("packs", "Russia REJECT Ukraine and its unheard-of pact"));
    await("the alert", () -> alertsOf("russia-rejects").stream().anyMatch(alert -> alert.article().id().equals("packs")));
    assertThat(committed(DEMO.settings(), Topics.STANCES)).anySatisfy(record -> {
      assertThat(record.key()).isEqualTo("russia");
      assertThat(new String(record.value(), StandardCharsets.UTF_8)).contains("unheard-of pact");
    });
  }

  @Test
  void takesAWatchThatIsPutEditedAndDeletedWithoutARestart() throws Exception {
    Watch watch = watch("live", "Livonia", Finding.Kind.STANCE);
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(DEMO.settings()))) {
      publish(article("live-0", "Livonia REJECT Sudria first of all offers"));
      awaitTagged("live-0");
      long version = writer.write(Topics.WATCHES, "news.watches", watch.id(), watch);
      publishUntil("live-put", "Livonia THREATEN Westland fishing fleet", () -> alertsOf("live").size() == 1);
      assertThat(alertsOf("live").get(0).watch().version()).isEqualTo(version);

      long edited = writer.write(Topics.WATCHES, "news.watches", watch.id(), watch);
      publishUntil("live-edit", "Livonia AID Estland refugees in winter",
          () -> alertsOf("live").stream().anyMatch(alert -> alert.watch().version() == edited));

      writer.write(Topics.WATCHES, "news.watches", watch.id(), null);
      // The catalogue is not ordered with the articles: a sentinel watch that is put behind the deletion tells when it is in force.
      Watch sentinel = watch("sentinel", "Sentinel", Finding.Kind.STANCE);
      writer.write(Topics.WATCHES, "news.watches", sentinel.id(), sentinel);
      publishUntil("sentinel", "Sentinel ACCUSE Sudria of smuggling", () -> !alertsOf("sentinel").isEmpty());
    }
    int before = alertsOf("live").size();
    publish(article("live-after", "Livonia COERCE Norland fishermen at sea\nSentinel DENY Norland harbour dues"));
    await("the sentinel's alert", () -> alertsOf("sentinel").size() == 2);
    assertThat(alertsOf("live")).hasSize(before);
  }

  /** Publishes the same report in one article after the other, until what is expected of it has come. */
  private static void publishUntil(String id, String text, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int i = 0; !done.getAsBoolean(); i++) {
      assertThat(System.nanoTime()).as(id).isLessThan(end);
      publish(article(id + "-" + i, text));
      Thread.sleep(200);
    }
  }

  /** Last, for what it leaves on the topics takes long to read. */
  @Test
  @Order(Integer.MAX_VALUE)
  void theLargestAllowedArticlesGoAllTheWay() throws Exception {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(DEMO.settings()))) {
      writer.write(Topics.WATCHES, "news.watches", "large", watch("large", "Large", Finding.Kind.STATEMENT));
    }
    String head = "Large: ";
    String escaped = head + "\u0001".repeat(MAX_TEXT - head.length());
    String wide = head + "\u4e2d".repeat((MAX_TEXT - head.length()) / 3);
    publish(article("escaped", escaped));
    publish(article("wide", wide));
    awaitTagged("escaped");
    awaitTagged("wide");
    Map<String, String> texts = new LinkedHashMap<>();
    committed(DEMO.settings(), Topics.TAGGED, TaggedArticle.class).forEach(tagged -> texts.put(tagged.id(), tagged.text()));
    assertThat(texts.get("escaped").equals(escaped)).isTrue();
    assertThat(texts.get("wide").equals(wide)).isTrue();
    await("statements of both", () -> committed(DEMO.settings(), Topics.STATEMENTS).stream()
        .filter(record -> record.key().equals("name:Large")).count() == 2);
    assertThat(committed(DEMO.settings(), Topics.STATEMENTS, StatementRecord.class)).filteredOn(record -> record.article().id().equals("escaped"))
        .allSatisfy(record -> assertThat(record.statement().content().get(0).length()).isEqualTo(escaped.length() - head.length()));
    await("an alert of each", () -> committed(DEMO.settings(), Topics.ALERTS).stream()
        .filter(record -> record.key().equals("large")).count() == 2);
  }

  @Test
  void anArticleOverTheLimitAndGarbageBecomeDeadLetters() throws Exception {
    DEMO.publisher().publish("too-large", new ArticleCodec().write(article("too-large", "x".repeat(MAX_TEXT + 1))));
    DEMO.publisher().publish("garbage", new byte[] {0, (byte) 0xFF, 7});
    DEMO.publisher().publish(null, "null".getBytes(StandardCharsets.UTF_8));
    DEMO.publisher().flush();
    publish(article("behind-the-bad", "x"));
    awaitTagged("behind-the-bad");
    await("three letters", () -> committed(DEMO.settings(), Topics.DEAD_LETTERS, DeadLetter.class).stream()
        .filter(letter -> letter.source().topic().equals("news.articles")).count() >= 3);
    List<DeadLetter> letters = committed(DEMO.settings(), Topics.DEAD_LETTERS, DeadLetter.class);
    assertThat(letters).filteredOn(letter -> "too-large".equals(letter.key())).singleElement().satisfies(letter -> {
      assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.TEXT_TOO_LARGE);
      assertThat(letter.originalBytes()).hasSize(DeadLetter.MAX_ORIGINAL);
      assertThat(letter.originalSize()).isGreaterThan(MAX_TEXT);
    });
    assertThat(letters).filteredOn(letter -> "garbage".equals(letter.key())).singleElement().satisfies(letter -> {
      assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.NOT_UTF8);
      assertThat(letter.originalBytes()).containsExactly(0, 0xFF, 7);
    });
    assertThat(letters).extracting(DeadLetter::reason).contains(DeadLetter.Reason.NOT_AN_OBJECT);
  }

  @Test
  void garbageOnATopicBetweenStagesBecomesADeadLetterAndStopsNothing() throws Exception {
    Map<String, Object> properties = KafkaProperties.producer(DEMO.settings());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("news.hits", new byte[] {(byte) 0xC3}, new byte[] {1, 2, 3})).get();
      producer.send(new ProducerRecord<>("news.hits", new byte[] {'w'}, null)).get();
      producer.send(new ProducerRecord<>("news.hits", null, "{}".getBytes(StandardCharsets.UTF_8))).get();
      producer.send(new ProducerRecord<>("news.rekeyed", null, new byte[] {4})).get();
    }
    publish(article("behind-the-hits", "Russia REJECT Norland herring of the north"));
    await("the alert behind", () -> alertsOf("russia-rejects").stream().anyMatch(alert -> alert.article().id().equals("behind-the-hits")));
    await("the letters", () -> letters("news.hits").size() >= 3 && letters("news.rekeyed").size() == 1);
    assertThat(letters("news.hits")).extracting(DeadLetter::reason).contains(DeadLetter.Reason.UNREADABLE_RECORD, DeadLetter.Reason.EMPTY_RECORD);
    assertThat(letters("news.hits")).extracting(DeadLetter::originalSize).contains(3, 0, 2);
    assertThat(committed(DEMO.settings(), Topics.DEAD_LETTERS)).allSatisfy(record ->
        assertThat(Schemas.faults(Topics.DEAD_LETTERS, record.value())).isEmpty());
  }

  private static List<DeadLetter> letters(String topic) {
    return committed(DEMO.settings(), Topics.DEAD_LETTERS, DeadLetter.class).stream()
        .filter(letter -> letter.source().topic().equals(topic)).toList();
  }

  /** Settings of a stream with topics, name and state of its own on the shared broker. */
  private Settings own(String name, String state, Map<String, String> more) {
    Map<String, String> flags = new LinkedHashMap<>(more);
    flags.put("bootstrap", DEMO.settings().text(Setting.BOOTSTRAP));
    flags.put("topic.prefix", name + ".");
    flags.put("application.id", name);
    flags.put("state.dir", folder.resolve(state).toString());
    flags.putIfAbsent("threads", "1");
    return Settings.of(flags);
  }

  private static StreamApp started(Settings settings) throws InterruptedException {
    StreamApp app = new StreamApp(settings, FakeTagger::new, Clock.systemUTC());
    app.start();
    assertThat(app.awaitRunning(Duration.ofSeconds(60))).isTrue();
    return app;
  }

  /** Articles that say one thing each, in words of their own, by five actors; each is published twice. */
  private static void publishNumbered(Settings settings, int from, int to) {
    String topic = Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX));
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), topic)) {
      for (int i = from; i < to; i++) {
        Article article = article("n" + i, "Actor" + i % 5 + " REJECT Target" + i + " pact" + i + " deal" + i + " plan" + i + "\n"
            + "Weather of day" + i + " was number" + i);
        publisher.publish(article);
        publisher.publish(article);
      }
      publisher.flush();
    }
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  private static List<String> alerted(Settings settings) {
    return committed(settings, Topics.ALERTS, Alert.class).stream().map(alert -> alert.article().id()).toList();
  }

  private static void putWatchOfAll(Settings settings) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.WATCHES, Topics.WATCHES.name(settings.text(Setting.TOPIC_PREFIX)), "all",
          Watch.of("all", Finding.Kind.STANCE).severity(Severity.INFO).build());
    }
  }

  @Test
  void restartsInTheMiddleLoseAndDoubleNothingEvenWhereTheStateFolderIsLost() throws Exception {
    int articles = 300;
    Map<String, String> slowly = Map.of("kafka.consumer.max.poll.records", "10");
    Settings settings = own("restart", "state", slowly);
    Demo.applyTopics(settings, 2);
    putWatchOfAll(settings);
    try (StreamApp first = started(settings)) {
      publishNumbered(settings, 0, articles);
      await("some are tagged", () -> first.counters().count(Counters.Name.TAGGED) > 20);
    }
    int byFirst = committed(settings, Topics.TAGGED).size();
    assertThat(byFirst).as("tagged before the first restart").isBetween(1, articles - 1);
    try (StreamApp second = started(settings)) {
      await("some more are tagged", () -> second.counters().count(Counters.Name.TAGGED) > 20);
    }
    int bySecond = committed(settings, Topics.TAGGED).size() - byFirst;
    assertThat(bySecond).as("tagged between the restarts").isPositive();
    try (StreamApp third = started(own("restart", "another-state", slowly))) {
      await("all alerts", () -> alerted(settings).size() >= articles);
      publishNumbered(settings, 0, articles);
      await("all are known", () -> third.counters().count(Counters.Name.KNOWN) >= 2 * articles);
    }
    assertThat(alerted(settings)).containsExactlyInAnyOrderElementsOf(numbers(articles));
    assertThat(committed(settings, Topics.TAGGED)).extracting(ConsumerRecord::key).containsExactlyInAnyOrderElementsOf(numbers(articles));
    assertThat(committed(settings, Topics.STANCES)).hasSize(articles);
  }

  @Test
  void twoInstancesShareTheWork() throws Exception {
    int articles = 100;
    Settings one = own("shared", "one", Map.of());
    Settings other = own("shared", "other", Map.of());
    Demo.applyTopics(one, 4);
    putWatchOfAll(one);
    try (StreamApp first = started(one); StreamApp second = started(other)) {
      // The group may still be handing partitions over; what counts is that both come to work and that nothing is lost or doubled by it.
      publishNumbered(one, 0, articles);
      await("all alerts", () -> alerted(one).size() >= articles);
      await("all accounted for", () -> first.counters().accountedFor() + second.counters().accountedFor() >= 2 * articles);
      assertThat(first.counters().count(Counters.Name.TAGGED)).isPositive();
      assertThat(second.counters().count(Counters.Name.TAGGED)).isPositive();
    }
    assertThat(alerted(one)).containsExactlyInAnyOrderElementsOf(numbers(articles));
  }

  @Test
  void refusesAStateFolderThatIsInUse() throws Exception {
    Settings settings = own("locked", "state", Map.of());
    Demo.applyTopics(settings, 1);
    try (StreamApp first = started(settings); StreamApp second = new StreamApp(settings, FakeTagger::new, Clock.systemUTC())) {
      assertThatThrownBy(second::start).isInstanceOf(SettingsException.class)
          .hasMessageContaining("is in use by another instance").hasMessageContaining("state.dir");
    }
  }

  @Test
  void namesATopicThatIsMissing() {
    Settings settings = own("nowhere", "state", Map.of());
    try (StreamApp app = new StreamApp(settings, FakeTagger::new, Clock.systemUTC())) {
      assertThatThrownBy(app::start).isInstanceOf(KafkaException.class).hasMessageContaining("nowhere.actors");
    }
  }
}
