package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Inhibitor;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The inhibitions that there are and the alerts that inhibit others at present. Safe for use by several threads. */
public final class Inhibitions {
  private final Map<String, Ready> rules = new ConcurrentSkipListMap<>();
  private final Map<String, Inhibitor> inhibitors = new ConcurrentSkipListMap<>();

  private record Ready(Inhibition rule, List<Matcher> sources, List<Matcher> targets, List<Label> equal) {

    static Ready of(Inhibition rule) {
      return new Ready(rule, rule.sources().stream().map(Matcher::of).toList(), rule.targets().stream().map(Matcher::of).toList(),
          rule.equal().stream().map(Label::named).toList());
    }

    boolean source(Alert alert) {
      return sources.stream().allMatch(matcher -> matcher.matches(alert));
    }

    boolean target(Alert alert) {
      return targets.stream().allMatch(matcher -> matcher.matches(alert));
    }

    boolean inhibits(Inhibitor inhibitor, Alert alert) {
      return !inhibitor.alert().equals(alert.id()) && !(inhibitor.target() && source(alert)) && equal.stream().allMatch(label -> {
        List<String> there = inhibitor.values().getOrDefault(label.key(), List.of());
        List<String> here = label.of(alert);
        return there.isEmpty() ? here.isEmpty() : !Collections.disjoint(there, here);
      });
    }
  }

  /**
   * Checks a rule.
   *
   * @throws IllegalArgumentException if a matcher or a label is none
   */
  public static void check(Inhibition rule) {
    Ready.of(rule);
  }

  /**
   * Takes a rule in, in the place of one with its id.
   *
   * @throws IllegalArgumentException if a matcher or a label is none
   */
  public void put(Inhibition rule) {
    rules.put(rule.id(), Ready.of(rule));
  }

  /** Forgets a rule. */
  public void remove(String id) {
    rules.remove(id);
  }

  /** Takes an alert in that inhibits others. */
  public void put(Inhibitor inhibitor) {
    inhibitors.put(inhibitor.key(), inhibitor);
  }

  /** Forgets what {@link Inhibitor#key()} names. */
  public void release(String key) {
    inhibitors.remove(key);
  }

  /** What {@code alert}, raised at {@code now}, is to others: one for each rule whose source it is. */
  public List<Inhibitor> by(Alert alert, Instant now) {
    return rules.values().stream().filter(ready -> ready.source(alert)).map(ready -> {
      Map<String, List<String>> values = new TreeMap<>();
      ready.equal.forEach(label -> values.put(label.key(), label.of(alert)));
      return new Inhibitor(ready.rule.id(), alert.id(), alert.watch().id(), values, ready.target(alert), now.plus(ready.rule.within()));
    }).toList();
  }

  /** The inhibition that keeps people from being told of {@code alert} at {@code now}. */
  public Optional<Muted> of(Alert alert, Instant now) {
    inhibitors.values().removeIf(inhibitor -> !inhibitor.until().isAfter(now));
    for (Inhibitor inhibitor : inhibitors.values()) {
      Ready ready = rules.get(inhibitor.rule());
      if (ready != null && ready.target(alert) && ready.inhibits(inhibitor, alert)) {
        return Optional.of(new Muted(inhibitor.rule(), "inhibited until " + inhibitor.until() + " by the alert " + inhibitor.alert() + " of "
            + inhibitor.watch() + (ready.rule.comment() == null ? "" : ": " + ready.rule.comment())));
      }
    }
    return Optional.empty();
  }
}
