package dev.demarche.cli;

import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The life of an alert for people. */
final class LifeText {
  private static final int STATE = 13;
  private static final int WHAT = 13;

  private final Paint paint;

  LifeText(Paint paint) {
    this.paint = paint;
  }

  /** One line. */
  String line(AlertLife life) {
    Alert alert = life.alert();
    String verdict = life.useful() == null ? "" : life.useful() ? "  useful" : "  not useful";
    return state(life.state()) + " ".repeat(STATE - life.state().name().length()) + AlertText.time(life.steps().get(0).at()) + "  " + alert.id() + "  "
        + Paint.clean(alert.watch().id()) + "  " + paint.whoDidWhat(alert) + "  " + count(reports(life), "report") + verdict;
  }

  private String state(AlertLife.State state) {
    return switch (state) {
      case FIRING -> paint.red(state.name());
      case ACKNOWLEDGED -> paint.yellow(state.name());
      case RESOLVED -> paint.green(state.name());
    };
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * The whole life, a line each.
   *
   * @param place    of the alert on the topic of alerts, or null where it is not there any more
   * @param attempts what was recorded of deliveries, in order
   */
  List<String> whole(AlertLife life, String place, List<Delivery> attempts) {
    Alert alert = life.alert();
    Finding finding = alert.finding();
    List<String> lines = new ArrayList<>(new AlertText(paint).of(alert).stripTrailing().lines().toList());
    label(lines, "state", state(life.state()) + (life.useful() == null ? "" : life.useful() ? ", useful" : ", not useful"));
    if (finding != null) {
      label(lines, "offsets", "article " + Paint.clean(alert.article().id()) + " revision " + alert.article().revision() + ", sentence "
          + offsets(finding.sentence()) + ", evidence " + finding.evidence().stream().map(LifeText::offsets).collect(Collectors.joining(", ")));
      label(lines, "tagger", Paint.clean(alert.taggerVersion()));
    }
    label(lines, "place", place == null ? "not on the topic of alerts any more" : place);
    label(lines, "group", Paint.clean(life.group()));
    Reporting reporting = life.reporting();
    label(lines, "reports", reporting == null ? "one" : count(reporting.reports(), "report") + ", " + reporting.independent()
        + (reporting.orMore() ? " or more" : "") + " independent: " + Paint.clean(String.join(", ", reporting.houses())));
    lines.add("");
    for (AlertLife.Step step : life.steps()) {
      String what = step.what().name().toLowerCase(Locale.ROOT);
      lines.add("  " + second(step.at()) + "  " + what + " ".repeat(WHAT - what.length()) + who(step) + Paint.clean(step.why()));
      if (step.what() == AlertLife.What.TOLD || step.what() == AlertLife.What.REPEATED) {
        attempts.stream().filter(attempt -> attempt.alert().equals(step.by())).forEach(attempt -> lines.add("    " + line(attempt)));
      }
    }
    return lines;
  }

  private void label(List<String> lines, String name, String text) {
    lines.add("  " + paint.label(name) + text);
  }

  private static String who(AlertLife.Step step) {
    return step.by() == null ? "" : switch (step.what()) {
      case FIRED -> "";
      case TOLD, REPEATED -> "notification " + Paint.clean(step.by()) + ": ";
      default -> Paint.clean(step.by()) + (step.why() == null ? "" : ": ");
    };
  }

  private String line(Delivery delivery) {
    return second(delivery.at()) + "  " + delivery.status().name().toLowerCase(Locale.ROOT) + "  " + paint.bold(delivery.receiver()) + "  "
        + (delivery.attempts() == 0 ? "routed: " + Paint.clean(delivery.why()) : "attempt " + delivery.attempts()
        + (delivery.answer() == null ? "" : ": " + Paint.excerpt(delivery.answer(), 80)));
  }

  private static String second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String offsets(Span span) {
    return span.begin() + "-" + span.end();
  }

  private static int reports(AlertLife life) {
    return life.reporting() == null ? 1 : life.reporting().reports();
  }
}
