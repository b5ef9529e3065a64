package dev.demarche.topics;

import java.util.Objects;
import org.apache.kafka.common.header.Headers;

/**
 * The record of which a dead letter tells, as far as it can still be had. Its arrays are not copied: leave them as they are.
 *
 * @param key     null where it has none, or where the letter does not hold it whole
 * @param value   the whole value, or null where it has none; where {@link #lack} is not null, what the letter kept of it
 * @param headers as they stand on the source topic, or null where it is no longer there
 * @param lack    why it cannot be had whole, in words; null where it can
 */
public record Original(byte[] key, byte[] value, Headers headers, String lack) {

  /** Whether it is whole. */
  public boolean whole() {
    return lack == null;
  }

  /** Whether it still stands on its source topic. */
  public boolean onTopic() {
    return headers != null;
  }

  static Original found(byte[] key, byte[] value, Headers headers) {
    return new Original(key, value, Objects.requireNonNull(headers, "headers"), null);
  }
}
