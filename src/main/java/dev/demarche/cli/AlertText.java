package dev.demarche.cli;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Matched;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as a block of lines for people. */
final class AlertText {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int SHOWN = 5;
  private static final int WORDS = 80;

  private final Paint paint;

  AlertText(Paint paint) {
    this.paint = paint;
  }

  /** The block, ended by an empty line. */
  String of(Alert alert) {
    Finding finding = alert.finding();
    ArticleRef article = alert.article();
    StringBuilder block = new StringBuilder();
    line(block, paint.severity(alert.watch().severity()) + " ".repeat(10 - alert.watch().severity().name().length())
        + paint.bold(alert.watch().name()));
    line(block, "  " + paint.whoDidWhat(alert));
    if (finding != null) {
      paint.passage(finding.sentence(), finding.evidence(), "  | ").forEach(l -> line(block, l));
    }
    line(block, "  " + paint.label("why") + Paint.clean(alert.reason()));
    String words = alert.matched().stream().filter(one -> one.clause() == Matched.Clause.WORDS)
        .map(one -> one.span().text() + (one.in() == Matched.In.TITLE ? " (headline)" : "")).distinct().limit(SHOWN)
        .collect(Collectors.joining(", "));
    if (!words.isEmpty()) {
      line(block, "  " + paint.label("words") + Paint.excerpt(words, WORDS));
    }
    List<Counted> counted = alert.counted();
    counted.subList(Math.max(0, counted.size() - SHOWN), counted.size()).forEach(one -> line(block, "  " + paint.label("counted") + counted(one)));
    if (article != null) {
      line(block, "  " + paint.label("article") + Paint.clean(article.title() == null ? article.id() : article.title())
          + (article.url() == null ? "" : "  " + Paint.clean(article.url())));
      line(block, "  " + paint.label("source") + Paint.clean(article.publisher() == null ? "publisher unknown" : article.publisher()) + ", "
          + time(article.eventTime()) + (article.publishedAtCounts() ? "" : " (received)"));
    }
    line(block, "  " + paint.label("alert") + paint.dim(alert.id() + ", watch " + alert.watch().id() + " v" + alert.watch().version()));
    line(block, "");
    return block.toString();
  }

  private String counted(Counted one) {
    ArticleRef article = one.article();
    return time(article.eventTime()) + " " + paint.bold(one.who() == null ? "somebody" : one.who()) + ": " + Paint.excerpt(one.words(), WORDS) + "  "
        + paint.dim("(" + (article.publisher() == null ? article.id() : article.publisher()) + ")");
  }

  static String time(Instant instant) {
    return instant == null ? "time unknown" : TIME.format(instant);
  }

  private static void line(StringBuilder block, String line) {
    block.append(line).append(System.lineSeparator());
  }
}
