package dev.demarche.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes catalogue records one by one and waits until the brokers have each. Safe for use by several threads. */
public final class TopicWriter implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;

  /** A writer whose producer has these properties. */
  public TopicWriter(Map<String, Object> producerProperties) {
    producer = new KafkaProducer<>(producerProperties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Writes {@code value}, or a tombstone where it is null.
   *
   * @param name of the topic on the broker
   * @return the record's offset, which is the value's version
   * @throws KafkaException if the brokers do not take it
   */
  public <T> long write(Topic<String, T> topic, String name, String key, T value) {
    byte[] bytes = value == null ? null : topic.values().serializer().serialize(name, value);
    return await(producer.send(new ProducerRecord<>(name, key, bytes))).offset();
  }

  /**
   * Writes each of {@code values} under its key, in their order, and waits until the brokers have all.
   *
   * @throws KafkaException if the brokers do not take one; those before it are written
   */
  public <T> void writeAll(Topic<String, T> topic, String name, Function<T, String> key, Collection<T> values) {
    List<Future<RecordMetadata>> sent = values.stream().map(value -> producer.send(new ProducerRecord<>(name, key.apply(value),
        topic.values().serializer().serialize(name, value)))).toList();
    producer.flush();
    sent.forEach(TopicWriter::await);
  }

  private static RecordMetadata await(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }

  /**
   * Writes all of {@code values}, by their keys and in their order, a tombstone for null, and waits until the brokers have each.
   *
   * @param progress told how many the brokers have, now and then and at the end
   * @throws KafkaException if the brokers do not take one; those before it are written
   */
  public <T> void putAll(Topic<String, T> topic, String name, Map<String, T> values, IntConsumer progress) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    values.forEach((key, value) -> sent.add(producer.send(new ProducerRecord<>(name, key,
        value == null ? null : topic.values().serializer().serialize(name, value)))));
    for (int i = 0; i < sent.size(); i++) {
      await(sent.get(i));
      if ((i + 1) % 100 == 0 || i + 1 == sent.size()) {
        progress.accept(i + 1);
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
