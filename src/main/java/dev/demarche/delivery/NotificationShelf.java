package dev.demarche.delivery;

import dev.demarche.domain.Delivery;
import dev.demarche.domain.Notification;
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
 * Notifications by their place on the topic: those that were read last are in memory, up to a number of bytes, the others are read again. So what waits
 * for a receiver costs nothing of it in memory. Safe for use by several threads.
 */
final class NotificationShelf implements AutoCloseable {
  private static final long MAX_BYTES = 16L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final KafkaConsumer<String, byte[]> reader;
  private final LinkedHashMap<Place, byte[]> newest = new LinkedHashMap<>();
  private long bytes;

  private record Place(int partition, long offset) {}

  NotificationShelf(Map<String, Object> consumerProperties, String prefix) {
    topic = Topics.NOTIFICATIONS.name(prefix);
    Map<String, Object> properties = new HashMap<>(consumerProperties);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "262144");
    reader = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Keeps a notification that was just read, as long as there is room. */
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
   * The notification of {@code delivery}; empty where it is not on the topic any more.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not hand it out
   */
  Optional<Notification> get(Delivery delivery) {
    byte[] kept = kept(delivery);
    byte[] value = kept == null ? read(delivery) : kept;
    try {
      return Optional.ofNullable(value).map(there -> Json.read(there, Notification.class)).filter(told -> told.id().equals(delivery.alert()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  private byte[] kept(Delivery delivery) {
    synchronized (newest) {
      return newest.get(new Place(delivery.partition(), delivery.offset()));
    }
  }

  private synchronized byte[] read(Delivery delivery) {
    byte[] meanwhile = kept(delivery);
    if (meanwhile != null) {
      return meanwhile;
    }
    int partition = delivery.partition();
    long offset = delivery.offset();
    TopicPartition place = new TopicPartition(topic, partition);
    reader.assign(List.of(place));
    reader.seek(place, offset);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() < end) {
        List<ConsumerRecord<String, byte[]>> records = reader.poll(POLL).records(place);
        // What stands behind it is asked for next, as a rule.
        records.stream().filter(record -> record.value() != null).forEach(record -> put(partition, record.offset(), record.value()));
        if (!records.isEmpty()) {
          return records.get(0).offset() == offset ? records.get(0).value() : null;
        }
        if (reader.position(place) > offset) {
          return null;
        }
      }
    } catch (OffsetOutOfRangeException e) {
      return null;
    }
    throw new TimeoutException("the notification at " + place + "@" + offset + " did not come within " + PATIENCE.toSeconds() + " s");
  }

  @Override
  public synchronized void close() {
    reader.close();
  }
}
