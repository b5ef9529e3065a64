package dev.demarche.topics;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A topic as it is wanted.
 *
 * @param name       on the broker, prefix included
 * @param partitions 1 or more
 * @param replicas   1 to 32,767
 * @param config     only what differs from the broker's defaults, by name; in order of the names
 */
public record TopicSpec(String name, int partitions, int replicas, Map<String, String> config) {

  static final String MIN_IN_SYNC = "min.insync.replicas";

  private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

  public TopicSpec {
    Objects.requireNonNull(name, "name");
    if (!LEGAL.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a topic: 1 to 249 of letters, digits, dot, underscore and hyphen");
    }
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + " has " + partitions + " partitions: at least 1 is needed");
    }
    if (replicas < 1 || replicas > Short.MAX_VALUE) {
      throw new IllegalArgumentException("topic " + name + " has " + replicas + " replicas: 1 to " + Short.MAX_VALUE + " are possible");
    }
    config = Collections.unmodifiableMap(new TreeMap<>(config));
  }

  /** This topic under another prefix, where its name starts with {@link Topics#DEFAULT_PREFIX}; else itself. */
  public TopicSpec withPrefix(String prefix) {
    return name.startsWith(Topics.DEFAULT_PREFIX)
        ? new TopicSpec(prefix + name.substring(Topics.DEFAULT_PREFIX.length()), partitions, replicas, config) : this;
  }

  TopicSpec withPartitions(int other) {
    return new TopicSpec(name, other, replicas, config);
  }

  /**
   * This topic with {@code other} replicas. Where they are fewer, {@code min.insync.replicas} is lowered with them to one less than the
   * replicas (at least 1), so that the topic can still be written while one broker is down.
   */
  TopicSpec withReplicas(int other) {
    String inSync = config.get(MIN_IN_SYNC);
    Map<String, String> changed = new TreeMap<>(config);
    if (other < replicas && inSync != null) {
      changed.put(MIN_IN_SYNC, Integer.toString(Math.min(Integer.parseInt(inSync), Math.max(1, other - 1))));
    }
    return new TopicSpec(name, partitions, other, changed);
  }
}
