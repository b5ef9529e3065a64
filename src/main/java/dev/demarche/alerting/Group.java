package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alerts of a watch that people are told of together, as a value: what waits, what was told, and when the next turn is. After the groups of
 * Prometheus' Alertmanager (group_wait, group_interval, repeat_interval), with one difference: alerts do not end by themselves, so a
 * notification holds what is new, not all that fires. Each change says why. Lists are bounded.
 *
 * @param watch    id of the watch
 * @param labels   the values that its alerts share
 * @param waiting  ids of alerts that were not told, the oldest first; the newest {@value #MOST}
 * @param dropped  how many that wait are not in {@code waiting} any more
 * @param due      when those are told; null where none waits
 * @param lastAt   when people were told last; null before
 * @param told     ids of alerts that people were told of and that may be told again; the newest {@value #MOST}
 * @param repeatAt when those are told again; null for never
 * @param repeats  how often people were told again
 */
public record Group(String watch, Map<String, String> labels, List<String> waiting, int dropped, Instant due, Instant lastAt, List<String> told,
                    Instant repeatAt, int repeats) {

  /** Bound of {@code waiting} and of {@code told}. */
  public static final int MOST = 1_000;

  public Group {
    Objects.requireNonNull(watch, "watch");
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    waiting = List.copyOf(waiting);
    told = List.copyOf(told);
  }

  /** A change of a group, and why. */
  public record Change(Group next, String reason) {}

  /** A group of which nothing is known. */
  public static Group of(String watch, Map<String, String> labels) {
    return new Group(watch, labels, List.of(), 0, null, null, List.of(), null, 0);
  }

  /** The values by which {@code alert} is grouped; those of issues are sorted and joined by commas, what it does not have is "". */
  public static Map<String, String> labelsOf(Alert alert, Grouping rule) {
    Finding finding = alert.finding();
    Map<String, String> labels = new TreeMap<>();
    for (Grouping.By by : rule.by()) {
      String silent = by == Grouping.By.ACTOR ? either(alert.actor(), null) : "";
      labels.put(by.name().toLowerCase(Locale.ROOT), alert.tellsSilence() ? silent : switch (by) {
        case ACTOR -> either(finding.whoActor(), finding.who());
        case TARGET -> either(finding.targetActor(), finding.target());
        case ACT -> finding.act() == null ? "" : finding.act().name().toLowerCase(Locale.ROOT);
        case ISSUE -> finding.issues().stream().sorted().collect(Collectors.joining(","));
      });
    }
    return labels;
  }

  private static String either(String id, String name) {
    return id != null ? id : name == null ? "" : name;
  }

  /** What names the group among all others. */
  public String key() {
    return key(watch, labels);
  }

  /** What names the group of {@code watch} whose alerts share {@code labels}. */
  public static String key(String watch, Map<String, String> labels) {
    return watch + "\n" + new TreeMap<>(labels);
  }

  /** The labels for people: {@code actor=russia, issue=ceasefire}. */
  public String words() {
    String words = labels.entrySet().stream().map(entry -> entry.getKey() + "=" + (entry.getValue().isEmpty() ? "none" : entry.getValue()))
        .collect(Collectors.joining(", "));
    return words.isEmpty() ? "all of the watch" : words;
  }

  /** This group with an alert more: it goes out after the delay, or together with others when the interval since the last notification is over. */
  public Change join(String alert, Grouping rule, Instant now) {
    Instant next = due;
    String reason;
    if (next != null) {
      reason = "goes out with what waits at " + next;
    } else if (lastAt != null && lastAt.plus(rule.interval()).isAfter(now)) {
      next = lastAt.plus(rule.interval());
      reason = "people were told of the group at " + lastAt + "; waits until " + words(rule.interval()) + " are over, at " + next;
    } else {
      next = now.plus(rule.delay());
      reason = "the first of its group; "
          + (rule.delay().isZero() ? "goes out at once" : "waits " + words(rule.delay()) + " for others, until " + next);
    }
    return new Change(with(waiting, alert, next), reason);
  }

  /** This group with alerts of another that was due too often: they go out at {@code at}. */
  public Change take(Group other, Instant at, Grouping rule) {
    Group all = this;
    for (String alert : other.waiting) {
      all = all.with(all.waiting, alert, at);
    }
    all = new Group(watch, labels, all.waiting, all.dropped + other.dropped, at, lastAt, told, repeatAt, repeats);
    return new Change(all, rule.most() + (rule.most() == 1 ? " notification" : " notifications") + " of the watch within " + words(rule.within())
        + " are the most; waits until " + at);
  }

  private Group with(List<String> before, String alert, Instant next) {
    List<String> all = new ArrayList<>(before);
    all.add(alert);
    boolean full = all.size() > MOST;
    return new Group(watch, labels, full ? all.subList(1, all.size()) : all, dropped + (full ? 1 : 0), next, lastAt, told, repeatAt, repeats);
  }

  /** This group with nothing that waits, for it was taken elsewhere or nothing was left to tell of. */
  public Group emptied() {
    return new Group(watch, labels, List.of(), 0, null, lastAt, told, repeatAt, repeats);
  }

  /**
   * This group after people were told of {@code alerts}. The next repetition stays when it was to be, and takes these along: else a busy group would
   * never have one.
   */
  public Group told(List<String> alerts, Grouping rule, Instant now) {
    List<String> all = new ArrayList<>(told);
    all.addAll(alerts);
    boolean again = rule.repeat() != null;
    return new Group(watch, labels, List.of(), 0, null, now, again ? all.subList(Math.max(0, all.size() - MOST), all.size()) : List.of(),
        again ? repeatAt == null ? now.plus(rule.repeat()) : repeatAt : null, repeats);
  }

  /** This group after people were told again of {@code alerts}; what is not among them is not told again any more. */
  public Group repeated(List<String> alerts, Grouping rule, Instant now) {
    boolean again = rule.repeat() != null && !alerts.isEmpty();
    return new Group(watch, labels, waiting, dropped, due, lastAt, again ? alerts : List.of(), again ? now.plus(rule.repeat()) : null, repeats + 1);
  }

  /** This group, whose next repetition is at {@code at}. */
  public Group repeatAt(Instant at) {
    return new Group(watch, labels, waiting, dropped, due, lastAt, told, at, repeats);
  }

  /** When something is to be done with this group: telling, telling again, or forgetting it. */
  public Instant turn(Grouping rule) {
    Instant quiet = lastAt == null ? Instant.MIN : lastAt.plus(rule.interval());
    Instant next = due == null ? repeatAt : repeatAt == null || due.isBefore(repeatAt) ? due : repeatAt;
    return next == null ? quiet : next;
  }

  /** Whether nothing of it has to be remembered at {@code now}. */
  public boolean over(Grouping rule, Instant now) {
    return due == null && repeatAt == null && (lastAt == null || !lastAt.plus(rule.interval()).isAfter(now));
  }

  /**
   * The id of a notification of this group. It is the same where the same is told again after a crash.
   *
   * @param alerts that it tells of, at least one, the oldest first
   * @param repeat which repetition it is; 0: none
   */
  public String notificationId(List<String> alerts, int repeat) {
    boolean plain = alerts.size() == 1 && dropped == 0 && repeat == 0;
    return plain ? alerts.get(0) : ContentId.of("notification", key(), alerts.get(0), Integer.toString(repeat));
  }

  /** A time span for people: {@code 30s}, {@code 5m}, {@code 1h30m}. */
  static String words(Duration span) {
    return span.isZero() ? "0s" : span.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
