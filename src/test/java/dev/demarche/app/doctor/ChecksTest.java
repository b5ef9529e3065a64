package dev.demarche.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Settings;
import dev.demarche.topics.TopicState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

/** Faults of clusters that one broker cannot have, or that would stop it. */
class ChecksTest {
  private static final Settings SETTINGS = Settings.of(Map.of("bootstrap", "b:9092"));
  private static final Node ONE = new Node(1, "b", 9092);
  private static final Node TWO = new Node(2, "c", 9092);
  private static final Node THREE = new Node(3, "d", 9092);

  private static Patient patient(List<Node> brokers, Set<String> names, Map<String, TopicDescription> topics, Map<String, TopicState> states) {
    return new Patient(null, SETTINGS, List.of(), brokers, names, topics, Set.of(), states);
  }

  /** A topic of one partition on three brokers. */
  private static List<Ailment> replicas(int minInSync, Node leader, Node... inSync) {
    TopicDescription topic = new TopicDescription("news.tagged", false,
        List.of(new TopicPartitionInfo(0, leader, List.of(ONE, TWO, THREE), Arrays.asList(inSync))));
    TopicState state = new TopicState("news.tagged", 1, 3, Map.of("min.insync.replicas", String.valueOf(minInSync)));
    Chart chart = new Chart();
    new ReplicaCheck().look(patient(List.of(ONE, TWO, THREE), Set.of(), Map.of("news.tagged", topic), Map.of("news.tagged", state)), chart);
    return chart.diagnosis(true).ailments();
  }

  @Test
  void allInSyncIsHealthy() {
    assertThat(replicas(2, ONE, ONE, TWO, THREE)).isEmpty();
  }

  @Test
  void aBrokerThatIsDownIsAWarningUntilTheTopicCannotBeWritten() {
    assertThat(replicas(2, ONE, ONE, TWO)).containsExactly(new Ailment(Grade.WARNING, "under-replicated", "replicas are behind: news.tagged-0",
        "start the brokers that are down; where all run, look at their disks and network, and wait until they have caught up"));
    assertThat(replicas(2, ONE, ONE)).containsExactly(new Ailment(Grade.ERROR, "min-insync",
        "news.tagged-0 has 1 of 3 replicas in sync, min.insync.replicas is 2: it cannot be written",
        "start the brokers that are down, or wait until their replicas have caught up"));
  }

  @Test
  void withoutALeaderTheBrokersThatHoldItAreNamed() {
    assertThat(replicas(2, null)).containsExactly(new Ailment(Grade.ERROR, "no-leader",
        "news.tagged-0 has no leader: it can be neither read nor written", "start the brokers [1, 2, 3], which hold its replicas"));
  }

  @Test
  void asManyInSyncAsReplicasLeavesNoBrokerToFail() {
    assertThat(replicas(3, ONE, ONE, TWO, THREE)).singleElement().satisfies(ailment -> assertThat(ailment.mend())
        .isEqualTo("run: kafka-configs.sh --bootstrap-server b:9092 --alter --entity-type topics --entity-name news.tagged --add-config min.insync.replicas=2"));
  }

  private static List<Ailment> broker(List<Node> brokers, Set<String> names, Map<String, String> settings) {
    Chart chart = new Chart();
    BrokerCheck.judge(patient(brokers, names, Map.of(), Map.of()), chart, settings);
    return chart.diagnosis(true).ailments();
  }

  @Test
  void kafkasDefaultsOnOneBrokerLetNoTransactionStart() {
    Map<String, String> defaults = Map.of("transaction.state.log.replication.factor", "3", "transaction.state.log.min.isr", "2",
        "offsets.topic.replication.factor", "3");
    assertThat(broker(List.of(ONE), Set.of(), defaults)).extracting(Ailment::mend).containsExactly(
        "set transaction.state.log.replication.factor=1 on the brokers, or add brokers",
        "set offsets.topic.replication.factor=1 on the brokers, or add brokers");
    assertThat(broker(List.of(ONE, TWO, THREE), Set.of(), defaults)).isEmpty();
    assertThat(broker(List.of(ONE), Set.of("__transaction_state", "__consumer_offsets"), defaults)).as("a broker that is down").isEmpty();
  }

  @Test
  void aTransactionLogWithLessReplicasThanInSyncCannotBeWritten() {
    assertThat(broker(List.of(ONE), Set.of(), Map.of("transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "2")))
        .extracting(Ailment::mend).containsExactly("set transaction.state.log.min.isr=1 on the brokers");
  }

  @Test
  void topicsThatMakeThemselvesAreANoteAndHealthy() {
    Diagnosis diagnosis = new Diagnosis(true, List.of(), broker(List.of(ONE), Set.of(), Map.of("auto.create.topics.enable", "true")));
    assertThat(diagnosis.ailments()).extracting(Ailment::code).containsExactly("auto-create");
    assertThat(diagnosis.exitCode()).isZero();
  }
}
