package dev.demarche.domain;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * That people are not told of some alerts while others fire; after the inhibition rules of Prometheus' Alertmanager.
 *
 * @param id      stable id
 * @param sources matchers, all of which an alert must fit to inhibit others; at least one
 * @param targets matchers, all of which an alert must fit to be inhibited; at least one
 * @param equal   labels of which source and target must share a value, or both have none; may be empty
 * @param within  how long an alert inhibits others after it was raised, at most {@link #LONGEST}; it ends earlier where the alert is resolved
 * @param comment why, or null
 */
public record Inhibition(String id, List<String> sources, List<String> targets, List<String> equal, Duration within, String comment) {

  /** How long an alert may inhibit others. */
  public static final Duration LONGEST = Duration.ofDays(7);

  public Inhibition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(within, "within");
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    equal = equal == null ? List.of() : List.copyOf(equal);
    if (sources.isEmpty() || targets.isEmpty()) {
      throw new IllegalArgumentException("inhibition " + id + " needs matchers for its sources and for its targets");
    }
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("inhibition " + id + " lasts " + within + "; up to " + LONGEST.toDays() + " days are possible");
    }
  }
}
