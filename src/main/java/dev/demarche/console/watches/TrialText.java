package dev.demarche.console.watches;

import dev.demarche.console.web.Links;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has come of a trial, for people. */
public final class TrialText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);
  private static final int WIDTH = 600;
  private static final int HEIGHT = 32;

  private TrialText() {}

  /** A day of the chart. */
  public record Bar(LocalDate day, int alerts, String x, int y, String width, int height) {}

  /** The alerts of each day, from the first of the trial to the last. */
  public static List<Bar> bars(Trial trial) {
    int most = trial.tried().days().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    LocalDate first = trial.tried().days().lastKey().minusDays(trial.days());
    double step = (double) WIDTH / (trial.days() + 1);
    return trial.tried().days().entrySet().stream().filter(day -> !day.getKey().isBefore(first)).map(day -> {
      int height = Math.max(3, day.getValue() * HEIGHT / most);
      return new Bar(day.getKey(), day.getValue(), String.format(Locale.ROOT, "%.1f", step * (day.getKey().toEpochDay() - first.toEpochDay())), HEIGHT - height,
          String.format(Locale.ROOT, "%.1f", step * 0.85), height);
    }).toList();
  }

  /** {@code 1,204}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 alert}, {@code 2 alerts}. */
  public static String count(long number, String what) {
    return count(number) + " " + what + (number == 1 ? "" : "s");
  }

  /** The event time. */
  public static String time(Alert alert) {
    Instant at = alert.eventTime();
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The class of the sign by which a stance goes. */
  public static String way(Alert alert) {
    Integer polarity = alert.finding().polarity();
    return polarity == null || polarity == 0 ? "" : polarity > 0 ? "pro" : "contra";
  }

  /** Where its words stand in the console. */
  public static String place(Alert alert) {
    return Links.article(alert.article().id());
  }

  /** Who published it, and under what headline. */
  public static String source(Alert alert) {
    String publisher = alert.article().publisher() == null ? "article " + alert.article().id() : alert.article().publisher();
    return alert.article().title() == null ? publisher : publisher + ": " + alert.article().title();
  }

  /** The words that say it. */
  public static String evidence(Alert alert) {
    return alert.finding().evidence().stream().map(Span::text).collect(Collectors.joining(" … "));
  }
}
