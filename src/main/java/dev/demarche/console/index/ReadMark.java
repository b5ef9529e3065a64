package dev.demarche.console.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** How far topics were read: the next offset of each partition, and which topic of that name it was. */
final class ReadMark {
  private static final String ID = "id ";
  private static final String OFFSET = "offset ";

  private final Map<String, String> values;

  ReadMark(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  /** Whether it was this topic that was read; one that was deleted and made again is another, and so is one of another cluster. */
  boolean isOf(String topic, Uuid id) {
    return id.toString().equals(values.get(ID + topic));
  }

  /** Nothing of this topic was read yet. */
  void begin(String topic, Uuid id) {
    values.keySet().removeIf(key -> key.startsWith(OFFSET + topic + "-") && key.substring((OFFSET + topic + "-").length()).matches("[0-9]+"));
    values.put(ID + topic, id.toString());
  }

  void reached(TopicPartition partition, long next) {
    values.put(OFFSET + partition, String.valueOf(next));
  }

  Optional<Long> of(TopicPartition partition) {
    return Optional.ofNullable(values.get(OFFSET + partition)).map(Long::valueOf);
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }
}
