package dev.demarche.console.actor;

import dev.demarche.console.index.Archive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The catalogue as it was a moment ago: some thousand actors are not read anew for each page. Safe for use by several threads. */
final class Catalogues {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Archive archive;
  private final Clock clock;
  private volatile Read last;

  Catalogues(Archive archive, Clock clock) {
    this.archive = Objects.requireNonNull(archive, "archive");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  private record Read(Catalogue catalogue, Instant at) {}

  /** Not older than five seconds. */
  Catalogue now() {
    Instant now = clock.instant();
    Read read = last;
    if (read == null || now.isAfter(read.at().plus(KEPT)) || now.isBefore(read.at())) {
      read = new Read(Catalogue.of(archive), now);
      last = read;
    }
    return read.catalogue();
  }
}
