package dev.demarche.alerting;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Nearest;
import dev.demarche.domain.Severity;
import dev.demarche.domain.TriggerRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What routes, silences and inhibitions can ask of an alert. A label may have several values, or none: of an alert on a silence watch, severity,
 * trigger and actor alone are known.
 */
public enum Label {
  /** Id of the watch. */
  WATCH(List.of(), alert -> Stream.of(alert.watch().id())),
  /** In lower case. */
  SEVERITY(names(Severity.values()), alert -> Stream.of(alert.watch().severity().name())),
  /** Of the finding, in lower case; a silence has none. */
  KIND(names(Finding.Kind.values()), alert -> said(alert).map(finding -> finding.kind().name())),
  /** The kind of trigger that raised it, in lower case. */
  TRIGGER(names(TriggerRule.Kind.values()), alert -> Stream.of(alert.trigger().name())),
  /** Speaker, holder, setter, who is mentioned or who is silent: the catalogue's id and the name. */
  ACTOR(List.of(), alert -> alert.tellsSilence() ? Stream.of(alert.actor(), alert.who())
      : Stream.of(alert.finding().whoActor(), alert.finding().who())),
  /** Of a stance, in lower case. */
  ACT(names(Act.values()), alert -> said(alert).map(Finding::act).filter(Objects::nonNull).map(Act::name)),
  /** Of a stance: the catalogue's id and the name. */
  TARGET(List.of(), alert -> said(alert).flatMap(finding -> Stream.of(finding.targetActor(), finding.target()))),
  /** Ids of the issues. */
  ISSUE(List.of(), alert -> said(alert).flatMap(finding -> finding.issues().stream())),
  /** As the article names it. */
  PUBLISHER(List.of(), alert -> Stream.ofNullable(alert.tellsSilence() ? null : alert.article().publisher()));

  private final List<String> allowed;
  private final Function<Alert, Stream<String>> values;

  Label(List<String> allowed, Function<Alert, Stream<String>> values) {
    this.allowed = allowed;
    this.values = values;
  }

  /** What is said; of a silence nothing. */
  private static Stream<Finding> said(Alert alert) {
    return alert.tellsSilence() ? Stream.empty() : Stream.of(alert.finding());
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * The label of this name.
   *
   * @throws IllegalArgumentException whose message says what is wrong, a semicolon and how to mend it
   */
  public static Label named(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow(() -> {
      List<String> keys = Arrays.stream(values()).map(Label::key).toList();
      String near = Nearest.of(key.toLowerCase(Locale.ROOT), keys);
      return new IllegalArgumentException("there is no label " + key + "; "
          + (near == null ? "write one of: " + String.join(", ", keys) : "write \"" + near + "\""));
    });
  }

  /** The name in a matcher. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The values that there are, in lower case; empty where any text may be one. */
  public List<String> allowed() {
    return allowed;
  }

  /** The values that {@code alert} has. */
  public List<String> of(Alert alert) {
    return values.apply(alert).filter(Objects::nonNull).map(value -> allowed.isEmpty() ? value : value.toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
