package dev.demarche.delivery;

import dev.demarche.domain.Delivery;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of deliveries. Each delivery is recorded in the partition that has the number of its alert's partition, so that who has the alerts has
 * their deliveries, too; where the topic has fewer partitions, in that number's remainder. Writing is for several threads, reading for one.
 */
public final class DeliveryLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String STAGE = "deliver";

  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> reader;
  private final KafkaConsumer<String, byte[]> follower;
  private final int partitions;

  /**
   * A recorded delivery.
   *
   * @param at       offset of the record
   * @param delivery null where the record is a tombstone or cannot be read
   */
  public record Recorded(String key, Delivery delivery, int partition, long at) {}

  /** Takes what was read. */
  public interface Each {
    void take(Recorded recorded);
  }

  /**
   * The log of a cluster.
   *
   * @throws InvalidTopicException if there is no such topic
   */
  public DeliveryLog(Map<String, Object> producerProperties, Map<String, Object> consumerProperties, String prefix) {
    topic = Topics.DELIVERIES.name(prefix);
    Map<String, Object> properties = new HashMap<>(consumerProperties);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    Map<String, Object> writing = new HashMap<>(producerProperties);
    writing.put(ProducerConfig.LINGER_MS_CONFIG, "0"); // Each write is waited for.
    producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
    reader = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    follower = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    try {
      partitions = reader.partitionsFor(topic).size();
      if (partitions == 0) {
        throw new InvalidTopicException("there is no topic " + topic + "; create the topics with \"demarche topics apply\"");
      }
      List<TopicPartition> all = IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(topic, number)).toList();
      follower.assign(all);
      follower.seekToEnd(all);
      all.forEach(follower::position);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The partition in which deliveries of alerts of partition {@code alerts} stand. */
  int partitionOf(int alerts) {
    return alerts % partitions;
  }

  /**
   * Records deliveries and waits until the brokers have them.
   *
   * @return the offsets of the records
   * @throws KafkaException if the brokers do not take one; those before it may be recorded
   */
  public List<Long> write(Collection<Delivery> deliveries) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partitionOf(delivery.partition()), delivery.key(), Json.write(delivery));
      CloudEvents.of(Topics.DELIVERIES, delivery.key() + ":" + delivery.attempts(), STAGE, delivery.at(), null)
          .forEach(header -> record.headers().add(header));
      sent.add(producer.send(record));
    }
    return sent.stream().map(DeliveryLog::offset).toList();
  }

  private static long offset(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }

  /** Writes any record and waits until the brokers have it. */
  void write(ProducerRecord<String, byte[]> record) {
    offset(producer.send(record));
  }

  /**
   * Reads the log of a partition of alerts from {@code from}, or from its beginning where that lies behind it, to where it ends now.
   *
   * @return where it ends
   */
  long read(int alerts, long from, Each each) {
    TopicPartition partition = new TopicPartition(topic, partitionOf(alerts));
    List<TopicPartition> one = List.of(partition);
    reader.assign(one);
    long end = reader.endOffsets(one).get(partition);
    long begin = Math.max(from, reader.beginningOffsets(one).get(partition));
    if (begin < end) {
      reader.seek(partition, begin);
      while (reader.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
          if (record.offset() < end) {
            recorded(record, each);
          }
        }
      }
    }
    reader.unsubscribe();
    return end;
  }

  /** Hands over what has come into any partition since this log was opened or this was last asked. */
  void follow(Each each) {
    follower.poll(Duration.ZERO).forEach(record -> recorded(record, each));
  }

  private static void recorded(ConsumerRecord<String, byte[]> record, Each each) {
    Delivery delivery = null;
    try {
      delivery = record.value() == null ? null : Json.read(record.value(), Delivery.class);
    } catch (SerializationException e) {
      LOG.warn("{}-{}@{}: a delivery cannot be read and is passed over: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
      return;
    }
    if (record.key() != null) {
      each.take(new Recorded(record.key(), delivery, record.partition(), record.offset()));
    }
  }

  @Override
  public void close() {
    follower.close();
    reader.close();
    producer.close();
  }
}
