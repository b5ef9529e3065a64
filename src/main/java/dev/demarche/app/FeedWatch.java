package dev.demarche.app;

import dev.demarche.console.system.Cluster.Feed;
import dev.demarche.topics.FeedState;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the topic of feeds, and keeps those whose last polls failed. Not for use by several threads. */
final class FeedWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Settings settings;
  private final Map<String, Feed> failing = new TreeMap<>();
  private KafkaConsumer<String, byte[]> consumer;

  FeedWatch(Settings settings) {
    this.settings = settings;
  }

  /**
   * Those that fail now.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not tell
   */
  List<Feed> failing() {
    if (consumer == null) {
      begin();
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer != null && System.nanoTime() < deadline) {
      List<ConsumerRecord<String, byte[]>> read = new java.util.ArrayList<>();
      consumer.poll(POLL).forEach(read::add);
      if (read.isEmpty()) {
        break;
      }
      read.forEach(this::take);
    }
    return List.copyOf(failing.values());
  }

  private void begin() {
    KafkaConsumer<String, byte[]> made = new KafkaConsumer<>(KafkaProperties.consumer(settings), new StringDeserializer(), new ByteArrayDeserializer());
    try {
      String topic = Topics.FEEDS.name(settings.text(Setting.TOPIC_PREFIX));
      List<TopicPartition> partitions = made.partitionsFor(topic, PATIENCE).stream().map(each -> new TopicPartition(topic, each.partition())).toList();
      made.assign(partitions);
      made.seekToBeginning(partitions);
      consumer = made;
    } finally {
      if (consumer != made) {
        made.close();
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    FeedState state;
    try {
      state = record.value() == null ? null : Json.read(record.value(), FeedState.class);
    } catch (RuntimeException e) {
      state = null; // Others may write to the topic: what is no feed is none.
    }
    if (state == null || state.failures() == 0) {
      failing.remove(record.key());
    } else {
      failing.put(record.key(), new Feed(state.url(), state.failures(), state.problem(), state.nextPoll()));
    }
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
  }
}
