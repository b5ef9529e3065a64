package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Reporting;
import java.util.Objects;

/** What a trigger makes of a hit. */
public sealed interface Decision {

  /** What to remember under the hit's key from now on. */
  Utterances next();

  /** Why, in words. */
  String reason();

  /** The hit tells something new: raise {@code alert}. */
  record Fire(Alert alert, Utterances next, String reason) implements Decision {

    public Fire {
      Objects.requireNonNull(alert, "alert");
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The alert {@code alertId} told it before; {@code reporting} is how it is reported by now. */
  record Told(String alertId, Reporting reporting, Utterances next, String reason) implements Decision {

    public Told {
      Objects.requireNonNull(alertId, "alertId");
      Objects.requireNonNull(reporting, "reporting");
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The watch's trigger counts: what comes of it is for {@link Episodes} to say, or for a {@link Vigil}.
   *
   * @param repeats whether an earlier report of the same utterance is known
   */
  record Counts(Hit hit, Occurrence occurrence, boolean repeats, Utterances next, String reason) implements Decision {

    public Counts {
      Objects.requireNonNull(hit, "hit");
      Objects.requireNonNull(occurrence, "occurrence");
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
