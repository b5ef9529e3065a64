package dev.demarche.pipeline;

import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What a stage makes of one record, collected before any of it is sent: a stage that fails half-way has sent nothing.
 */
final class Output {

  /** A record and the node that it goes to. */
  record Sent(String node, Record<?, ?> record) {}

  /** A value is too large to be written. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  /** What leads to people being told. */
  private static final Set<Topic<?, ?>> AWAITED = Set.of(Topics.HITS, Topics.ALERTS, Topics.NOTIFICATIONS);

  private final List<Sent> sent = new ArrayList<>();
  private final long timestamp;
  private final int maxBytes;
  private boolean awaited;

  /**
   * An empty output.
   *
   * @param timestamp of all records, in milliseconds since 1970
   * @param maxBytes  largest value that may be written
   */
  Output(long timestamp, int maxBytes) {
    this.timestamp = timestamp;
    this.maxBytes = maxBytes;
  }

  /**
   * Writes {@code value} to {@code topic}; null is a tombstone.
   *
   * @throws TooLarge if it takes more bytes than a record may have
   */
  <T> void write(Topic<String, T> topic, String key, T value, Headers headers) {
    byte[] bytes = value == null ? null : topic.values().serializer().serialize(topic.name(), value);
    if (bytes != null && bytes.length > maxBytes) {
      throw new TooLarge("a record of " + topic.name() + " would take " + bytes.length + " bytes, more than the " + maxBytes + " allowed");
    }
    sent.add(new Sent(NewsTopology.sink(topic), new Record<>(key, bytes, timestamp, headers)));
    awaited |= AWAITED.contains(topic);
  }

  void deadLetter(DeadLetter letter, byte[] key, Headers headers) {
    byte[] bytes = Topics.DEAD_LETTERS.values().serializer().serialize(Topics.DEAD_LETTERS.name(), letter);
    sent.add(new Sent(NewsTopology.DEAD_LETTERS, new Record<>(key, bytes, timestamp, headers)));
  }

  /** Hands {@code record} to the stage {@code node}. */
  void pass(String node, Record<?, ?> record) {
    sent.add(new Sent(node, record));
  }

  /** Whether people wait for some of it. */
  boolean awaited() {
    return awaited;
  }

  List<Sent> sent() {
    return sent;
  }
}
