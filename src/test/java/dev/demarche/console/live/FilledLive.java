package dev.demarche.console.live;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Shift;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.StatementRecord;
import dev.demarche.topics.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A live stream that a test fills itself, with records as they stand on topics. */
public final class FilledLive implements AutoCloseable {
  private static final int VIEWERS = 10;
  private static final int EVENTS = 100;

  private final Live live;
  private final Instant written;
  private long offset;

  public FilledLive(Clock clock) {
    live = new Live(null, VIEWERS, clock, EVENTS, Duration.ofSeconds(15));
    long[][] none = new long[LiveTopic.values().length][1];
    live.ring().begin(7, none);
    live.start();
    written = clock.instant();
  }

  public Live live() {
    return live;
  }

  public void put(StatementRecord statement, StanceRecord stance, Shift shift, ConditionState condition, Alert alert) {
    put(Lines.of(statement, written));
    put(Lines.of(stance, written));
    put(Lines.of(shift, written));
    put(Lines.of(condition, written));
    put(Lines.of(alert, written));
  }

  private void put(Line line) {
    live.ring().add(0, 0, offset++, written, Json.write(line), LiveFilter.Facets.of(line));
  }

  @Override
  public void close() {
    live.close();
  }
}
