package dev.demarche.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Reads topics from a cluster and applies plans to it. Works through the given client, which stays the caller's to close; faults of the
 * cluster come as {@link KafkaException}s. Safe for use by several threads and by several programs at once: a topic that another made
 * meanwhile counts as made.
 */
public final class TopicAdmin {
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Admin admin;
  private final String prefix;
  private final TopicPlan.Overrides overrides;

  /** Topics under {@code prefix}, all as their files say. */
  public TopicAdmin(Admin admin, String prefix) {
    this(admin, prefix, TopicPlan.Overrides.NONE);
  }

  /** Topics under {@code prefix}, as their files say but for {@code overrides}. */
  public TopicAdmin(Admin admin, String prefix, TopicPlan.Overrides overrides) {
    this.admin = Objects.requireNonNull(admin, "admin");
    this.prefix = Objects.requireNonNull(prefix, "prefix");
    this.overrides = Objects.requireNonNull(overrides, "overrides");
  }

  /** What must change so that {@code wanted}, as {@link TopicFiles} reads them, stand under the prefix on the cluster. Changes nothing. */
  public TopicPlan plan(Collection<TopicSpec> wanted) {
    List<TopicSpec> named = wanted.stream().map(spec -> spec.withPrefix(prefix)).toList();
    Set<String> names = named.stream().map(TopicSpec::name).collect(Collectors.toSet());
    names.retainAll(await(admin.listTopics().names()));
    int brokers = await(admin.describeCluster().nodes()).size();
    return TopicPlan.of(named, describe(names), Math.max(1, brokers), overrides);
  }

  /**
   * Creates and alters what {@code plan} says, and returns when the new topics can be seen.
   *
   * @throws IllegalArgumentException if the plan holds something that is refused; then nothing was changed
   */
  public void apply(TopicPlan plan) {
    if (!plan.refused().isEmpty()) {
      throw new IllegalArgumentException("nothing was changed:\n"
          + plan.refused().stream().map(TopicPlan.Change::line).collect(Collectors.joining("\n")));
    }
    create(plan.changes().stream().filter(TopicPlan.Create.class::isInstance).map(change -> ((TopicPlan.Create) change).spec()).toList());
    Map<ConfigResource, Collection<AlterConfigOp>> altered = new HashMap<>();
    for (TopicPlan.Change change : plan.changes()) {
      if (change instanceof TopicPlan.AlterConfig alter) {
        altered.computeIfAbsent(resource(alter.topic()), topic -> new ArrayList<>())
            .add(new AlterConfigOp(new ConfigEntry(alter.key(), alter.to()), AlterConfigOp.OpType.SET));
      }
    }
    if (!altered.isEmpty()) {
      await(admin.incrementalAlterConfigs(altered).all());
    }
  }

  /** The topics under the prefix, in order of their names; Kafka's internal topics are left out. */
  public List<TopicState> list() {
    Set<String> names = await(admin.listTopics().names()).stream().filter(name -> name.startsWith(prefix)).collect(Collectors.toSet());
    return describe(names);
  }

  private void create(List<TopicSpec> specs) {
    if (specs.isEmpty()) {
      return;
    }
    List<NewTopic> topics = specs.stream()
        .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.of((short) spec.replicas())).configs(spec.config()))
        .toList();
    for (Map.Entry<String, KafkaFuture<Void>> made : admin.createTopics(topics).values().entrySet()) {
      try {
        await(made.getValue());
      } catch (TopicExistsException e) {
        // Another program made it between plan and apply, which is what was wanted.
      }
    }
    awaitVisible(specs.stream().map(TopicSpec::name).collect(Collectors.toCollection(TreeSet::new)));
    awaitLeaders(specs);
  }

  /**
   * A leader answers for its partition a moment after the brokers tell of it. Of an idempotent producer's first batches in between, some would be
   * taken and those before them refused for good as out of order.
   */
  private void awaitLeaders(List<TopicSpec> specs) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    specs.forEach(spec -> IntStream.range(0, spec.partitions())
        .forEach(partition -> ends.put(new TopicPartition(spec.name(), partition), OffsetSpec.latest())));
    await(admin.listOffsets(ends).all());
  }

  /** The controller has made them; that brokers tell of them takes a moment more. */
  private void awaitVisible(Set<String> names) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (true) {
      try {
        await(admin.describeTopics(names).allTopicNames());
        return;
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("topics " + names + " were created but not seen within " + VISIBLE_WITHIN.toSeconds() + " s", e);
        }
      }
      try {
        Thread.sleep(LOOK_AGAIN.toMillis());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  private List<TopicState> describe(Set<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, TopicDescription> topics = await(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs = await(admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all());
    return new TreeSet<>(names).stream().map(name -> state(topics.get(name), configs.get(resource(name)))).toList();
  }

  private static TopicState state(TopicDescription topic, Config config) {
    Map<String, String> values = new HashMap<>();
    config.entries().stream().filter(entry -> entry.value() != null).forEach(entry -> values.put(entry.name(), entry.value()));
    int replicas = topic.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
    return new TopicState(topic.name(), topic.partitions().size(), replicas, values);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }
}
