package dev.demarche.console;

import dev.demarche.console.index.Progress;
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
 * @param console    how far the console has read the topics, on which readiness does not depend; null where there is none
 */
public record Readiness(boolean live, boolean ready, String state, String reason, Map<String, Integer> catalogues, Progress console) {

  /** One without a console. */
  public Readiness(boolean live, boolean ready, String state, String reason, Map<String, Integer> catalogues) {
    this(live, ready, state, reason, catalogues, null);
  }

  public Readiness {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
    if (ready && !live) {
      throw new IllegalArgumentException("an instance that is not live cannot be ready");
    }
    catalogues = new TreeMap<>(catalogues);
  }

  /** This, with the console's progress. */
  public Readiness with(Progress progress) {
    return new Readiness(live, ready, state, reason, catalogues, progress);
  }
}
