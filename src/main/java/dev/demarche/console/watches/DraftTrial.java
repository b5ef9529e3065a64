package dev.demarche.console.watches;

import dev.demarche.alerting.Rehearsal;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Tries a draft on what came since a time. Writes nothing. Safe for use by several threads. */
@FunctionalInterface
public interface DraftTrial {

  /**
   * What a draft would have told.
   *
   * @param articles how many were read
   */
  record Heard(Rehearsal.Outcome outcome, long articles) {
    public Heard {
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  /**
   * Reads what came since {@code since}; takes seconds, and ends soon after the thread is interrupted.
   *
   * @param progress is told for each record how many were read; what it throws ends the trial and comes out
   * @throws IllegalArgumentException if the draft cannot be asked, or finds more than can be shown, in words with a mend
   */
  Heard run(Watch draft, Instant since, Instant now, LongConsumer progress);
}
