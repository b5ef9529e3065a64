package dev.demarche.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * In which partition of the hits a watch's stand, which says which task is in charge of it: as Kafka's producers choose it for a key, written out
 * here
 * because a task must know of a watch that never had a hit.
 */
final class ByWatch implements StreamPartitioner<String, byte[]> {

  static int partition(String watch, int partitions) {
    return Utils.toPositive(Utils.murmur2(watch.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  @Override
  public Optional<Set<Integer>> partitions(String topic, String watch, byte[] hit, int partitions) {
    return Optional.of(Set.of(partition(watch, partitions)));
  }
}
