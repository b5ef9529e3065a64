package dev.demarche.app.doctor;

import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicPlan;
import dev.demarche.topics.TopicSpec;
import dev.demarche.topics.TopicState;
import dev.demarche.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether the topics are there and as their files say. Sizes and replicas have checks of their own. */
final class TopicCheck implements Check {
  private static final String CLEANUP = "cleanup.policy";
  private static final String TIMESTAMPS = "message.timestamp.type";
  private static final String MIN_IN_SYNC = "min.insync.replicas";
  private static final String MAX_BYTES = "max.message.bytes";

  @Override
  public void look(Patient patient, Chart chart) {
    Set<String> missing = patient.wanted().stream().map(TopicSpec::name)
        .filter(name -> !patient.topics().containsKey(name) && !patient.refused().contains(name)).collect(Collectors.toCollection(TreeSet::new));
    if (missing.size() == patient.wanted().size()) {
      chart.error("topics-missing", "there is none of the topics " + patient.name(Topics.ARTICLES) + ", " + patient.name(Topics.TAGGED) + " ...",
          elsewhere(patient, missing));
    } else if (!missing.isEmpty()) {
      chart.error("topics-missing", "there is no topic " + String.join(", ", missing), "run: " + patient.demarche("topics apply"));
    } else if (patient.refused().isEmpty()) {
      chart.fact("all " + patient.wanted().size() + " topics are there");
    }
    differences(patient, chart);
    together(patient, chart);
  }

  private static String elsewhere(Patient patient, Set<String> missing) {
    List<String> prefixes = patient.names().stream().filter(name -> name.endsWith(Topics.ARTICLES.name()))
        .map(name -> name.substring(0, name.length() - Topics.ARTICLES.name().length()))
        .filter(prefix -> patient.names().containsAll(Set.of(Topics.TAGGED.name(prefix), Topics.WATCHES.name(prefix)))).toList();
    return prefixes.isEmpty() ? "run: " + patient.demarche("topics apply")
        : "topics of that kind stand under another prefix; set topic.prefix to " + String.join(" or ", prefixes)
            + ", or make new ones: " + patient.demarche("topics apply");
  }

  private static void differences(Patient patient, Chart chart) {
    Collection<TopicSpec> there = patient.wanted().stream().filter(spec -> patient.configs().containsKey(spec.name())).toList();
    OptionalInt partitions = patient.topic(Topics.ARTICLES).map(topic -> OptionalInt.of(topic.partitions().size()))
        .orElse(OptionalInt.empty());
    TopicPlan plan = TopicPlan.of(there, patient.states(), Math.max(1, patient.nodes().size()),
        new TopicPlan.Overrides(partitions, OptionalInt.empty()));
    for (TopicPlan.Change change : plan.changes()) {
      if (change instanceof TopicPlan.PartitionsRefused partition) {
        partitions(patient, chart, partition);
      } else if (change instanceof TopicPlan.AlterConfig alter) {
        setting(patient, chart, alter);
      } else if (change instanceof TopicPlan.ReplicasDiffer differ && differ.from() < differ.to()) {
        chart.warning("replicas", differ.topic() + " has " + differ.from() + " of " + differ.to() + " replicas: what is on them is lost with their brokers",
            "add replicas with kafka-reassign-partitions.sh or Cruise Control");
      }
    }
  }

  private static void partitions(Patient patient, Chart chart, TopicPlan.PartitionsRefused partition) {
    boolean catalogue = patient.names(Topic.Kind.CATALOGUE).contains(partition.topic());
    String mend = "export what you need of it, then delete it and make it anew: "
        + patient.kafka("kafka-topics.sh", "--delete --topic " + partition.topic()) + " && "
        + patient.demarche("topics apply" + (catalogue ? "" : " --partitions " + partition.to()));
    if (catalogue) {
      chart.error("partitions", partition.topic() + " has " + partition.from() + " partitions, and a catalogue has one: an entry's version is its offset",
          mend);
    } else {
      chart.warning("partitions", partition.topic() + " has " + partition.from() + " partitions, the other topics have " + partition.to(),
          "leave it where nothing else is told of it, or " + mend);
    }
  }

  private static void setting(Patient patient, Chart chart, TopicPlan.AlterConfig alter) {
    if (alter.key().equals(MIN_IN_SYNC) && Integer.parseInt(alter.from()) > patient.configs().get(alter.topic()).replicas()
        || alter.key().equals(MAX_BYTES) && SizeCheck.tooSmall(patient, patient.configs().get(alter.topic()))) {
      return; // The checks of replicas and of sizes tell it.
    }
    String what = alter.topic() + " has " + alter.key() + "=" + alter.from() + ", wanted is " + alter.to();
    String mend = "run: " + patient.demarche("topics apply") + " (or: " + patient.alter(alter.topic(), alter.key(), alter.to()) + ")";
    if (alter.key().equals(CLEANUP)) {
      chart.error("cleanup-policy", what + ": " + (alter.to().equals("compact") ? "its entries would go away by age"
          : "of the records of a key only the newest would stay"), mend);
    } else if (alter.key().equals(TIMESTAMPS)) {
      chart.error("timestamps", what + ": a publisher with a wrong clock would move retention and what counts as known", mend);
    } else {
      chart.warning("topic-setting", what, mend);
    }
  }

  /** Articles that were published under another key than their id come to the same task by the topic rekeyed, reactions to their alert's by their key. */
  private static void together(Patient patient, Chart chart) {
    together(patient, chart, Topics.ARTICLES, Topics.REKEYED, "an article would be known in one task and not in the other");
    together(patient, chart, Topics.HITS, Topics.REACTIONS, "a reaction would not meet its alert");
  }

  private static void together(Patient patient, Chart chart, Topic<?, ?> first, Topic<?, ?> second, String what) {
    int one = patient.topic(first).map(TopicCheck::count).orElse(0);
    int other = patient.topic(second).map(TopicCheck::count).orElse(0);
    if (one > 0 && other > 0 && one != other) {
      chart.error("partitions", patient.name(second) + " has " + other + " partitions and " + patient.name(first) + " " + one + ": " + what,
          "stop all instances, then: " + patient.kafka("kafka-topics.sh", "--delete --topic " + patient.name(second)) + " && "
              + patient.demarche("topics apply --partitions " + one));
    }
  }

  private static int count(TopicDescription topic) {
    return topic.partitions().size();
  }

  /** The value of a topic's setting as a number, or {@code fallback} where it has none. */
  static long number(TopicState topic, String key, long fallback) {
    String value = topic.config().get(key);
    return value == null ? fallback : Long.parseLong(value);
  }
}
