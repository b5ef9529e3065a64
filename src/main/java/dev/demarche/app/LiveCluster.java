package dev.demarche.app;

import dev.demarche.console.system.Cluster;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the brokers for groups, offsets and topics of a stream. Connects at the first look. */
final class LiveCluster implements Cluster {
  private static final int PATIENCE_SECONDS = 10;
  private static final String STREAM = "stream";
  private static final String DELIVERY = "delivery";

  private final Settings settings;
  private final Supplier<Set<String>> here;
  private final FeedWatch feeds;
  private Admin admin;
  private Sight last;

  /** @param here client ids of this instance */
  LiveCluster(Settings settings, Supplier<Set<String>> here) {
    this.settings = settings;
    this.here = here;
    this.feeds = new FeedWatch(settings);
  }

  /** The answer of the brokers, with its fault as a {@link KafkaException}. */
  static <T> T await(KafkaFuture<T> future) {
    return BrokerAnswer.await(future, PATIENCE_SECONDS);
  }

  @Override
  public Sight look() {
    List<Unseen> unseen = new ArrayList<>();
    try {
      if (admin == null) {
        admin = Admin.create(KafkaProperties.admin(settings));
      }
      List<String> missing = new ArrayList<>();
      Map<String, Integer> partitions = topics(missing, unseen);
      List<Group> groups = new ArrayList<>();
      List<Lag> lags = new ArrayList<>();
      boolean delivers = settings.text(Setting.RECEIVERS) != null;
      group(settings.text(Setting.APPLICATION_ID), STREAM, Topics.ARTICLES, true, partitions, groups, lags, unseen);
      group(AlertDelivery.group(settings), DELIVERY, Topics.NOTIFICATIONS, delivers, partitions, groups, lags, unseen);
      last = new Sight(Instant.now(), groups, lags, missing, feeds(missing, unseen), unseen);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      // What was seen last stays, with its time, which tells how old it is.
      Unseen silent = new Unseen("the brokers do not answer: " + e.getMessage(), "look whether they run; demarche doctor tells more");
      last = last == null ? new Sight(Instant.now(), List.of(), List.of(), List.of(), List.of(), List.of(silent))
          : new Sight(last.at(), last.groups(), last.lags(), last.missing(), last.feeds(), List.of(silent));
    }
    return last;
  }

  /** How many partitions the topics have. */
  private Map<String, Integer> topics(List<String> missing, List<Unseen> unseen) {
    String prefix = settings.text(Setting.TOPIC_PREFIX);
    List<String> names = Stream.concat(Topics.ALL.stream(), Topics.INTERNAL.stream()).map(topic -> topic.name(prefix)).toList();
    Map<String, Integer> partitions = new HashMap<>();
    Set<String> refused = new TreeSet<>();
    Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(names).topicNameValues();
    for (String name : names) {
      try {
        partitions.put(name, await(asked.get(name)).partitions().size());
      } catch (UnknownTopicOrPartitionException e) {
        missing.add(name);
      } catch (AuthorizationException e) {
        refused.add(name);
      }
    }
    if (!refused.isEmpty()) {
      unseen.add(new Unseen("not permitted to see " + String.join(", ", refused), "grant Describe on these topics, where they matter here"));
    }
    return partitions;
  }

  private void group(String id, String purpose, Topic<?, ?> source, boolean expected, Map<String, Integer> partitions, List<Group> groups, List<Lag> lags,
                     List<Unseen> unseen) {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
      try {
        committed.putAll(await(admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata()));
      } catch (GroupIdNotFoundException e) {
        // Nothing was committed yet.
      }
      committed.keySet().removeIf(partition -> !partitions.containsKey(partition.topic()));
      Group group = group(id, purpose);
      if (group.members().isEmpty() && committed.isEmpty() && !expected) {
        return;
      }
      groups.add(group);
      lags.addAll(lags(id, source.name(settings.text(Setting.TOPIC_PREFIX)), committed, partitions));
    } catch (AuthorizationException e) {
      unseen.add(new Unseen("not permitted to see the group " + id + " and how far it is", "grant Describe on the group " + id + " and on its topics"));
    }
  }

  private Group group(String id, String purpose) {
    try {
      return purpose.equals(STREAM) && settings.text(Setting.GROUP_PROTOCOL).equals("streams") ? LiveGroups.streams(admin, id, purpose, here.get())
          : LiveGroups.consumers(admin, id, purpose, here.get());
    } catch (GroupIdNotFoundException e) {
      return new Group(id, purpose, "", "not there", List.of());
    }
  }

  private List<Lag> lags(String group, String source, Map<TopicPartition, OffsetAndMetadata> committed, Map<String, Integer> partitions) {
    Map<TopicPartition, OffsetSpec> firsts = new HashMap<>();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    Set<TopicPartition> all = new java.util.HashSet<>(committed.keySet());
    for (int i = 0; i < partitions.getOrDefault(source, 0); i++) {
      all.add(new TopicPartition(source, i));
    }
    all.forEach(partition -> {
      firsts.put(partition, OffsetSpec.earliest());
      ends.put(partition, OffsetSpec.latest());
    });
    if (all.isEmpty()) {
      return List.of();
    }
    Map<TopicPartition, ListOffsetsResultInfo> first = await(admin.listOffsets(firsts).all());
    Map<TopicPartition, ListOffsetsResultInfo> end = await(admin.listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    return all.stream().map(partition -> {
      OffsetAndMetadata at = committed.get(partition);
      long from = Math.max(first.get(partition).offset(), at == null ? 0 : at.offset());
      long to = end.get(partition).offset();
      return new Lag(group, partition.topic(), partition.partition(), at == null ? -1 : at.offset(), to, Math.max(0, to - from));
    }).sorted(Comparator.comparing(Lag::topic).thenComparing(Lag::partition)).toList();
  }

  private List<Feed> feeds(List<String> missing, List<Unseen> unseen) {
    String topic = Topics.FEEDS.name(settings.text(Setting.TOPIC_PREFIX));
    if (missing.remove(topic)) {
      return List.of(); // Only who polls feeds needs it.
    }
    try {
      return feeds.failing();
    } catch (AuthorizationException e) {
      unseen.add(new Unseen("not permitted to read " + topic + ", so feeds that fail are not told", "grant Read on " + topic + ", where feeds are polled"));
      return List.of();
    }
  }

  @Override
  public void close() {
    feeds.close();
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
