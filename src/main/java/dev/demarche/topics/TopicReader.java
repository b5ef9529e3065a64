package dev.demarche.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning, all partitions, without a group: to where it ended when reading began, or on and on. What the
 * consumer's properties say of {@code isolation.level} holds. Not for use by several threads.
 */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;

  /**
   * A reader of {@code topic}.
   *
   * @throws InvalidTopicException if the cluster has no such topic
   */
  public TopicReader(Map<String, Object> consumerProperties, String topic) {
    this.topic = topic;
    consumer = new KafkaConsumer<>(consumerProperties, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
      if (partitions.isEmpty()) {
        throw new InvalidTopicException("there is no topic " + topic + "; create the topics with \"demarche topics apply\"");
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Goes to where each partition ends now, so that only what comes after is read. */
  public void skipToEnd() {
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  /** Goes to the first record of each partition that the topic took at {@code time} or later. */
  public void skipTo(Instant time) {
    Map<TopicPartition, Long> asked = new HashMap<>();
    consumer.assignment().forEach(partition -> asked.put(partition, time.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    ends.forEach((partition, end) -> consumer.seek(partition, found.get(partition) == null ? end : found.get(partition).offset()));
  }

  /** Hands over what the topic holds now, in no order between partitions. */
  public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (behind(ends)) {
      consumer.poll(POLL).forEach(each);
    }
  }

  private boolean behind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Hands over what comes until {@code stop} says true, which is asked several times a second. */
  public void follow(Consumer<ConsumerRecord<String, byte[]>> each, BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      consumer.poll(POLL).forEach(each);
    }
  }

  /** The newest record of each key, tombstones taken as the end of their key, sorted by key. */
  public Collection<ConsumerRecord<String, byte[]>> newestByKey() {
    Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
    readToEnd(record -> {
      if (record.key() != null) {
        newest.put(record.key(), record);
      }
    });
    for (Iterator<ConsumerRecord<String, byte[]>> i = newest.values().iterator(); i.hasNext(); ) {
      if (i.next().value() == null) {
        i.remove();
      }
    }
    return newest.values();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
