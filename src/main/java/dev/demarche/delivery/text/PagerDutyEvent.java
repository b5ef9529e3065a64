package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import java.util.Locale;

/** An event for PagerDuty's Events API, version 2. Its {@code dedup_key} is the id of the alert, or of the notification of several, so that a repeated one makes no second incident. */
public final class PagerDutyEvent {
  private static final int SUMMARY = 1_024;

  private PagerDutyEvent() {}

  /** The body of the POST, the routing key within. */
  public static byte[] of(Notification notification, String routingKey) {
    Bulletin bulletin = Bulletin.of(notification);
    Alert alert = notification.newest();
    Story story = Story.of(alert);
    // An alert that is told again belongs to the incident that it has made.
    String incident = notification.count() == 1 ? alert.id() : bulletin.id();
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("routing_key", routingKey).put("event_action", "trigger").put("dedup_key", incident).put("client", "Demarche");
    ObjectNode payload = event.putObject("payload");
    payload.put("summary", Story.cut(bulletin.subject(), SUMMARY)).put("severity", bulletin.severity().name().toLowerCase(Locale.ROOT));
    String publisher = alert.article() == null ? null : alert.article().publisher();
    payload.put("source", publisher == null ? "Demarche" : Story.cut(Story.clean(publisher), SUMMARY));
    if (alert.eventTime() != null) {
      payload.put("timestamp", alert.eventTime().toString());
    }
    payload.put("component", alert.watch().id()).put("class", kind(alert));
    ObjectNode details = payload.putObject("custom_details");
    details.put("watch", story.watch()).put("headline", story.headline()).put("sentence", story.sentence())
        .put("why", story.reason()).put("article", story.title()).put("source", story.source());
    if (!bulletin.plain()) {
      details.put("note", bulletin.note());
      bulletin.stories().forEach(each -> details.withArray("alerts").add(each.headline() + ": " + each.sentence()));
    }
    if (story.url() != null) {
      event.putArray("links").addObject().put("href", story.url()).put("text", story.title());
    }
    return Json.write(event);
  }

  private static String kind(Alert alert) {
    return (alert.tellsSilence() ? alert.trigger().name() : alert.finding().kind().name()).toLowerCase(Locale.ROOT);
  }
}
