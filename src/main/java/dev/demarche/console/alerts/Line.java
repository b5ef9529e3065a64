package dev.demarche.console.alerts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of what became of an alert.
 *
 * @param at          when
 * @param what        happened, in a word
 * @param by          who or what is behind it, or null
 * @param why         in words, or null
 * @param notice      id of the notification that it belongs to, or null
 * @param nextAttempt when the next attempt to deliver is due, or null
 */
public record Line(Instant at, String what, String by, String why, String notice, Instant nextAttempt) {

  /** The steps of {@code life} and the {@code deliveries} in order of time; a delivery after the telling that it follows. */
  static List<Line> of(AlertLife life, List<Delivery> deliveries, List<Silence> silences) {
    Map<String, Silence> byId = silences.stream().collect(Collectors.toMap(Silence::id, each -> each));
    List<Line> all = new ArrayList<>();
    life.steps().forEach(step -> all.add(of(step, byId)));
    deliveries.stream().sorted(Comparator.comparing(Delivery::at)).forEach(delivery -> all.add(of(delivery)));
    all.sort(Comparator.comparing(Line::at));
    return all;
  }

  private static Line of(AlertLife.Step step, Map<String, Silence> silences) {
    String what = step.what().name().toLowerCase(Locale.ROOT);
    return switch (step.what()) {
      case FIRED -> new Line(step.at(), what, null, step.why(), null, null);
      case TOLD, REPEATED -> new Line(step.at(), what, null, step.why(), step.by(), null);
      case SUPPRESSED -> new Line(step.at(), what, step.by() == null ? null
          : (silences.containsKey(step.by()) ? "silence " : "silence or inhibition ") + step.by(), step.why(), null, null);
      default -> new Line(step.at(), what, step.by(), step.why(), null, null);
    };
  }

  private static Line of(Delivery delivery) {
    String attempts = delivery.attempts() == 0 ? delivery.why() == null ? "not tried yet" : "routed: " + delivery.why()
        : Stream.of("attempt " + delivery.attempts(), delivery.answer()).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(": "));
    return new Line(delivery.at(), delivery.status().name().toLowerCase(Locale.ROOT), delivery.receiver(), attempts, delivery.alert(), delivery.nextAttempt());
  }

  /** When, to the second. */
  @JsonIgnore
  public When when() {
    return When.exact(at);
  }

  /** When the next attempt is due, to the second, or null. */
  @JsonIgnore
  public When next() {
    return When.exact(nextAttempt);
  }

  /** Whether it tells of a delivery. */
  @JsonIgnore
  public boolean delivery() {
    return notice != null && by != null;
  }
}
