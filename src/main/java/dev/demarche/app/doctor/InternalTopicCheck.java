package dev.demarche.app.doctor;

import dev.demarche.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether what Kafka Streams keeps of its stores fits the topics that they are made from. */
final class InternalTopicCheck implements Check {
  private static final int SAFE = 3;

  @Override
  public void look(Patient patient, Chart chart) {
    String start = patient.applicationId() + "-";
    List<String> names = patient.names().stream().filter(name -> name.startsWith(start) && name.endsWith("-changelog")).toList();
    Set<Integer> sources = Stream.of(Topics.ARTICLES, Topics.STANDS, Topics.BEARINGS, Topics.HITS).flatMap(topic -> patient.topic(topic).stream())
        .map(topic -> topic.partitions().size()).collect(Collectors.toSet());
    if (names.isEmpty() || sources.isEmpty()) {
      return;
    }
    Map<String, TopicDescription> topics = Patient.await(patient.admin().describeTopics(names).allTopicNames());
    Set<String> few = new TreeSet<>();
    int wanted = Math.min(SAFE, patient.nodes().size());
    for (TopicDescription topic : topics.values()) {
      if (!sources.contains(topic.partitions().size())) {
        chart.error("internal-topic", topic.name() + " has " + topic.partitions().size() + " partitions, the topics it is made from have "
                + sources + ": no instance can start",
            "stop all instances, then: " + patient.kafka("kafka-streams-application-reset.sh", "--application-id " + patient.applicationId())
                + " and remove the folders of state.dir; or set application.id to a new name");
      }
      if (topic.partitions().stream().anyMatch(partition -> partition.replicas().size() < wanted)) {
        few.add(topic.name());
      }
    }
    if (!few.isEmpty()) {
      chart.warning("replicas", "less than " + wanted + " replicas: " + String.join(", ", few) + "; what is known of articles is lost with a broker",
          "add replicas with kafka-reassign-partitions.sh, and set default.replication.factor=" + wanted + " on the brokers or kafka.replication.factor="
              + wanted + " for Demarche, for those to come");
    }
  }
}
