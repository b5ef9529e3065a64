package dev.demarche.app.doctor;

import dev.demarche.app.Setting;
import dev.demarche.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether instances run, and keep up with the articles. */
final class GroupCheck implements Check {
  private static final long MANY = 1_000;
  private static final Set<GroupState> IDLE = Set.of(GroupState.EMPTY, GroupState.DEAD, GroupState.UNKNOWN, GroupState.NOT_READY);

  @Override
  public void look(Patient patient, Chart chart) {
    String id = patient.applicationId();
    Map<TopicPartition, OffsetAndMetadata> committed;
    try {
      committed = Patient.await(patient.admin().listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata());
    } catch (AuthorizationException e) {
      chart.error("access", patient.principal() + " has no right to the group " + id, "run as an administrator: "
          + patient.kafka("kafka-acls.sh", "--add --allow-principal " + patient.principal() + " --operation Read --group " + id));
      return;
    } catch (GroupIdNotFoundException e) {
      committed = Map.of();
    }
    Optional<GroupListing> group = Patient.await(patient.admin().listGroups().valid()).stream().filter(g -> g.groupId().equals(id)).findFirst();
    boolean running = group.flatMap(GroupListing::groupState).map(state -> !IDLE.contains(state)).orElse(false);
    protocol(patient, chart, group, running);
    lag(patient, chart, committed, running);
  }

  private static void protocol(Patient patient, Chart chart, Optional<GroupListing> group, boolean running) {
    String wanted = patient.settings().text(Setting.GROUP_PROTOCOL);
    GroupType type = group.flatMap(GroupListing::type).orElse(GroupType.UNKNOWN);
    if (running && type != GroupType.UNKNOWN && !type.toString().equalsIgnoreCase(wanted)) {
      chart.error("group-protocol", "the instances of " + patient.applicationId() + " that run use the protocol " + type.toString().toLowerCase()
              + ", " + Setting.GROUP_PROTOCOL.key() + " is " + wanted,
          "set " + Setting.GROUP_PROTOCOL.key() + "=" + type.toString().toLowerCase() + ", or stop all instances before you start them with the other");
    }
  }

  private static void lag(Patient patient, Chart chart, Map<TopicPartition, OffsetAndMetadata> committed, boolean running) {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    patient.topic(Topics.ARTICLES).ifPresent(topic -> topic.partitions().forEach(partition -> {
      first.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.earliest());
      last.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
    }));
    if (last.isEmpty()) {
      return;
    }
    Map<TopicPartition, ListOffsetsResultInfo> starts = Patient.await(patient.admin().listOffsets(first).all());
    Map<TopicPartition, ListOffsetsResultInfo> ends = Patient.await(patient.admin().listOffsets(last, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    long waiting = 0;
    long expired = 0;
    for (TopicPartition partition : last.keySet()) {
      OffsetAndMetadata at = committed.get(partition);
      long start = starts.get(partition).offset();
      waiting += Math.max(0, ends.get(partition).offset() - (at == null ? start : Math.max(start, at.offset())));
      expired += at == null ? 0 : Math.max(0, start - at.offset());
    }
    tell(patient, chart, running, waiting, expired);
  }

  private static void tell(Patient patient, Chart chart, boolean running, long waiting, long expired) {
    String id = patient.applicationId();
    if (expired > 0) {
      chart.error("articles-expired", expired + " articles were deleted by age before they were read",
          "run more instances, and raise retention.ms: " + patient.alter(patient.name(Topics.ARTICLES), "retention.ms", "5184000000"));
    }
    String articles = waiting + (waiting == 1 ? " article waits" : " articles wait");
    if (running && waiting <= MANY) {
      chart.fact("instances of " + id + " run, " + articles);
    } else if (running) {
      chart.warning("lag", "instances of " + id + " run, but " + articles, "if it grows, run more instances or threads, as many in all as "
          + patient.name(Topics.ARTICLES) + " has partitions (" + patient.topic(Topics.ARTICLES).map(t -> t.partitions().size()).orElse(0) + ")");
    } else if (waiting > 0) {
      chart.error("not-running", "no instance of " + id + " runs, and " + articles, "run: " + patient.demarche("run")
          + "; where one runs, set " + Setting.APPLICATION_ID.key() + " to its name");
    } else {
      chart.note("not-running", "no instance of " + id + " runs; no article waits", "run: " + patient.demarche("run"));
    }
  }
}
