package dev.demarche.domain;

import java.util.Objects;

/**
 * Which watch asked, in which version.
 *
 * @param id       watch id
 * @param version  offset of the watch's record in the topic of watches; 0 or more
 * @param name     what the watch asks, in words
 * @param severity of its alerts
 */
public record WatchRef(String id, long version, String name, Severity severity) {
  public WatchRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(severity, "severity");
  }
}
