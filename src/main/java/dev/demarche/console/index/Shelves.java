package dev.demarche.console.index;

import dev.demarche.domain.Actor;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Watch;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Which topics are kept record by record, under which time, and by which fields they are found.
 *
 * @param <V>    what the topic holds
 * @param topic  where it is read
 * @param at     its time: that of the event where it has one, else the record's
 * @param fields names each field and its value; null is left out
 */
public record Shelves<V>(Topic<String, V> topic, BiFunction<V, Instant, Instant> at, BiConsumer<V, BiConsumer<String, String>> fields) {

  /** Fields: actor, issue, target, side, polarity, scope (issue: as a whole; target: on an issue towards somebody; none: on no issue). */
  public static final Shelves<Position> POSITIONS = new Shelves<>(Topics.POSITIONS, (p, t) -> p.now().last(), (p, put) -> {
    who(put, "actor", p.actor(), p.name());
    put.accept("issue", p.issue());
    who(put, "target", p.targetActor(), p.target());
    put.accept("side", p.now().side().name());
    put.accept("polarity", String.valueOf(p.now().polarity()));
    put.accept("scope", p.issue() == null ? "none" : p.target() == null ? "issue" : "target");
  });
  /** Fields: actor, issue, target, kind, state, id. */
  public static final Shelves<Shift> SHIFTS = new Shelves<>(Topics.SHIFTS, (s, t) -> s.after().at(), (s, put) -> {
    put.accept("id", s.id());
    who(put, "actor", s.actor(), s.name());
    put.accept("issue", s.issue());
    who(put, "target", s.targetActor(), s.target());
    put.accept("kind", s.kind().name());
    put.accept("state", s.state().name());
  });
  /** Fields: id, actor (who sets it), issue, state, article (each that the kept reports stand in). */
  public static final Shelves<ConditionState> CONDITIONS = new Shelves<>(Topics.CONDITION_STATES, (c, t) -> c.last().at(), (c, put) -> {
    put.accept("id", c.id());
    who(put, "actor", c.byActor(), c.by());
    c.issues().forEach(issue -> put.accept("issue", issue));
    put.accept("state", c.state().name());
    Stream.concat(c.receipts().stream(), c.changes().stream().map(ConditionState.Change::receipt)).map(receipt -> receipt.article().id()).distinct()
        .forEach(article -> put.accept("article", article));
  });
  /** Fields: state, watch, severity, group, actor, act, issue, useful (true, false), article, publisher. */
  public static final Shelves<AlertLife> ALERTS = new Shelves<>(Topics.ALERT_LIVES, (a, t) -> a.alert().firedAt(), (a, put) -> {
    put.accept("state", a.state().name());
    put.accept("watch", a.alert().watch().id());
    put.accept("severity", a.alert().watch().severity().name());
    put.accept("group", a.group());
    put.accept("useful", a.useful() == null ? null : a.useful().toString());
    if (a.alert().finding() != null) {
      who(put, "actor", a.alert().finding().whoActor(), a.alert().finding().who());
      put.accept("act", a.alert().finding().act() == null ? null : a.alert().finding().act().name());
      a.alert().finding().issues().forEach(issue -> put.accept("issue", issue));
    }
    if (a.alert().article() != null) {
      put.accept("article", a.alert().article().id());
      put.accept("publisher", a.alert().article().publisher());
    }
  });
  /** Fields: id, watch, alert (each of them). */
  public static final Shelves<Notification> NOTIFICATIONS = new Shelves<>(Topics.NOTIFICATIONS, (n, t) -> n.at(), (n, put) -> {
    put.accept("id", n.id());
    put.accept("watch", n.watch().id());
    n.alerts().forEach(alert -> put.accept("alert", alert.id()));
  });
  /** Fields: notification, receiver, watch, status. */
  public static final Shelves<Delivery> DELIVERIES = new Shelves<>(Topics.DELIVERIES, (d, t) -> d.at(), (d, put) -> {
    put.accept("notification", d.alert());
    put.accept("receiver", d.receiver());
    put.accept("watch", d.watch());
    put.accept("status", d.status().name());
  });
  /** Fields: reason, stage, topic. Each record stands by itself, under {@code topic-partition@offset}. */
  public static final Shelves<DeadLetter> DEAD_LETTERS = new Shelves<>(Topics.DEAD_LETTERS, (d, t) -> d.at(), (d, put) -> {
    put.accept("reason", d.reason().name());
    put.accept("stage", d.stage());
    put.accept("topic", d.source().topic());
  });
  /** Fields: none but the key. */
  public static final Shelves<Actor> ACTORS = new Shelves<>(Topics.ACTORS, (v, t) -> t, (v, put) -> {});
  /** Fields: none but the key. */
  public static final Shelves<Issue> ISSUES = new Shelves<>(Topics.ISSUES, (v, t) -> t, (v, put) -> {});
  /** Fields: none but the key. */
  public static final Shelves<Watch> WATCHES = new Shelves<>(Topics.WATCHES, (v, t) -> t, (v, put) -> {});
  /** Fields: none but the key. */
  public static final Shelves<Silence> SILENCES = new Shelves<>(Topics.SILENCES, (v, t) -> v.from(), (v, put) -> {});
  /** Fields: none but the key. */
  public static final Shelves<Inhibition> INHIBITIONS = new Shelves<>(Topics.INHIBITIONS, (v, t) -> t, (v, put) -> {});

  /** All of them. */
  public static final Collection<Shelves<?>> ALL = List.of(POSITIONS, SHIFTS, CONDITIONS, ALERTS, NOTIFICATIONS, DELIVERIES, DEAD_LETTERS, ACTORS, ISSUES,
      WATCHES, SILENCES, INHIBITIONS);

  /** Whether records without a key that replaces others are kept one by one. */
  public boolean keepsEach() {
    return topic.kind() == Topic.Kind.STREAM;
  }

  /** The key under which a record stands: its own; where each is kept, its field id, else its {@code place} on the topic. */
  String key(String recordKey, V value, String place) {
    if (!keepsEach()) {
      return recordKey;
    }
    String[] id = {place};
    if (value != null) {
      fields.accept(value, (field, text) -> id[0] = field.equals("id") ? text : id[0]);
    }
    return id[0];
  }

  private static void who(BiConsumer<String, String> put, String field, String id, String name) {
    Stream.of(id, name).filter(each -> each != null).forEach(each -> put.accept(field, each));
  }
}
