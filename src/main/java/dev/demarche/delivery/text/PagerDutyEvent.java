package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Alert;
import dev.demarche.topics.Json;
import java.util.Locale;

/** An event for PagerDuty's Events API, version 2. Its {@code dedup_key} is the alert's id, so that a repeated one makes no second incident. */
public final class PagerDutyEvent {
  private static final int SUMMARY = 1_024;

  private PagerDutyEvent() {}

  /** The body of the POST, the routing key within. */
  public static byte[] of(Alert alert, String routingKey) {
    Story story = Story.of(alert);
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("routing_key", routingKey).put("event_action", "trigger").put("dedup_key", story.id()).put("client", "Demarche");
    ObjectNode payload = event.putObject("payload");
    payload.put("summary", Story.cut(story.subject(), SUMMARY)).put("severity", story.severity().name().toLowerCase(Locale.ROOT));
    String publisher = alert.article() == null ? null : alert.article().publisher();
    payload.put("source", publisher == null ? "Demarche" : Story.cut(Story.clean(publisher), SUMMARY));
    if (alert.eventTime() != null) {
      payload.put("timestamp", alert.eventTime().toString());
    }
    payload.put("component", alert.watch().id()).put("class", kind(alert));
    payload.putObject("custom_details").put("watch", story.watch()).put("headline", story.headline()).put("sentence", story.sentence())
        .put("why", story.reason()).put("article", story.title()).put("source", story.source());
    if (story.url() != null) {
      event.putArray("links").addObject().put("href", story.url()).put("text", story.title());
    }
    return Json.write(event);
  }

  private static String kind(Alert alert) {
    return (alert.tellsSilence() ? alert.trigger().name() : alert.finding().kind().name()).toLowerCase(Locale.ROOT);
  }
}
