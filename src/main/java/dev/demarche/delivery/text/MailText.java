package dev.demarche.delivery.text;

import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more notifications as a mail, as text and as HTML with the evidence marked. The HTML loads nothing and runs nothing.
 *
 * @param subject on one line
 * @param text    plain
 * @param html    a whole page
 */
public record MailText(String subject, String text, String html) {
  private static final int SUBJECT = 180;

  /** The mail about {@code notifications}, at least one, in their order. */
  public static MailText of(List<Notification> notifications) {
    List<Bulletin> bulletins = notifications.stream().map(Bulletin::of).toList();
    String subject = bulletins.size() == 1 ? bulletins.get(0).subject() : notifications.stream().mapToInt(Notification::count).sum()
        + " alerts, up to " + bulletins.stream().map(Bulletin::severity).max(Comparator.naturalOrder()).orElseThrow();
    return new MailText(Story.cut(subject, SUBJECT), bulletins.stream().map(MailText::block).collect(Collectors.joining("\n")),
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:sans-serif;max-width:45em\">\n"
            + bulletins.stream().map(MailText::section).collect(Collectors.joining("<hr>\n")) + "</body></html>\n");
  }

  private static String block(Bulletin bulletin) {
    return (bulletin.plain() ? "" : Story.cut(bulletin.subject(), SUBJECT) + "\n" + bulletin.note() + "\n\n")
        + bulletin.stories().stream().map(MailText::block).collect(Collectors.joining("\n"));
  }

  private static String section(Bulletin bulletin) {
    return (bulletin.plain() ? "" : "<h3>" + escape(bulletin.subject()) + "</h3>\n<p>" + escape(bulletin.note()) + "</p>\n")
        + bulletin.stories().stream().map(MailText::section).collect(Collectors.joining("<hr>\n"));
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
