package dev.demarche.pipeline;

import dev.demarche.topics.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record came from and what it was, so that a dead letter can say so.
 *
 * @param topic     source topic
 * @param partition source partition
 * @param offset    source offset
 * @param key       as it was, or null
 * @param value     as it was, or null
 */
record Origin(String topic, int partition, long offset, byte[] key, byte[] value) {
  private static final String HEADER = "demarche-origin";

  /** The record at hand itself. */
  static Origin of(RecordMetadata at, byte[] key, byte[] value) {
    return new Origin(at.topic(), at.partition(), at.offset(), key, value);
  }

  /** The record of the articles topic from which the stream made the record at hand. Only for topics that nobody else writes to. */
  static Origin behind(RecordMetadata at, Headers headers, byte[] key, byte[] value) {
    Header header = headers.lastHeader(HEADER);
    if (header != null && header.value() != null && header.value().length > Integer.BYTES + Long.BYTES) {
      ByteBuffer bytes = ByteBuffer.wrap(header.value());
      int partition = bytes.getInt();
      long offset = bytes.getLong();
      return new Origin(StandardCharsets.UTF_8.decode(bytes).toString(), partition, offset, key, value);
    }
    return of(at, key, value);
  }

  /** Adds what {@link #behind} reads back. */
  void writeTo(Headers headers) {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    headers.remove(HEADER);
    headers.add(HEADER, ByteBuffer.allocate(Integer.BYTES + Long.BYTES + name.length).putInt(partition).putLong(offset).put(name).array());
  }

  /** Topic, partition and offset in one. */
  String place() {
    return topic + "-" + partition + "@" + offset;
  }

  DeadLetter deadLetter(DeadLetter.Reason reason, String message, String mend, String stage, Instant at) {
    return DeadLetter.of(reason, message, mend, stage, topic, partition, offset, key, value, at);
  }
}
