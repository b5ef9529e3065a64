package dev.demarche.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.TopicFiles;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Misconfigurations, each seeded into an installation that was healthy, and found with its mend. Every test has a prefix of its own. */
@Timeout(60)
class DoctorIT {
  private static final int PARTITIONS = 2;

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

  private static Settings settings(String prefix, String... more) {
    Map<String, String> flags = new TreeMap<>(Map.of("bootstrap", kafka.bootstrap(), "topic.prefix", prefix, "application.id", prefix + "app"));
    for (int i = 0; i < more.length; i += 2) {
      flags.put(more[i], more[i + 1]);
    }
    return Settings.of(flags);
  }

  /** An installation of which nothing is wrong, but that no instance runs. */
  private static Settings healthy(String prefix) {
    Settings settings = settings(prefix);
    Demo.applyTopics(settings, PARTITIONS);
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.WATCHES, prefix + "watches", "w", Watch.of("w", Finding.Kind.STANCE).name("any denial").severity(Severity.INFO).build());
      writer.write(Topics.ACTORS, prefix + "actors", "norland", new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null,
          null, null));
      writer.write(Topics.ISSUES, prefix + "issues", "talks", new Issue("talks", "Talks", "talks"));
    }
    return settings;
  }

  private static Diagnosis examine(Settings settings) {
    return new Doctor(settings, TopicFiles.bundled(), Clock.systemUTC()).examine();
  }

  /** The one thing that is wrong, notes apart. */
  private static Ailment only(Settings settings) {
    Diagnosis diagnosis = examine(settings);
    List<Ailment> ailments = diagnosis.ailments().stream().filter(ailment -> ailment.grade() != Grade.NOTE).toList();
    assertThat(ailments).hasSize(1);
    assertThat(diagnosis.exitCode()).isEqualTo(2);
    return ailments.get(0);
  }

  private static void set(String topic, String key, String value) throws Exception {
    admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
        List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)))).all().get();
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    await(() -> admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value().equals(value));
  }

  private static void addPartitions(String topic, int total) throws Exception {
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total))).all().get();
    await(() -> admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size() == total);
  }

  /** The controller has it at once, the broker a moment later. */
  private static void await(Callable<Boolean> done) throws Exception {
    while (!done.call()) {
      Thread.sleep(20);
    }
  }

  private static void write(String topic, String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(),
        new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  @Test
  void anInstallationAsPlannedIsHealthyAndToldToBeRun() {
    Diagnosis diagnosis = examine(healthy("h."));
    assertThat(diagnosis.ailments()).singleElement().satisfies(note -> {
      assertThat(note.grade()).isEqualTo(Grade.NOTE);
      assertThat(note.mend()).isEqualTo("run: demarche run --bootstrap " + kafka.bootstrap() + " --set topic.prefix=h.");
    });
    assertThat(diagnosis.exitCode()).isZero();
    assertThat(diagnosis.facts()).contains("all " + TopicFiles.bundled().size() + " topics are there", "this user may read and write the topics", "no dead letter in the last 24 hours")
        .anyMatch(fact -> fact.startsWith("1 broker: 1 at localhost:")).anyMatch(fact -> fact.startsWith("metadata version 4."))
        .anyMatch(fact -> fact.equals("1 watches"));
  }

  @Test
  void aMissingTopicIsMadeByApply() throws Exception {
    Settings settings = healthy("a.");
    admin.deleteTopics(List.of("a.stances")).all().get();
    await(() -> !admin.listTopics().names().get().contains("a.stances"));
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("there is no topic a.stances");
    assertThat(ailment.mend()).isEqualTo("run: demarche topics apply --bootstrap " + kafka.bootstrap() + " --set topic.prefix=a.");
  }

  @Test
  void aWrongPrefixIsToldByTheOneThatHasTopics() {
    healthy("right.");
    Ailment ailment = only(settings("wrong."));
    assertThat(ailment.code()).isEqualTo("topics-missing");
    assertThat(ailment.mend()).startsWith("topics of that kind stand under another prefix; set topic.prefix to ").contains("right.");
  }

  @Test
  void aCatalogueOfSeveralPartitionsIsMadeAnew() throws Exception {
    Settings settings = healthy("b.");
    addPartitions("b.watches", 3);
    Ailment ailment = only(settings);
    assertThat(ailment.what()).startsWith("b.watches has 3 partitions, and a catalogue has one");
    assertThat(ailment.mend()).contains("kafka-topics.sh --bootstrap-server " + kafka.bootstrap() + " --delete --topic b.watches")
        .endsWith("demarche topics apply --bootstrap " + kafka.bootstrap() + " --set topic.prefix=b.");
  }

  @Test
  void topicsThatMustGoTogetherHaveAsManyPartitions() throws Exception {
    Settings settings = healthy("c.");
    addPartitions("c.rekeyed", 3);
    assertThat(examine(settings).ailments()).anySatisfy(ailment -> {
      assertThat(ailment.grade()).isEqualTo(Grade.ERROR);
      assertThat(ailment.what()).startsWith("c.rekeyed has 3 partitions and c.articles 2");
      assertThat(ailment.mend()).contains("--delete --topic c.rekeyed", "topics apply --partitions 2");
    });
  }

  @Test
  void aCatalogueThatForgetsByAgeIsCompacted() throws Exception {
    Settings settings = healthy("d.");
    set("d.actors", "cleanup.policy", "delete");
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("d.actors has cleanup.policy=delete, wanted is compact: its entries would go away by age");
    assertThat(ailment.mend()).contains("demarche topics apply", "--entity-name d.actors --add-config cleanup.policy=compact");
  }

  @Test
  void aTopicThatDoesNotAdmitTheLargestRecordIsRaised() throws Exception {
    Settings settings = healthy("e.");
    set("e.tagged", "max.message.bytes", "1048588");
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("e.tagged admits records of 1048588 bytes, limits.record.bytes=4000000 needs 4004096");
    assertThat(ailment.mend()).contains("demarche topics apply", "max.message.bytes=4004096", "limits.record.bytes to 1044492 or less");
  }

  @Test
  void aLimitThatWasRaisedAloneNeedsProducersToFollow() {
    healthy("f.");
    List<Ailment> ailments = examine(settings("f.", "limits.record.bytes", "8000000")).ailments();
    assertThat(ailments).filteredOn(ailment -> ailment.code().equals("record-size")).hasSize(15);
    assertThat(ailments).filteredOn(ailment -> ailment.code().equals("request-size")).singleElement()
        .satisfies(ailment -> assertThat(ailment.mend()).startsWith("set kafka.producer.max.request.size to 8004096 or more"));
  }

  @Test
  void timesOfArticlesAreTheBrokers() throws Exception {
    Settings settings = healthy("g.");
    set("g.articles", "message.timestamp.type", "CreateTime");
    assertThat(only(settings).mend()).contains("--entity-name g.articles --add-config message.timestamp.type=LogAppendTime");
  }

  @Test
  void moreReplicasInSyncThanThereAreCannotBeWritten() throws Exception {
    Settings settings = healthy("i.");
    set("i.alerts", "min.insync.replicas", "2");
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("i.alerts has min.insync.replicas=2 but 1 replica: nothing can be written to it");
    assertThat(ailment.mend()).contains("demarche topics apply", "--entity-name i.alerts --add-config min.insync.replicas=1");
  }

  @Test
  void withoutAWatchNothingRaisesAnAlert() {
    Settings settings = settings("j.");
    Demo.applyTopics(settings, PARTITIONS);
    assertThat(examine(settings).ailments()).filteredOn(ailment -> ailment.code().equals("catalogue-empty")).hasSize(3)
        .anySatisfy(ailment -> {
          assertThat(ailment.what()).startsWith("no watch stands");
          assertThat(ailment.mend()).contains("demarche watches put FILE --bootstrap", "topics apply --packs");
        });
  }

  @Test
  void aRecordOfACatalogueThatCannotBeReadIsNamed() throws Exception {
    Settings settings = healthy("k.");
    write("k.watches", "broken", "{\"id\": 7".getBytes(StandardCharsets.UTF_8));
    assertThat(only(settings).mend()).isEqualTo("put it again, or delete it: demarche watches delete broken --bootstrap " + kafka.bootstrap()
        + " --set topic.prefix=k.");
  }

  @Test
  void theNewestDeadLetterIsToldWithItsMendAndThoseOfOldAreNot() throws Exception {
    Settings settings = healthy("l.");
    Instant now = Instant.now();
    deadLetter(settings, "l.dead-letters", "old", "shorten the id", now.minusSeconds(100_000));
    assertThat(examine(settings).exitCode()).isZero();
    deadLetter(settings, "l.dead-letters", "a", "put the article's body into the field \"text\"", now.minusSeconds(5));
    deadLetter(settings, "l.dead-letters", "b", "write the record in UTF-8", now.minusSeconds(50));
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("2 dead letters in the last 24 hours, the newest by TEXT_MISSING: fault of a");
    assertThat(ailment.mend()).isEqualTo("put the article's body into the field \"text\"; see them all: demarche dead-letters --bootstrap "
        + kafka.bootstrap() + " --set topic.prefix=l.");
  }

  private static void deadLetter(Settings settings, String topic, String key, String mend, Instant at) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.DEAD_LETTERS, topic, key, DeadLetter.of(DeadLetter.Reason.TEXT_MISSING, "fault of " + key, mend, "read", "l.articles", 0,
          0, null, new byte[] {1}, at));
    }
  }

  @Test
  void articlesThatWaitWithNobodyToReadThem() throws Exception {
    Settings settings = healthy("m.");
    write("m.articles", "x", "{}".getBytes(StandardCharsets.UTF_8));
    Ailment ailment = only(settings);
    assertThat(ailment.what()).isEqualTo("no instance of m.app runs, and 1 article waits");
    assertThat(ailment.mend()).isEqualTo("run: demarche run --bootstrap " + kafka.bootstrap() + " --set topic.prefix=m.; where one runs, set "
        + "application.id to its name");
  }

  @Test
  void aChangelogOfAnotherNumberOfPartitionsNeedsAReset() throws Exception {
    Settings settings = healthy("n.");
    admin.createTopics(List.of(new NewTopic("n.app-known-changelog", Optional.of(5), Optional.empty()))).all().get();
    await(() -> admin.listTopics().names().get().contains("n.app-known-changelog"));
    assertThat(only(settings).mend()).contains("kafka-streams-application-reset.sh", "--application-id n.app", "state.dir");
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Diagnosis diagnosis = examine(Settings.of(Map.of("bootstrap", "localhost:" + port)));
    assertThat(diagnosis.exitCode()).isEqualTo(1);
    assertThat(diagnosis.ailments()).singleElement().satisfies(ailment -> {
      assertThat(ailment.what()).startsWith("nothing answers at localhost:" + port);
      assertThat(ailment.mend()).startsWith("start the brokers, or give the address at which they listen");
    });
  }

  @Test
  void aBrokerThatGivesOutAnAddressThatCannotBeReached() {
    Chart chart = new Chart();
    assertThat(Reach.brokers(List.of(new Node(1, "no-such-host.invalid", 9092)), chart)).isFalse();
    assertThat(chart.diagnosis(true).ailments()).singleElement()
        .satisfies(ailment -> assertThat(ailment.mend()).startsWith("set advertised.listeners of that broker"));
  }
}
