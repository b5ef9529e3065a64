package dev.demarche.console.live;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of several partitions in the order in which they were written, those of one partition always in that of their offsets. */
final class ByTime {
  private record Queue(TopicPartition partition, Deque<ConsumerRecord<String, byte[]>> records) {
    long time() {
      return records.peek().timestamp();
    }
  }

  private static final Comparator<Queue> ORDER = Comparator.comparingLong(Queue::time).thenComparing(q -> q.partition().topic())
      .thenComparing(q -> q.partition().partition());

  private ByTime() {}

  static void each(Iterable<ConsumerRecord<String, byte[]>> records, Consumer<ConsumerRecord<String, byte[]>> taker) {
    Map<TopicPartition, Queue> queues = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      queues.computeIfAbsent(partition, p -> new Queue(p, new ArrayDeque<>())).records().add(record);
    }
    PriorityQueue<Queue> order = new PriorityQueue<>(ORDER);
    order.addAll(queues.values());
    while (!order.isEmpty()) {
      Queue first = order.poll();
      taker.accept(first.records().poll());
      if (!first.records().isEmpty()) {
        order.add(first);
      }
    }
  }
}
