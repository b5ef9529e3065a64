package dev.demarche.topics;

import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic: its name and what its records are made of.
 *
 * @param name   without the prefix: {@code tagged}
 * @param event  what one record is: {@code tagged}, {@code dead-letter}; its schema is {@code topics/schemas/EVENT.schema.json}
 * @param keys   writes and reads keys
 * @param values writes and reads values
 * @param kind   how it is laid out
 */
public record Topic<K, V>(String name, String event, Serde<K> keys, Serde<V> values, Kind kind) {

  /**
   * STREAM: many partitions by key, records expire. STATE: many partitions by key, compacted: the newest record of a key holds.
   * INTERNAL: as a stream, between stages, for a day. CATALOGUE: one partition, compacted, read as a whole by every instance.
   */
  public enum Kind { STREAM, STATE, INTERNAL, CATALOGUE }

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(kind, "kind");
  }

  /** The name on the broker. */
  public String name(String prefix) {
    return prefix + name;
  }
}
