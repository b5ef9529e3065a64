package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Alert;
import dev.demarche.topics.Json;
import java.util.Locale;

/** The body of a webhook: {@code type}, {@code timestamp} and, as {@code data}, the alert as it stands on the topic. */
public final class WebhookBody {
  private WebhookBody() {}

  /** The same bytes for the same alert. */
  public static byte[] of(Alert alert) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("type", "alert." + alert.state().name().toLowerCase(Locale.ROOT));
    body.put("timestamp", alert.firedAt() == null ? null : alert.firedAt().toString());
    body.set("data", Json.mapper().valueToTree(alert));
    return Json.write(body);
  }
}
