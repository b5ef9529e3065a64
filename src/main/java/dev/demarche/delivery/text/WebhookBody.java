package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import java.util.Locale;

/**
 * The body of a webhook: {@code type}, {@code timestamp} and {@code data}. Of one alert that is told for the first time the type is
 * {@code alert.firing}, and the data the alert as it stands on the topic of alerts; else the type is {@code alerts.firing} or
 * {@code alerts.repeated}, and the data the notification as it stands on the topic of notifications.
 */
public final class WebhookBody {
  private WebhookBody() {}

  /** The same bytes for the same notification. */
  public static byte[] of(Notification notification) {
    if (!notification.plain()) {
      ObjectNode body = Json.mapper().createObjectNode();
      body.put("type", notification.repeat() == 0 ? "alerts.firing" : "alerts.repeated");
      body.put("timestamp", notification.at() == null ? null : notification.at().toString());
      body.set("data", Json.mapper().valueToTree(notification));
      return Json.write(body);
    }
    Alert alert = notification.newest();
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("type", "alert." + alert.state().name().toLowerCase(Locale.ROOT));
    body.put("timestamp", alert.firedAt() == null ? null : alert.firedAt().toString());
    body.set("data", Json.mapper().valueToTree(alert));
    return Json.write(body);
  }
}
