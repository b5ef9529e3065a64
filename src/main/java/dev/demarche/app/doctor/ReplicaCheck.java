package dev.demarche.app.doctor;

import dev.demarche.topics.TopicState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** Whether the topics can be written now, and after a broker has failed. */
final class ReplicaCheck implements Check {
  private static final String MIN_IN_SYNC = "min.insync.replicas";

  @Override
  public void look(Patient patient, Chart chart) {
    List<String> behind = new ArrayList<>();
    for (TopicState topic : patient.states()) {
      int min = (int) TopicCheck.number(topic, MIN_IN_SYNC, 1);
      int replicas = topic.replicas();
      if (min > replicas) {
        chart.error("min-insync", topic.name() + " has " + MIN_IN_SYNC + "=" + min + " but " + replicas
                + (replicas == 1 ? " replica" : " replicas") + ": nothing can be written to it",
            "run: " + patient.demarche("topics apply") + " (or: " + patient.alter(topic.name(), MIN_IN_SYNC, Math.max(1, replicas - 1)) + ")");
      } else {
        inSync(patient.topics().get(topic.name()), min, chart, behind);
        if (min == replicas && replicas > 1) {
          chart.warning("min-insync", topic.name() + " has as many replicas as " + MIN_IN_SYNC + " asks for (" + min
              + "): one broker down stops it", "run: " + patient.alter(topic.name(), MIN_IN_SYNC, replicas - 1));
        }
      }
    }
    if (!behind.isEmpty()) {
      chart.warning("under-replicated", "replicas are behind: " + String.join(", ", behind),
          "start the brokers that are down; where all run, look at their disks and network, and wait until they have caught up");
    }
  }

  private static void inSync(TopicDescription topic, int min, Chart chart, List<String> behind) {
    for (TopicPartitionInfo partition : topic.partitions()) {
      String name = topic.name() + "-" + partition.partition();
      if (partition.leader() == null || partition.leader().isEmpty()) {
        chart.error("no-leader", name + " has no leader: it can be neither read nor written", "start the brokers "
            + partition.replicas().stream().map(node -> String.valueOf(node.id())).toList() + ", which hold its replicas");
      } else if (partition.isr().size() < min) {
        chart.error("min-insync", name + " has " + partition.isr().size() + " of " + partition.replicas().size() + " replicas in sync, " + MIN_IN_SYNC + " is " + min
            + ": it cannot be written", "start the brokers that are down, or wait until their replicas have caught up");
      } else if (partition.isr().size() < partition.replicas().size()) {
        behind.add(name);
      }
    }
  }
}
