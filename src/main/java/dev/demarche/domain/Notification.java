package dev.demarche.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What people are told at one time: one alert or several of a group.
 *
 * @param id       the alert's own where it tells of one for the first time; else a hash of the group and its first alert
 * @param watch    which watch, in the version of the newest alert
 * @param group    the values that its alerts share, by label; empty where alerts of several groups go out together
 * @param alerts   at least one, in the order in which they came: the newest {@value #MOST}, or fewer where they are long
 * @param count    how many alerts there are in all; those that are not in {@code alerts} are told by their number alone
 * @param repeat   0 where it is told for the first time, 1 where it is told for the second
 * @param reason   why it goes out now, in words
 * @param severity the highest of its alerts
 * @param at       when it was made
 */
public record Notification(String id, WatchRef watch, Map<String, String> group, List<Alert> alerts, int count, int repeat, String reason,
                           Severity severity, Instant at) {

  /** How many alerts one holds at most. */
  public static final int MOST = 20;

  public Notification {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(severity, "severity");
    group = group == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(group));
    alerts = List.copyOf(alerts);
    if (alerts.isEmpty() || count < alerts.size() || repeat < 0) {
      throw new IllegalArgumentException("notification " + id + " tells of " + count + " alerts, of which it holds " + alerts.size());
    }
  }

  /** The notification of one alert that goes out by itself. */
  public static Notification of(Alert alert) {
    return new Notification(alert.id(), alert.watch(), Map.of(), List.of(alert), 1, 0, "by itself", alert.watch().severity(), alert.firedAt());
  }

  /** Whether it tells of one alert for the first time, and so is that alert to whoever is told. */
  public boolean plain() {
    return count == 1 && repeat == 0;
  }

  /** The alert that came last. */
  public Alert newest() {
    return alerts.get(alerts.size() - 1);
  }
}
