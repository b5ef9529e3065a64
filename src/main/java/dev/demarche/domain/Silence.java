package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Alerts that people are not told of for a time, though they fire.
 *
 * @param id       stable id
 * @param matchers all of which an alert must fit, at least one, as in routes: {@code watch=russia-rejects}
 * @param from     when it begins
 * @param to       when it ends; after {@code from}
 * @param author   whose it is
 * @param comment  why
 */
public record Silence(String id, List<String> matchers, Instant from, Instant to, String author, String comment) {

  public Silence {
    Objects.requireNonNull(id, "id");
    matchers = List.copyOf(matchers);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (matchers.isEmpty()) {
      throw new IllegalArgumentException("silence " + id + " has no matcher: it would silence everything");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("silence " + id + " ends at " + to + ", and begins at " + from);
    }
  }

  /** Whether it is in force at {@code now}. */
  public boolean inForce(Instant now) {
    return !now.isBefore(from) && now.isBefore(to);
  }

  /** This silence, ended at {@code now}; one that would have begun later never was in force. */
  public Silence ended(Instant now) {
    return new Silence(id, matchers, from.isBefore(now) ? from : now.minusMillis(1), now, author, comment);
  }
}
