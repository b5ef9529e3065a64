package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Reporting;
import java.util.Objects;

/**
 * That an alert is raised, or that what it tells is reported again.
 *
 * @param alertId   of the alert
 * @param alert     that is raised now; null where it was raised before
 * @param reporting how what it tells is reported by now; null where it is raised now
 * @param reason    why it is raised, or told already, in words
 */
public record Report(String alertId, Alert alert, Reporting reporting, String reason) {
  public Report {
    Objects.requireNonNull(alertId, "alertId");
    if ((alert == null) == (reporting == null)) {
      throw new IllegalArgumentException("alert " + alertId + " is either raised or reported again");
    }
  }
}
