package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** In which notifications people would have been told of alerts of one watch, repetition and silences aside. Confined to a thread. */
final class Rounds {
  private final Watch watch;
  private final Map<String, Group> groups = new TreeMap<>();
  private final List<List<String>> told = new ArrayList<>();
  private Pace pace = Pace.NONE;
  private int throttled;

  Rounds(Watch watch) {
    this.watch = watch;
  }

  /** Of alerts in the order in which they fire, until nothing waits any more. */
  static Rounds of(Watch watch, List<Alert> alerts) {
    Rounds rounds = new Rounds(watch);
    alerts.forEach(rounds::take);
    rounds.pass(Instant.MAX);
    return rounds;
  }

  /** Ids of the alerts, notification by notification. */
  List<List<String>> told() {
    return told;
  }

  /** How often an alert had to wait because the watch was told of too often. */
  int throttled() {
    return throttled;
  }

  private void take(Alert alert) {
    Instant now = alert.firedAt() == null ? alert.eventTime() : alert.firedAt();
    pass(now);
    Group alone = Group.of(watch.id(), Group.labelsOf(alert, watch.grouping()));
    groups.put(alone.key(), groups.getOrDefault(alone.key(), alone).join(alert.id(), watch.grouping(), now).next());
    pass(now);
  }

  private void pass(Instant now) {
    for (Optional<Group> due = first(now); due.isPresent(); due = first(now)) {
      tell(due.get());
    }
  }

  private Optional<Group> first(Instant now) {
    return groups.values().stream().filter(group -> group.due() != null && !group.due().isAfter(now)).min((a, b) -> a.due().compareTo(b.due()));
  }

  private void tell(Group group) {
    Instant now = group.due();
    Instant free = pace.free(watch.grouping(), now);
    if (!free.isAfter(now)) {
      told.add(group.waiting());
      groups.put(group.key(), group.told(group.waiting(), watch.grouping(), now));
      pace = watch.grouping().most() == 0 ? pace : pace.told(watch.grouping(), now);
      return;
    }
    throttled += group.waiting().size();
    groups.put(group.key(), group.emptied());
    Group gathering = groups.getOrDefault(Group.key(watch.id(), Map.of()), Group.of(watch.id(), Map.of()));
    groups.put(gathering.key(), gathering.take(group, free, watch.grouping()).next());
  }
}
