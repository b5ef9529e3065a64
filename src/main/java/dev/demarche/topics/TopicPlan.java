package dev.demarche.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What would have to change on a broker so that its topics are as wanted. Making a plan changes nothing; {@link TopicAdmin} applies it.
 *
 * <p>Only what a file names is compared: other settings of a topic and other topics are left as they are. Nothing is deleted or shrunk.
 * The number of partitions of a topic that exists is never changed, since all records are keyed: the records of one key would lie on two
 * partitions, and the catalogues need exactly one.
 *
 * @param changes in the order of the wanted topics; empty where all is as wanted
 */
public record TopicPlan(List<Change> changes) {

  /** One line of a plan. */
  public sealed interface Change {

    /** The topic, prefix included. */
    String topic();

    /** For people: what changes and from what to what, or what does not and why. */
    String line();
  }

  /** The topic is created. */
  public record Create(TopicSpec spec) implements Change {
    @Override
    public String topic() {
      return spec.name();
    }

    @Override
    public String line() {
      String config = spec.config().entrySet().stream().map(e -> ", " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining());
      return "+ " + topic() + ": create with " + count(spec.partitions(), "partition") + ", " + count(spec.replicas(), "replica") + config;
    }
  }

  /** A setting of the topic is altered; {@code from} is null where the broker does not know it. */
  public record AlterConfig(String topic, String key, String from, String to) implements Change {
    @Override
    public String line() {
      return "~ " + topic + ": " + key + " " + from + " -> " + to;
    }
  }

  /** The wanted number of partitions is refused; {@link TopicAdmin#apply} applies no plan that holds such a change. */
  public record PartitionsRefused(String topic, int from, int to) implements Change {
    @Override
    public String line() {
      return "! " + topic + ": has " + count(from, "partition") + ", wanted " + to + ": refused, for a key's records would lie on two "
          + "partitions. To move: create the topics under another prefix with " + count(to, "partition") + ", start Demarche with that "
          + "prefix, let readers finish the old topic, then switch them over; or write " + from + " into the topic's file";
    }
  }

  /** The topic has another number of replicas, which is reported and left. */
  public record ReplicasDiffer(String topic, int from, int to) implements Change {
    @Override
    public String line() {
      return "= " + topic + ": has " + count(from, "replica") + ", wanted " + to + ": left, for moving replicas is the work of "
          + "kafka-reassign-partitions.sh or Cruise Control";
    }
  }

  /** Something is not as the file says, with the reason. */
  public record Note(String topic, String text) implements Change {
    @Override
    public String line() {
      return "= " + topic + ": " + text;
    }
  }

  /**
   * What is wanted otherwise than the files say.
   *
   * @param partitions of new topics that have more than one in their file; topics that have this number already are as wanted
   * @param replicas   of new topics
   */
  public record Overrides(OptionalInt partitions, OptionalInt replicas) {

    /** All as in the files. */
    public static final Overrides NONE = new Overrides(OptionalInt.empty(), OptionalInt.empty());

    public Overrides {
      Objects.requireNonNull(partitions, "partitions");
      Objects.requireNonNull(replicas, "replicas");
    }
  }

  public TopicPlan {
    changes = List.copyOf(changes);
  }

  /**
   * Compares what is wanted with what exists.
   *
   * @param wanted    under the names that they shall have on the broker
   * @param existing  may hold others, which are left
   * @param brokers   of the cluster, 1 or more; no new topic gets more replicas than that
   * @param overrides see there
   */
  public static TopicPlan of(Collection<TopicSpec> wanted, Collection<TopicState> existing, int brokers, Overrides overrides) {
    Map<String, TopicState> byName = existing.stream().collect(Collectors.toMap(TopicState::name, state -> state));
    List<Change> changes = new ArrayList<>();
    for (TopicSpec spec : wanted) {
      TopicState state = byName.get(spec.name());
      if (state == null) {
        create(spec, brokers, overrides, changes);
      } else {
        alter(spec, state, brokers, overrides, changes);
      }
    }
    return new TopicPlan(changes);
  }

  private static void create(TopicSpec spec, int brokers, Overrides overrides, List<Change> changes) {
    int replicas = overrides.replicas().orElse(spec.replicas());
    int possible = Math.min(replicas, brokers);
    changes.add(new Create(spec.withReplicas(possible).withPartitions(partitions(spec, overrides))));
    if (possible < replicas) {
      changes.add(new Note(spec.name(), count(replicas, "replica") + " wanted, " + possible + " made: the cluster has "
          + count(brokers, "broker")));
    }
  }

  private static void alter(TopicSpec spec, TopicState state, int brokers, Overrides overrides, List<Change> changes) {
    if (state.partitions() != spec.partitions() && state.partitions() != partitions(spec, overrides)) {
      changes.add(new PartitionsRefused(spec.name(), state.partitions(), partitions(spec, overrides)));
    }
    int replicas = Math.min(overrides.replicas().orElse(spec.replicas()), brokers);
    if (state.replicas() != replicas && state.replicas() != Math.min(spec.replicas(), brokers)) {
      changes.add(new ReplicasDiffer(spec.name(), state.replicas(), replicas));
    }
    // What is asked to be in sync must fit the replicas that there are: more would make the topic unwritable.
    spec.withReplicas(state.replicas()).config().forEach((key, to) -> {
      String from = state.config().get(key);
      if (!same(from, to)) {
        changes.add(new AlterConfig(spec.name(), key, from, to));
      }
    });
  }

  private static int partitions(TopicSpec spec, Overrides overrides) {
    return spec.partitions() == 1 ? 1 : overrides.partitions().orElse(spec.partitions());
  }

  private static boolean same(String from, String to) {
    if (from == null || from.equals(to)) {
      return from != null;
    }
    try {
      return new BigDecimal(from).compareTo(new BigDecimal(to)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Whether applying would change nothing. */
  public boolean changesNothing() {
    return changes.stream().noneMatch(change -> change instanceof Create || change instanceof AlterConfig);
  }

  /** What keeps this plan from being applied; empty where it can be. */
  public List<Change> refused() {
    return changes.stream().filter(PartitionsRefused.class::isInstance).toList();
  }

  /** The lines of all changes, for people. */
  public List<String> lines() {
    return changes.stream().map(Change::line).toList();
  }
}
