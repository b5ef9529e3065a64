package dev.demarche.cli;

import dev.demarche.domain.AlertLife;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The lives of alerts as they stand on their topic, by id.
 *
 * @param byId the newest of each
 */
record Lives(Map<String, AlertLife> byId) {
  private static final int SHORTEST = 4;

  /** Reads them all; tells on standard error of what cannot be read. */
  static Lives read(Connection connection) {
    Map<String, AlertLife> all = new TreeMap<>();
    try (TopicReader reader = connection.reader(Topics.ALERT_LIVES)) {
      reader.newestByKey().forEach(record -> {
        try {
          all.put(record.key(), Json.read(record.value(), AlertLife.class));
        } catch (SerializationException e) {
          System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + Paint.clean(e.getMessage()));
        }
      });
    }
    return new Lives(all);
  }

  /** All, the oldest alert first. */
  List<AlertLife> inOrder() {
    return byId.values().stream().sorted(Comparator.comparing((AlertLife life) -> life.steps().get(0).at()).thenComparing(life -> life.alert().id())).toList();
  }

  /**
   * The alert whose id is {@code id}, or begins so where no other does.
   *
   * @throws IllegalStateException if there is none, or more than one
   */
  AlertLife of(String id) {
    AlertLife exact = byId.get(id);
    if (exact != null) {
      return exact;
    }
    List<AlertLife> near = id.length() < SHORTEST ? List.of()
        : byId.entrySet().stream().filter(entry -> entry.getKey().startsWith(id)).map(Map.Entry::getValue).toList();
    if (near.size() != 1) {
      throw new IllegalStateException(near.isEmpty() ? "there is no alert " + id + "; demarche alerts list shows all"
          : near.size() + " alerts begin with " + id + "; write more of the id");
    }
    return near.get(0);
  }
}
