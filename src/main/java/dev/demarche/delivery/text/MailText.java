package dev.demarche.delivery.text;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more alerts as a mail, as text and as HTML with the evidence marked. The HTML loads nothing and runs nothing.
 *
 * @param subject on one line
 * @param text    plain
 * @param html    a whole page
 */
public record MailText(String subject, String text, String html) {
  private static final int SUBJECT = 180;

  /** The mail about {@code alerts}, at least one, in their order. */
  public static MailText of(List<Alert> alerts) {
    List<Story> stories = alerts.stream().map(Story::of).toList();
    String subject = stories.size() == 1 ? stories.get(0).subject()
        : stories.size() + " alerts, up to " + stories.stream().map(Story::severity).max(Comparator.naturalOrder()).orElseThrow();
    return new MailText(Story.cut(subject, SUBJECT), stories.stream().map(MailText::block).collect(Collectors.joining("\n")),
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:sans-serif;max-width:45em\">\n"
            + stories.stream().map(MailText::section).collect(Collectors.joining("<hr>\n")) + "</body></html>\n");
  }

  private static String block(Story story) {
    return story.severity() + "  " + story.watch() + "\n" + story.headline() + "\n\n  " + story.passage().stream()
        .map(piece -> piece.evidence() ? "\u00AB" + piece.text() + "\u00BB" : piece.text()).collect(Collectors.joining())
        + "\n\nwhy      " + story.reason() + "\narticle  " + story.title() + (story.url() == null ? "" : "\n         " + story.url())
        + "\nsource   " + story.source() + "\nalert    " + story.id() + "\n";
  }

  private static String section(Story story) {
    String passage = story.passage().stream().map(piece -> piece.evidence() ? "<mark>" + escape(piece.text()) + "</mark>" : escape(piece.text()))
        .collect(Collectors.joining());
    String title = story.url() == null ? escape(story.title())
        : "<a href=\"" + escape(story.url()) + "\" rel=\"noreferrer\">" + escape(story.title()) + "</a>";
    return "<p><b style=\"color:" + colour(story.severity()) + "\">" + story.severity() + "</b> <b>" + escape(story.watch()) + "</b><br>"
        + escape(story.headline()) + "</p>\n<blockquote>" + passage + "</blockquote>\n<p>" + title + "<br>" + escape(story.source())
        + "</p>\n<p style=\"color:#666\">why: " + escape(story.reason()) + "<br>alert " + escape(story.id()) + "</p>\n";
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#b00020";
      case WARNING -> "#b26a00";
      case INFO -> "#00529b";
    };
  }

  /** {@code text} as mere text within an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** The story of one alert as a piece of HTML, for feeds. */
  static String html(Story story) {
    return section(story);
  }
}
