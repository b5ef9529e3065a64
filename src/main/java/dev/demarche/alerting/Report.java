package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import java.util.Objects;

/**
 * That an article reports what an alert tells.
 *
 * @param alertId of the alert
 * @param alert   that is raised now; null where it was raised before
 * @param article that reports it
 * @param reason  why it is raised, or told already, in words
 */
public record Report(String alertId, Alert alert, ArticleRef article, String reason) {
  public Report {
    Objects.requireNonNull(alertId, "alertId");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(reason, "reason");
  }
}
