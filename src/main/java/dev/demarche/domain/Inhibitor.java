package dev.demarche.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An alert that inhibits others.
 *
 * @param rule   id of the inhibition
 * @param alert  id of the alert
 * @param watch  id of its watch
 * @param values what it has of the labels that must be equal, by label
 * @param target whether it fits the rule's targets, too: it then inhibits none that fits the sources
 * @param until  when it ends
 */
public record Inhibitor(String rule, String alert, String watch, Map<String, List<String>> values, boolean target, Instant until) {

  public Inhibitor {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(until, "until");
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** What names it: rule and alert, with a bar between. */
  public String key() {
    return keyOf(rule, alert);
  }

  /** What names the inhibitor of {@code rule} that {@code alert} is. */
  public static String keyOf(String rule, String alert) {
    return rule + "|" + alert;
  }
}
