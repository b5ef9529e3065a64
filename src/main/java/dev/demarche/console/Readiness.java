package dev.demarche.console;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How an instance is.
 *
 * @param live       false where it has failed and only a restart helps
 * @param ready      whether it reads articles
 * @param state      of the stream, as Kafka Streams names it
 * @param reason     why it is not ready or not live, and what is waited for; empty where it is both
 * @param catalogues entries by catalogue
 */
public record Readiness(boolean live, boolean ready, String state, String reason, Map<String, Integer> catalogues) {
  public Readiness {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
    if (ready && !live) {
      throw new IllegalArgumentException("an instance that is not live cannot be ready");
    }
    catalogues = new TreeMap<>(catalogues);
  }
}
