package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.topics.Json;

/**
 * A message with an Adaptive Card for a workflow of Microsoft Teams. All that comes from outside stands in runs of rich text, which know no
 * Markdown and no HTML.
 */
public final class TeamsCard {
  private TeamsCard() {}

  /** The body of the POST. */
  public static byte[] of(Notification notification) {
    Bulletin bulletin = Bulletin.of(notification);
    ObjectNode body = Json.mapper().createObjectNode().put("type", "message");
    ObjectNode attachment = body.putArray("attachments").addObject().put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    ObjectNode card = attachment.putObject("content").put("type", "AdaptiveCard").put("version", "1.4");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json").put("fallbackText", bulletin.subject());
    ArrayNode blocks = card.putArray("body");
    ArrayNode head = runs(blocks);
    run(head, bulletin.severity() + "  ", colour(bulletin.severity())).put("weight", "Bolder");
    run(head, bulletin.watch(), "Default").put("weight", "Bolder").put("size", "Medium");
    if (!bulletin.plain()) {
      run(runs(blocks), bulletin.note(), "Default");
    }
    bulletin.stories().forEach(story -> story(blocks, story));
    String url = bulletin.stories().get(0).url();
    if (bulletin.stories().size() == 1 && url != null) {
      card.putArray("actions").addObject().put("type", "Action.OpenUrl").put("title", "Read the article").put("url", url);
    }
    return Json.write(body);
  }

  private static void story(ArrayNode blocks, Story story) {
    run(runs(blocks), story.headline(), "Default");
    ArrayNode passage = runs(blocks);
    story.passage().forEach(piece -> {
      ObjectNode run = run(passage, piece.text(), "Default");
      if (piece.evidence()) {
        run.put("highlight", true).put("weight", "Bolder");
      }
    });
    run(runs(blocks), story.title() + " \u2014 " + story.source(), "Default").put("isSubtle", true);
    run(runs(blocks), "why: " + story.reason() + " \u2014 alert " + story.id(), "Default").put("isSubtle", true).put("size", "Small");
  }

  private static ArrayNode runs(ArrayNode blocks) {
    return blocks.addObject().put("type", "RichTextBlock").putArray("inlines");
  }

  private static ObjectNode run(ArrayNode runs, String text, String colour) {
    return runs.addObject().put("type", "TextRun").put("text", text).put("color", colour);
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Attention";
      case WARNING -> "Warning";
      case INFO -> "Accent";
    };
  }
}
