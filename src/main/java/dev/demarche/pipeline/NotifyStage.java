package dev.demarche.pipeline;

import dev.demarche.alerting.Group;
import dev.demarche.alerting.Inhibitions;
import dev.demarche.alerting.Pace;
import dev.demarche.alerting.Report;
import dev.demarche.alerting.Silences;
import dev.demarche.alerting.Telling;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the life of each alert and tells people of alerts group by group. Times are those of the clock on the wall: what counts is when people
 * are told. The stores change in the transaction in which the notification is written, so a restart neither loses nor doubles one.
 */
final class NotifyStage extends Stage<String, Report> {
  static final String LIVES = "lives";
  private static final Logger LOG = LoggerFactory.getLogger(NotifyStage.class);
  private static final String GROUPS = "groups";
  private static final String PACES = "paces";
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final Duration PRUNE_EVERY = Duration.ofHours(6);
  /** How long a life is kept after its last change; after that nobody can react to the alert any more. */
  static final Duration KEPT = Duration.ofDays(90);

  private final Function<String, Optional<Grouping>> groupings;
  private final Silences silences;
  private final Inhibitions inhibitions;
  private final int maxBytes;
  private final Map<String, Instant> turns = new HashMap<>();
  private KeyValueStore<String, AlertLife> lives;
  private KeyValueStore<String, Group> groups;
  private KeyValueStore<String, Pace> paces;
  private ProcessorContext<Object, Object> context;

  /**
   * A stage.
   *
   * @param groupings   how a watch groups, by its id; empty where there is no such watch any more
   * @param silences    alerts that people are not told of for a time
   * @param inhibitions alerts that people are not told of while others fire
   */
  NotifyStage(Function<String, Optional<Grouping>> groupings, Silences silences, Inhibitions inhibitions, StageContext shared) {
    super(NewsTopology.NOTIFY, shared);
    this.groupings = groupings;
    this.silences = silences;
    this.inhibitions = inhibitions;
    this.maxBytes = shared.maxRecordBytes();
  }

  /** The lives of alerts, by id. */
  static StoreBuilder<KeyValueStore<String, AlertLife>> lives() {
    return store(LIVES, AlertLife.class);
  }

  /** The groups in which something waits or may have to, by {@link Group#key()}. */
  static StoreBuilder<KeyValueStore<String, Group>> groups() {
    return store(GROUPS, Group.class);
  }

  /** When people were told of watches that bound it, by watch id. */
  static StoreBuilder<KeyValueStore<String, Pace>> paces() {
    return store(PACES, Pace.class);
  }

  private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Json.serde(type));
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    this.context = context;
    lives = context.getStateStore(LIVES);
    groups = context.getStateStore(GROUPS);
    paces = context.getStateStore(PACES);
    turns.clear();
    try (KeyValueIterator<String, Group> all = groups.all()) {
      all.forEachRemaining(entry -> turns.put(entry.key, entry.value.turn(grouping(entry.value))));
    }
    context.schedule(TURN, PunctuationType.WALL_CLOCK_TIME, now -> turn(Instant.ofEpochMilli(now)));
    context.schedule(PRUNE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> prune(Instant.ofEpochMilli(now)));
  }

  @Override
  void apply(Record<String, Report> record, Output output) {
    Report report = record.value();
    Instant now = now();
    if (report.alert() == null) {
      AlertLife life = lives.get(report.alertId());
      AlertLife next = life == null ? null : life.reported(report.reporting(), now);
      if (next != null && next != life) {
        put(next, output);
      }
      return;
    }
    Alert alert = report.alert();
    inhibitions.by(alert, now).forEach(inhibitor -> output.write(Topics.INHIBITORS, inhibitor.key(), inhibitor, new RecordHeaders()));
    Grouping rule = groupings.apply(alert.watch().id()).orElse(Grouping.DEFAULT);
    Map<String, String> labels = Group.labelsOf(alert, rule);
    Group known = groups.get(Group.key(alert.watch().id(), labels));
    Group.Change joined = (known == null ? Group.of(alert.watch().id(), labels) : known).join(alert.id(), rule, now);
    LOG.debug("alert {}: {}", alert.id(), joined.reason());
    put(AlertLife.of(alert, report.reason(), now).grouped(joined.next().words(), joined.reason(), now), output);
    put(joined.next().due().isAfter(now) ? joined.next() : tell(joined.next(), now, output), now);
  }

  private Grouping grouping(Group group) {
    return groupings.apply(group.watch()).orElse(Grouping.DEFAULT);
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  private void put(AlertLife life, Output output) {
    lives.put(life.alert().id(), life);
    output.write(Topics.ALERT_LIVES, life.alert().id(), life, headers(Topics.ALERT_LIVES,
        NewsTopology.eventId(life), life.alert().eventTime(), life.alert().taggerVersion()));
  }

  private void put(Group group, Instant now) {
    Grouping rule = grouping(group);
    if (group.over(rule, now)) {
      groups.delete(group.key());
      turns.remove(group.key());
    } else {
      groups.put(group.key(), group);
      turns.put(group.key(), group.turn(rule));
    }
  }

  /** Tells of what waits in {@code group}, or has it wait longer where the watch was told of too often. */
  private Group tell(Group group, Instant now, Output output) {
    Grouping rule = grouping(group);
    Instant free = pace(group).free(rule, now);
    if (free.isAfter(now)) {
      return wait(group, free, rule, now, output);
    }
    Telling telling = telling(group.waiting(), now);
    telling.not().forEach(not -> put(not.life().after(AlertLife.What.SUPPRESSED, not.muted() == null ? null : not.muted().by(),
        not.muted() == null ? "was " + not.life().state().name().toLowerCase(Locale.ROOT) + " before people were told" : not.muted().why(), now),
        output));
    counters().add(Counters.Name.SUPPRESSED, telling.not().size());
    if (telling.tell().isEmpty()) {
      return group.emptied();
    }
    int count = telling.tell().size() + group.dropped();
    String why = count == 1 ? "a new alert" : count + " new alerts";
    why += group.lastAt() == null ? " of a new group" : ", the last notification was at " + group.lastAt();
    write(group, telling, 0, why, now, output);
    return group.told(telling.ids(), rule, now);
  }

  private Telling telling(List<String> ids, Instant now) {
    return Telling.of(ids.stream().map(lives::get).filter(Objects::nonNull).toList(), alert -> silences.of(alert, now).or(() -> inhibitions.of(alert, now)));
  }

  /** What waits goes over to the group that gathers what came too often. */
  private Group wait(Group group, Instant free, Grouping rule, Instant now, Output output) {
    if (group.labels().isEmpty()) {
      return group.take(group.emptied(), free, rule).next();
    }
    Group gathering = groups.get(Group.key(group.watch(), Map.of()));
    Group.Change taken = (gathering == null ? Group.of(group.watch(), Map.of()) : gathering).take(group, free, rule);
    put(taken.next(), now);
    for (String id : group.waiting()) {
      AlertLife life = lives.get(id);
      if (life != null) {
        put(life.after(AlertLife.What.GROUPED, null, taken.reason(), now), output);
      }
    }
    return group.emptied();
  }

  /** Tells again of what nobody has acknowledged. */
  private Group tellAgain(Group group, Instant now, Output output) {
    Grouping rule = grouping(group);
    Telling telling = telling(group.told(), now);
    // What is silenced at the moment is not told now, but when the next repetition is due.
    List<String> left = group.told().stream().filter(id -> telling.ids().contains(id)
        || telling.not().stream().anyMatch(not -> not.muted() != null && not.life().alert().id().equals(id))).toList();
    if (telling.tell().isEmpty()) {
      return group.repeated(left, rule, now);
    }
    Instant free = pace(group).free(rule, now);
    if (free.isAfter(now)) {
      return group.repeatAt(free);
    }
    write(group, telling, group.repeats() + 1, "nobody has acknowledged " + (telling.tell().size() == 1 ? "it" : "them") + " since " + group.lastAt(),
        now, output);
    return group.repeated(left, rule, now);
  }

  private void write(Group group, Telling telling, int repeat, String why, Instant now, Output output) {
    Notification notification = telling.notification(group, repeat, why, now);
    output.write(Topics.NOTIFICATIONS, group.watch(), notification, headers(Topics.NOTIFICATIONS, notification.id(), notification.newest().eventTime(),
        notification.newest().taggerVersion()));
    telling.tell().forEach(life -> put(life.after(repeat == 0 ? AlertLife.What.TOLD : AlertLife.What.REPEATED, notification.id(), why, now), output));
    Grouping rule = grouping(group);
    if (rule.most() > 0) {
      paces.put(group.watch(), pace(group).told(rule, now));
    }
    counters().add(Counters.Name.NOTIFICATIONS, 1);
    counters().add(Counters.Name.NOTIFIED, repeat == 0 ? notification.count() : 0);
  }

  private Pace pace(Group group) {
    Pace pace = paces.get(group.watch());
    return pace == null ? Pace.NONE : pace;
  }

  /** Does what is due. */
  private void turn(Instant now) {
    List<String> due = turns.entrySet().stream().filter(entry -> !entry.getValue().isAfter(now)).map(Map.Entry::getKey).sorted().toList();
    for (String key : due) {
      Output output = new Output(now.toEpochMilli(), maxBytes);
      Group group = groups.get(key);
      if (group == null) {
        turns.remove(key);
        continue;
      }
      try {
        put(turn(group, now, output), now);
      } catch (Output.TooLarge | IllegalArgumentException | IllegalStateException e) {
        // Nothing was sent; a group that fails each second would keep the others from being told.
        LOG.error("people are not told of {} alerts of {} ({}): {}", group.waiting().size(), group.watch(), group.words(), e.getMessage());
        put(group.emptied().repeated(List.of(), grouping(group), now), now);
        continue;
      }
      send(output);
    }
  }

  private Group turn(Group group, Instant now, Output output) {
    Group next = group.due() != null && !group.due().isAfter(now) ? tell(group, now, output) : group;
    return next.repeatAt() != null && !next.repeatAt().isAfter(now) ? tellAgain(next, now, output) : next;
  }

  private void prune(Instant now) {
    Instant oldest = now.minus(KEPT);
    try (KeyValueIterator<String, AlertLife> all = lives.all()) {
      while (all.hasNext()) {
        KeyValue<String, AlertLife> entry = all.next();
        if (entry.value.changedAt().isBefore(oldest)) {
          lives.delete(entry.key);
        }
      }
    }
  }

  @Override
  Origin origin(Record<String, Report> record) {
    byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
    // An alert of an episode or a silence comes when it is due, and behind no record.
    return context.recordMetadata().map(at -> Origin.of(at, key, Json.write(record.value())))
        .orElseGet(() -> new Origin(Topics.HITS.name(), context.taskId().partition(), -1, key, Json.write(record.value())));
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
