package dev.demarche.console.alerts;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Span;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All that is known of one alert.
 *
 * @param seen    the alert as it stands
 * @param passage the words by which it fired, or null where nothing was heard
 * @param watch   as it stands now, or null where there is none any more
 * @param lines   what became of it, in order of time
 */
public record Story(Seen seen, Passage passage, Watch watch, List<Line> lines) {
  public Story {
    Objects.requireNonNull(seen, "seen");
    lines = List.copyOf(lines);
  }

  /** Why it fired, in one sentence. */
  public String why() {
    Alert alert = alert();
    if (alert.tellsSilence() || !alert.counted().isEmpty() || alert.article() == null) {
      return Told.clause(alert) + ": " + alert.reason() + ".";
    }
    ArticleRef article = alert.article();
    String publisher = article.publisher() == null ? "An article" : article.publisher();
    String when = article.eventTime() == null ? "" : " on " + When.of(article.eventTime()).text();
    return publisher + " reported" + when + " that " + Told.clause(alert) + "; the watch asks for this: " + alert.reason() + ".";
  }

  public AlertRow row() {
    return AlertRow.of(seen);
  }

  public Alert alert() {
    return seen.life().alert();
  }

  public AlertLife life() {
    return seen.life();
  }

  /** Where the evidence stands in its article, as half-open ranges of UTF-16 code units. */
  public String offsets() {
    return alert().finding() == null ? "" : alert().finding().evidence().stream().map(Story::offsets).collect(Collectors.joining(", "));
  }

  private static String offsets(Span span) {
    return span.begin() + "\u2013" + span.end();
  }

  /** The words by which the watch matches. */
  public String matched() {
    return alert().matched().stream().map(one -> one.span().text()).distinct().collect(Collectors.joining(", "));
  }

  /** The rule of the watch as it stands now, else the kind that the alert names. */
  public String trigger() {
    boolean same = watch != null && watch.trigger().kind() == alert().trigger();
    return same ? watch.trigger().text() : alert().trigger().name().toLowerCase(Locale.ROOT);
  }

  /** How many reports are copies of others, or more of one house. */
  public int copies() {
    Reporting reporting = life().reporting();
    return reporting == null ? 0 : Math.max(0, reporting.reports() - reporting.independent());
  }

  /** How alike the furthest wording is to the first, in percent; 0 where there is none. */
  public int likeness() {
    Reporting.Drift drift = life().reporting() == null ? null : life().reporting().drift();
    return drift == null ? 0 : (int) Math.round(100 * drift.likeness());
  }

  /** One of those that the trigger counted, for a table. */
  public record Row(When at, String who, String words, String publisher, String href) {}

  /** Those that the trigger counted, in order of event time. */
  public List<Row> counted() {
    return alert().counted().stream().map(Story::row).toList();
  }

  private static Row row(Counted one) {
    ArticleRef article = one.article();
    return new Row(When.of(article.eventTime()), one.who() == null ? "somebody" : one.who(), one.words(), article.publisher() == null ? "" : article.publisher(),
        Links.article(article.id()));
  }
}
