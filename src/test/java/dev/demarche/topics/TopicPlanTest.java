package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.topics.TopicPlan.Overrides;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  private static final TopicSpec TAGGED = new TopicSpec("news.tagged", 12, 3, Map.of("retention.ms", "1000", "min.insync.replicas", "2"));
  private static final TopicSpec WATCHES = new TopicSpec("news.watches", 1, 3, Map.of("cleanup.policy", "compact"));

  @Test
  void createsWhatIsMissing() {
    assertThat(plan(TAGGED, 3).lines()).containsExactly(
        "+ news.tagged: create with 12 partitions, 3 replicas, min.insync.replicas=2, retention.ms=1000");
  }

  @Test
  void makesNoMoreReplicasThanThereAreBrokers() {
    assertThat(plan(TAGGED, 1).lines()).containsExactly(
        "+ news.tagged: create with 12 partitions, 1 replica, min.insync.replicas=1, retention.ms=1000",
        "= news.tagged: 3 replicas wanted, 1 made: the cluster has 1 broker");
  }

  @Test
  void keepsATopicOfTwoReplicasWritableWhileOneBrokerIsDown() {
    assertThat(plan(TAGGED, 2).lines()).first().isEqualTo(
        "+ news.tagged: create with 12 partitions, 2 replicas, min.insync.replicas=1, retention.ms=1000");
  }

  @Test
  void hasNothingToDoWhereAllIsAsWanted() {
    TopicPlan plan = plan(TAGGED, 3, state(12, 3, Map.of("retention.ms", "1000", "min.insync.replicas", "2", "segment.ms", "5")));
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.changesNothing()).isTrue();
  }

  @Test
  void altersOnlyWhatTheFileNames() {
    TopicPlan plan = plan(TAGGED, 3, state(12, 3, Map.of("retention.ms", "500", "min.insync.replicas", "2", "segment.ms", "5")));
    assertThat(plan.changes()).containsExactly(new TopicPlan.AlterConfig("news.tagged", "retention.ms", "500", "1000"));
    assertThat(plan.lines()).containsExactly("~ news.tagged: retention.ms 500 -> 1000");
    assertThat(plan.changesNothing()).isFalse();
  }

  @Test
  void takesNumbersForEqualHoweverTheyAreWritten() {
    TopicSpec spec = new TopicSpec("news.tagged", 12, 3, Map.of("min.cleanable.dirty.ratio", "0.10", "cleanup.policy", "delete"));
    assertThat(plan(spec, 3, state(12, 3, Map.of("min.cleanable.dirty.ratio", "0.1", "cleanup.policy", "delete"))).changes()).isEmpty();
    assertThat(plan(spec, 3, state(12, 3, Map.of("min.cleanable.dirty.ratio", "0.1", "cleanup.policy", "compact"))).changes()).hasSize(1);
  }

  @Test
  void refusesOtherPartitionsAndSaysHowToMove() {
    TopicPlan plan = plan(TAGGED, 3, state(6, 3, Map.of("retention.ms", "1000", "min.insync.replicas", "2")));
    assertThat(plan.refused()).containsExactly(new TopicPlan.PartitionsRefused("news.tagged", 6, 12));
    assertThat(plan.lines().get(0)).startsWith("! news.tagged: has 6 partitions, wanted 12: refused").contains("another prefix with 12 partitions");
    assertThat(plan.changesNothing()).isTrue();
  }

  @Test
  void neverShrinks() {
    assertThat(plan(WATCHES, 3, new TopicState("news.watches", 4, 3, Map.of("cleanup.policy", "compact"))).refused())
        .containsExactly(new TopicPlan.PartitionsRefused("news.watches", 4, 1));
  }

  @Test
  void reportsOtherReplicasAndLeavesThem() {
    TopicPlan plan = plan(TAGGED, 3, state(12, 1, Map.of("retention.ms", "1000", "min.insync.replicas", "1")));
    assertThat(plan.changes()).containsExactly(new TopicPlan.ReplicasDiffer("news.tagged", 1, 3));
    assertThat(plan.changesNothing()).isTrue();
    assertThat(plan.refused()).isEmpty();
  }

  @Test
  void asksForNoMoreInSyncThanThereAreReplicas() {
    TopicPlan plan = plan(TAGGED, 1, state(12, 1, Map.of("retention.ms", "1000", "min.insync.replicas", "1")));
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void leavesTopicsThatNoFileNames() {
    TopicPlan plan = plan(WATCHES, 3, new TopicState("news.watches", 1, 3, Map.of("cleanup.policy", "compact")), state(12, 3, Map.of()));
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void overridesHoldForNewStreamsAndAreRememberedForOldOnes() {
    Overrides four = new Overrides(OptionalInt.of(4), OptionalInt.of(1));
    assertThat(TopicPlan.of(List.of(TAGGED, WATCHES), List.of(), 3, four).lines()).containsExactly(
        "+ news.tagged: create with 4 partitions, 1 replica, min.insync.replicas=1, retention.ms=1000",
        "+ news.watches: create with 1 partition, 1 replica, cleanup.policy=compact");
    TopicState made = state(4, 1, Map.of("retention.ms", "1000", "min.insync.replicas", "1"));
    assertThat(TopicPlan.of(List.of(TAGGED), List.of(made), 3, four).changes()).isEmpty();
  }

  private static TopicState state(int partitions, int replicas, Map<String, String> config) {
    return new TopicState("news.tagged", partitions, replicas, config);
  }

  private static TopicPlan plan(TopicSpec wanted, int brokers, TopicState... existing) {
    return TopicPlan.of(List.of(wanted), List.of(existing), brokers, Overrides.NONE);
  }
}
