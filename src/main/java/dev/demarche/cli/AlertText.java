package dev.demarche.cli;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An alert as a block of lines for people. */
final class AlertText {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Paint paint;

  AlertText(Paint paint) {
    this.paint = paint;
  }

  /** The block, ended by an empty line. */
  String of(Alert alert) {
    Finding finding = alert.finding();
    ArticleRef article = alert.article();
    StringBuilder block = new StringBuilder();
    line(block, severity(alert) + "  " + paint.bold(alert.watch().name()));
    line(block, "  " + whoDidWhat(finding));
    paint.passage(finding.sentence(), finding.evidence(), "  | ").forEach(l -> line(block, l));
    line(block, "  " + paint.dim("why") + "      " + Paint.clean(alert.reason()));
    line(block, "  " + paint.dim("article") + "  " + Paint.clean(article.title() == null ? article.id() : article.title())
        + (article.url() == null ? "" : "  " + Paint.clean(article.url())));
    line(block, "  " + paint.dim("source") + "   " + Paint.clean(article.publisher() == null ? "publisher unknown" : article.publisher()) + ", "
        + time(alert.eventTime()) + ("receivedAt".equals(alert.eventTimeFrom()) ? " (received)" : ""));
    line(block, "  " + paint.dim("alert") + "    " + paint.dim(alert.id() + ", watch " + alert.watch().id() + " v" + alert.watch().version()));
    line(block, "");
    return block.toString();
  }

  private String severity(Alert alert) {
    return switch (alert.watch().severity()) {
      case CRITICAL -> paint.red("CRITICAL");
      case WARNING -> paint.yellow("WARNING") + " ";
      case INFO -> paint.cyan("INFO") + "    ";
    };
  }

  private String whoDidWhat(Finding finding) {
    String who = paint.bold(finding.who() == null ? "somebody" : finding.who());
    return switch (finding.kind()) {
      case STANCE -> who + " " + act(finding.act()) + (finding.target() == null ? "" : " -> " + paint.bold(finding.target()));
      case STATEMENT -> who + " says";
      case CONDITION -> who + " sets a condition";
      case MENTION -> who + " is mentioned";
    };
  }

  private String act(Act act) {
    return switch (act.polarity()) {
      case -1 -> paint.red(act.name());
      case 1 -> paint.green(act.name());
      default -> paint.cyan(act.name());
    };
  }

  static String time(Instant instant) {
    return instant == null ? "time unknown" : TIME.format(instant);
  }

  private static void line(StringBuilder block, String line) {
    block.append(line).append(System.lineSeparator());
  }
}
