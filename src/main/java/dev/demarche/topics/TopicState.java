package dev.demarche.topics;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A topic as the broker has it.
 *
 * @param name       prefix included
 * @param partitions how many
 * @param replicas   of the partition that has the fewest
 * @param config     every setting in force, the broker's defaults among them, by name; in order of the names
 */
public record TopicState(String name, int partitions, int replicas, Map<String, String> config) {
  public TopicState {
    Objects.requireNonNull(name, "name");
    config = Collections.unmodifiableMap(new TreeMap<>(config));
  }
}
