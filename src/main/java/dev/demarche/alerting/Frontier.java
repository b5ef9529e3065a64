package dev.demarche.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Up to when all articles are taken to have come: while hits come, the newest time of receipt among them, so that a backlog is decided as it was
 * received and not by the time at which it is worked off; when none has come for {@link #IDLE}, the wall clock. After the watermarks, and the
 * idleness of their sources, of Akidau et al., "The Dataflow Model", VLDB 2015.
 *
 * @param newest the newest time of receipt so far, or null
 * @param active wall-clock time of the last hit, or of the start
 */
public record Frontier(Instant newest, Instant active) {

  /** After so long without a hit nothing is taken to be on its way. */
  public static final Duration IDLE = Duration.ofMinutes(10);

  public Frontier {
    Objects.requireNonNull(active, "active");
  }

  /** At the start: nothing is decided before a hit has come or {@link #IDLE} has passed. */
  public static Frontier start(Instant now) {
    return new Frontier(null, now);
  }

  /** With a hit, received at {@code receipt}, that comes at {@code now}. */
  public Frontier with(Instant receipt, Instant now) {
    return new Frontier(newest == null || receipt.isAfter(newest) ? receipt : newest, now);
  }

  /** Up to when all have come, as far as is known at {@code now}. */
  public Instant at(Instant now) {
    if (!now.isBefore(active.plus(IDLE))) {
      return newest == null || now.isAfter(newest) ? now : newest;
    }
    return newest == null ? Instant.EPOCH : newest;
  }
}
