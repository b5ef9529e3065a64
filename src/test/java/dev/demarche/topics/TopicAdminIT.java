package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics as code, and reading and writing catalogues, on a real broker; each test under a prefix of its own. */
class TopicAdminIT {
  private static final int TWO = 2;

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    kafka = new EmbeddedKafka(folder).start();
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    kafka.close();
  }

  private static TopicAdmin topics(String prefix) {
    return new TopicAdmin(admin, prefix, new TopicPlan.Overrides(OptionalInt.of(TWO), OptionalInt.empty()));
  }

  private static TopicSpec spec(int partitions, Map<String, String> config) {
    return new TopicSpec("news.some", partitions, 1, config);
  }

  private static List<TopicPlan.Change> changing(TopicPlan plan) {
    return plan.changes().stream().filter(change -> !(change instanceof TopicPlan.Note)).toList();
  }

  @Test
  void createsAllTopicsUnderThePrefixAndThenHasNothingToDo() {
    TopicAdmin topics = topics("all.");
    topics.apply(topics.plan(TopicFiles.bundled()));
    assertThat(topics.list()).extracting(TopicState::name).containsExactlyElementsOf(
        Stream.concat(Topics.ALL.stream(), Topics.INTERNAL.stream()).map(topic -> topic.name("all.")).sorted().toList());
    assertThat(topics.plan(TopicFiles.bundled()).lines()).isEmpty();
  }

  @Test
  void givesCataloguesOnePartitionAndTheOthersWhatIsAsked() {
    TopicAdmin topics = topics("parts.");
    topics.apply(topics.plan(TopicFiles.bundled()));
    assertThat(topics.list()).filteredOn(topic -> topic.name().equals("parts.watches")).extracting(TopicState::partitions).containsExactly(1);
    assertThat(topics.list()).filteredOn(topic -> topic.name().equals("parts.tagged")).extracting(TopicState::partitions).containsExactly(TWO);
  }

  @Test
  void makesOnOneBrokerOneReplicaThatCanBeWrittenAndSaysSo() {
    TopicAdmin topics = topics("one.");
    TopicPlan plan = topics.plan(TopicFiles.bundled());
    assertThat(plan.lines()).contains("= one.tagged: 3 replicas wanted, 1 made: the cluster has 1 broker");
    topics.apply(plan);
    assertThat(topics.list()).allSatisfy(topic -> {
      assertThat(topic.replicas()).isEqualTo(1);
      assertThat(topic.config()).containsEntry("min.insync.replicas", "1");
    });
  }

  @Test
  void altersAConfigurationThatDiffersAndNothingElse() {
    TopicAdmin topics = topics("alter.");
    topics.apply(topics.plan(List.of(spec(1, Map.of("retention.ms", "1000", "max.message.bytes", "5000")))));
    TopicPlan plan = topics.plan(List.of(spec(1, Map.of("retention.ms", "2000"))));
    assertThat(plan.lines()).containsExactly("~ alter.some: retention.ms 1000 -> 2000");
    topics.apply(plan);
    assertThat(topics.list()).singleElement().satisfies(topic -> assertThat(topic.config())
        .containsEntry("retention.ms", "2000").containsEntry("max.message.bytes", "5000"));
  }

  @Test
  void refusesOtherPartitionsAndThenChangesNothingAtAll() {
    TopicAdmin topics = new TopicAdmin(admin, "refuse.");
    topics.apply(topics.plan(List.of(spec(2, Map.of("retention.ms", "1000")))));
    TopicPlan plan = topics.plan(List.of(spec(3, Map.of("retention.ms", "2000")), new TopicSpec("news.new", 1, 1, Map.of())));
    assertThat(plan.refused()).extracting(TopicPlan.Change::topic).containsExactly("refuse.some");
    assertThatThrownBy(() -> topics.apply(plan)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("refuse.some: has 2 partitions, wanted 3: refused");
    assertThat(topics.list()).singleElement().satisfies(topic -> assertThat(topic.config()).containsEntry("retention.ms", "1000"));
  }

  @Test
  void takesATopicThatAnotherMadeMeanwhileForMade() throws Exception {
    TopicAdmin topics = topics("race.");
    TopicPlan plan = topics.plan(List.of(spec(1, Map.of())));
    admin.createTopics(List.of(new NewTopic("race.some", 1, (short) 1))).all().get();
    topics.apply(plan);
    assertThat(changing(topics.plan(List.of(spec(1, Map.of()))))).isEmpty();
  }

  @Test
  void leavesTopicsUnderOtherPrefixesAlone() throws Exception {
    admin.createTopics(List.of(new NewTopic("strangers.some", 1, (short) 1))).all().get();
    assertThat(topics("own.").list()).isEmpty();
    assertThat(topics("own.").plan(List.of(spec(1, Map.of()))).lines()).singleElement().asString().startsWith("+ own.some: create with 1 partition");
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka.bootstrap());
  }

  private static void catalogue(String name) {
    new TopicAdmin(admin, "").apply(new TopicPlan(List.of(new TopicPlan.Create(new TopicSpec(name, 1, 1, Map.of("cleanup.policy", "compact"))))));
  }

  @Test
  void aWatchsVersionIsTheOffsetOfItsRecord() throws Exception {
    catalogue("v.watches");
    Watch watch = Watch.of("w", Finding.Kind.MENTION).severity(Severity.INFO).actors("x").build();
    try (TopicWriter writer = new TopicWriter(client()); TopicReader reader = new TopicReader(client(), "v.watches")) {
      assertThat(writer.write(Topics.WATCHES, "v.watches", "w", watch)).isZero();
      assertThat(writer.write(Topics.WATCHES, "v.watches", "w", watch)).isEqualTo(1);
      assertThat(reader.newestByKey()).extracting(ConsumerRecord::offset).containsExactly(1L);
    }
  }

  @Test
  void readsTheNewestOfEachKeyAndTakesATombstoneForItsEnd() throws Exception {
    catalogue("n.issues");
    Map<String, Issue> issues = new LinkedHashMap<>();
    for (String id : List.of("b", "a", "gone")) {
      issues.put(id, new Issue(id, id, id));
    }
    try (TopicWriter writer = new TopicWriter(client()); TopicReader reader = new TopicReader(client(), "n.issues")) {
      writer.putAll(Topics.ISSUES, "n.issues", issues, done -> { });
      writer.write(Topics.ISSUES, "n.issues", "a", new Issue("a", "new", "a"));
      writer.write(Topics.ISSUES, "n.issues", "gone", null);
      assertThat(reader.newestByKey()).extracting(record -> Json.read(record.value(), Issue.class).name()).containsExactly("new", "b");
    }
  }

  @Test
  void readsToTheEndPastWhatAnAbortedTransactionLeft() throws Exception {
    new TopicAdmin(admin, "").apply(new TopicPlan(List.of(new TopicPlan.Create(new TopicSpec("aborted", 3, 1, Map.of())))));
    Map<String, Object> transactional = Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", "t");
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(transactional, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("aborted", 0, "committed", new byte[0])).get();
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("aborted", 0, "aborted", new byte[0])).get();
      producer.send(new ProducerRecord<>("aborted", 1, "aborted", new byte[0])).get();
      producer.abortTransaction();
    }
    List<String> keys = new ArrayList<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed"), "aborted")) {
      reader.readToEnd(record -> keys.add(record.key()));
    }
    assertThat(keys).containsExactly("committed");
  }

  @Test
  void afterSkippingToTheEndReadsOnlyWhatComes() throws Exception {
    catalogue("s.issues");
    List<String> keys = new ArrayList<>();
    try (TopicWriter writer = new TopicWriter(client()); TopicReader reader = new TopicReader(client(), "s.issues")) {
      writer.write(Topics.ISSUES, "s.issues", "before", new Issue("before", "x", "x"));
      reader.skipToEnd();
      writer.write(Topics.ISSUES, "s.issues", "after", new Issue("after", "x", "x"));
      reader.follow(record -> keys.add(record.key()), () -> !keys.isEmpty());
    }
    assertThat(keys).containsExactly("after");
  }

  @Test
  void saysHowToMakeATopicThatIsNotThere() {
    assertThatThrownBy(() -> new TopicReader(client(), "nowhere")).isInstanceOf(InvalidTopicException.class)
        .hasMessageContaining("there is no topic nowhere").hasMessageContaining("demarche topics apply");
  }
}
