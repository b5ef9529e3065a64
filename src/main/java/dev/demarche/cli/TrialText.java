package dev.demarche.cli;

import dev.demarche.alerting.Rehearsal;
import dev.demarche.domain.Alert;
import java.util.List;

/** What a draft of a watch would have told, for people. */
final class TrialText {
  private final Paint paint;
  private final AlertText alerts;
  private final String since;
  private final long articles;
  private final int max;

  /**
   * @param since    from when on it was tried, as the user wrote it
   * @param articles how many articles were read
   * @param max      how many alerts of a watch to show
   */
  TrialText(Paint paint, String since, long articles, int max) {
    this.paint = paint;
    this.alerts = new AlertText(paint);
    this.since = since;
    this.articles = articles;
    this.max = max;
  }

  String of(Rehearsal.Outcome outcome) {
    List<Alert> all = outcome.alerts();
    StringBuilder text = new StringBuilder();
    text.append(paint.bold(outcome.watch().id())).append(": ").append(count(all.size(), "alert")).append(" since ").append(since).append(" in ").append(count(outcome.told().size(), "notification")).append(" (")
        .append(count(outcome.hits(), "finding")).append(" in ").append(count(articles, "article")).append(')').append(System.lineSeparator());
    all.stream().limit(max).forEach(alert -> text.append(alerts.of(alert)));
    if (all.size() > max) {
      text.append("and ").append(all.size() - max).append(" more; --max shows them").append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
