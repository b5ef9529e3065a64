package dev.demarche.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Single records at their places, and what is sent, without a broker. */
public final class MockTopics {
  private final Map<TopicPartition, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
  private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

  /** Puts a record at its place; it is the only one of its partition. */
  public void put(String topic, int partition, long offset, byte[] key, byte[] value) {
    records.put(new TopicPartition(topic, partition), new ConsumerRecord<>(topic, partition, offset, key, value));
  }

  /** A consumer that reads them. */
  public MockConsumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
      @Override
      public synchronized void seek(TopicPartition partition, long offset) {
        super.seek(partition, offset);
        if (records.containsKey(partition)) {
          addRecord(records.get(partition));
        }
      }
    };
    records.forEach((place, record) -> {
      consumer.updatePartitions(place.topic(), List.of(new PartitionInfo(place.topic(), place.partition(), Node.noNode(), new Node[0], new Node[0])));
      consumer.updateBeginningOffsets(Map.of(place, record.offset()));
      consumer.updateEndOffsets(Map.of(place, record.offset() + 1));
    });
    return consumer;
  }

  /** A producer that sends at once. */
  public MockProducer<byte[], byte[]> producer() {
    MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    producers.add(producer);
    return producer;
  }

  /** What was sent, in order. */
  public List<ProducerRecord<byte[], byte[]>> sent() {
    return producers.stream().flatMap(producer -> producer.history().stream()).toList();
  }
}
