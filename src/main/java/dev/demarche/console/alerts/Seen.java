package dev.demarche.console.alerts;

import dev.demarche.alerting.Muted;
import dev.demarche.domain.AlertLife;
import java.util.Objects;

/**
 * An alert as it stands now.
 *
 * @param life    with what was sent from here
 * @param waiting whether something that was sent is not on the topic of lives yet
 * @param muted   the silence in force that it fits, or null
 */
public record Seen(AlertLife life, boolean waiting, Muted muted) {
  public Seen {
    Objects.requireNonNull(life, "life");
  }

  /** Whether people are kept from being told of it: a silence is in force, or what came last is that they were not told. */
  boolean silenced() {
    return muted != null || suppressedBy() != null;
  }

  /** The silence or inhibition by which people were not told when its turn had come, or null where they were told since. */
  AlertLife.Step suppressedBy() {
    AlertLife.Step last = null;
    for (AlertLife.Step step : life.steps()) {
      last = switch (step.what()) {
        case TOLD, REPEATED -> null;
        case SUPPRESSED -> step.by() == null ? last : step;
        default -> last;
      };
    }
    return last;
  }
}
