package dev.demarche.console.live;

import java.util.Map;
import java.util.Objects;

/**
 * Where the live stream is read.
 *
 * @param consumer properties of a consumer that sees what was committed
 * @param admin    properties of an admin client
 * @param prefix   what the topics' names start with
 */
public record LiveSource(Map<String, Object> consumer, Map<String, Object> admin, String prefix) {
  public LiveSource {
    consumer = Map.copyOf(consumer);
    admin = Map.copyOf(admin);
    Objects.requireNonNull(prefix, "prefix");
  }
}
