package dev.demarche.app;

import dev.demarche.console.system.Cluster.Group;
import dev.demarche.console.system.Cluster.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.TopicPartition;

/** Asks who is in a group, and who reads what. */
final class LiveGroups {
  private static final Comparator<Member> ORDER = Comparator.comparing(Member::host).thenComparing(Member::client);

  private LiveGroups() {}

  /** A group of plain consumers, or of Kafka Streams by the classic protocol. */
  static Group consumers(Admin admin, String id, String purpose, Set<String> here) {
    ConsumerGroupDescription group = LiveCluster.await(admin.describeConsumerGroups(List.of(id)).describedGroups().get(id));
    return new Group(id, purpose, group.type().toString().toLowerCase(java.util.Locale.ROOT), words(group.groupState().toString()),
        group.members().stream().map(member -> new Member(member.clientId(), host(member.host()), here.contains(member.clientId()),
            partitions(member.assignment().topicPartitions()))).sorted(ORDER).toList());
  }

  /** A group of Kafka Streams by the protocol of its own. */
  static Group streams(Admin admin, String id, String purpose, Set<String> here) {
    StreamsGroupDescription group = LiveCluster.await(admin.describeStreamsGroups(List.of(id)).describedGroups().get(id));
    Map<String, List<String>> sources = group.subtopologies().stream()
        .collect(Collectors.toMap(StreamsGroupSubtopologyDescription::subtopologyId, StreamsGroupSubtopologyDescription::sourceTopics));
    return new Group(id, purpose, "streams", words(group.groupState().toString()), group.members().stream()
        .map(member -> new Member(member.clientId(), host(member.clientHost()), here.contains(member.clientId()),
            partitions(member.assignment().activeTasks().stream().flatMap(task -> of(task, sources.getOrDefault(task.subtopologyId(), List.of())).stream())
                .toList()))).sorted(ORDER).toList());
  }

  private static List<TopicPartition> of(TaskIds task, List<String> topics) {
    return topics.stream().flatMap(topic -> task.partitions().stream().map(partition -> new TopicPartition(topic, partition))).toList();
  }

  private static List<String> partitions(Collection<TopicPartition> partitions) {
    Map<String, Set<Integer>> byTopic = new TreeMap<>();
    partitions.forEach(each -> byTopic.computeIfAbsent(each.topic(), topic -> new TreeSet<>()).add(each.partition()));
    return byTopic.entrySet().stream().map(topic -> topic.getKey() + ": "
        + topic.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))).toList();
  }

  private static String host(String host) {
    return host.startsWith("/") ? host.substring(1) : host;
  }

  private static String words(String state) {
    return state.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
  }
}
