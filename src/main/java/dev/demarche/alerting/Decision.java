package dev.demarche.alerting;

import dev.demarche.domain.Alert;
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

  /** The alert {@code alertId} told it before. */
  record Told(String alertId, Utterances next, String reason) implements Decision {

    public Told {
      Objects.requireNonNull(alertId, "alertId");
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
