package dev.demarche.delivery.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import java.util.stream.Collectors;

/**
 * A message for Slack's incoming webhooks and for chats that take their form. What comes from articles can neither mention anybody, nor link,
 * nor format: {@code &}, {@code <} and {@code >} are escaped as Slack asks, characters that format are replaced by ones that look like them,
 * and an {@code @} is parted from what follows.
 */
public final class SlackText {
  private static final int SECTION = 2_900;

  private SlackText() {}

  /** The body of the POST. */
  public static byte[] of(Notification notification) {
    Bulletin bulletin = Bulletin.of(notification);
    String head = "*" + bulletin.severity() + "* " + escape(bulletin.watch()) + (bulletin.plain() ? "" : "\n" + escape(bulletin.note()));
    String text = bulletin.stories().stream().map(SlackText::text).collect(Collectors.joining("\n"));
    Story first = bulletin.stories().get(0);
    String foot = bulletin.plain() ? "why: " + escape(first.reason()) + " \u2014 alert " + escape(first.id()) : "notification " + escape(bulletin.id());
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("text", head + "\n" + text);
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    ArrayNode blocks = body.putArray("blocks");
    mrkdwn(blocks.addObject().put("type", "section").putObject("text"), head + "\n" + text);
    mrkdwn(blocks.addObject().put("type", "context").putArray("elements").addObject(), foot);
    return Json.write(body);
  }

  private static String text(Story story) {
    String article = story.url() == null ? escape(story.title()) : "<" + address(story.url()) + "|" + escape(story.title()) + ">";
    return escape(story.headline()) + "\n> " + passage(story) + "\n" + article + " \u2014 " + escape(story.source());
  }

  private static void mrkdwn(ObjectNode node, String text) {
    node.put("type", "mrkdwn").put("text", Story.cut(text, SECTION)).put("verbatim", true);
  }

  private static String passage(Story story) {
    StringBuilder all = new StringBuilder();
    for (Story.Piece piece : story.passage()) {
      String text = escape(piece.text());
      String bare = text.strip();
      // A star formats only where no blank stands within.
      all.append(!piece.evidence() || bare.isEmpty() ? text : text.replace(bare, "*" + bare + "*"));
    }
    return all.toString();
  }

  /** {@code text} as mere text. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace('*', '\u2217').replace('_', '\uFF3F').replace('~', '\u223C').replace('`', '\u02CB').replace("](", "]\u2060(")
        .replace("@", "@\u2060");
  }

  /** A bar would end the address, and an angle bracket the link. */
  private static String address(String url) {
    return url.replace("|", "%7C").replace(">", "%3E").replace("<", "%3C").replace("&", "&amp;");
  }
}
