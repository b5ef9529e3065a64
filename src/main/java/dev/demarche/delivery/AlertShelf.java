package dev.demarche.delivery;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Delivery;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Alerts by their place on the topic: the newest are in memory, up to a number of bytes, the others are read again. So what waits for a receiver
 * costs no alert in memory. Safe for use by several threads.
 */
final class AlertShelf implements AutoCloseable {
  private static final long MAX_BYTES = 16L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final KafkaConsumer<String, byte[]> reader;
  private final LinkedHashMap<Place, byte[]> newest = new LinkedHashMap<>();
  private long bytes;

  private record Place(int partition, long offset) {}

  AlertShelf(Map<String, Object> consumerProperties, String prefix) {
    topic = Topics.ALERTS.name(prefix);
    Map<String, Object> properties = new HashMap<>(consumerProperties);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "65536");
    reader = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Keeps an alert that was just read, as long as there is room. */
  void put(int partition, long offset, byte[] value) {
    synchronized (newest) {
      if (newest.putIfAbsent(new Place(partition, offset), value) == null) {
        bytes += value.length;
      }
      for (var oldest = newest.entrySet().iterator(); bytes > MAX_BYTES && oldest.hasNext(); ) {
        bytes -= oldest.next().getValue().length;
        oldest.remove();
      }
    }
  }

  /**
   * The alert of {@code delivery}; empty where it is not on the topic any more.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not hand it out
   */
  Optional<Alert> get(Delivery delivery) {
    byte[] value;
    synchronized (newest) {
      value = newest.get(new Place(delivery.partition(), delivery.offset()));
    }
    value = value == null ? read(delivery.partition(), delivery.offset()) : value;
    try {
      return Optional.ofNullable(value).map(there -> Json.read(there, Alert.class)).filter(alert -> alert.id().equals(delivery.alert()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  private synchronized byte[] read(int partition, long offset) {
    TopicPartition place = new TopicPartition(topic, partition);
    reader.assign(List.of(place));
    reader.seek(place, offset);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
          return record.offset() == offset ? record.value() : null;
        }
        if (reader.position(place) > offset) {
          return null;
        }
      }
    } catch (OffsetOutOfRangeException e) {
      return null;
    }
    throw new TimeoutException("the alert at " + place + "@" + offset + " did not come within " + PATIENCE.toSeconds() + " s");
  }

  @Override
  public synchronized void close() {
    reader.close();
  }
}
