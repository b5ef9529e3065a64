package dev.demarche.console.live;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Shift;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.StatementRecord;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Instant;
import java.util.function.BiFunction;

/** The topics that are told live, in the order in which an event's id has them: new ones come last. {@code recent}: about how many records a start goes back. */
enum LiveTopic {
  STATEMENTS(Topics.STATEMENTS, 5_000, (bytes, at) -> Lines.of(Json.read(bytes, StatementRecord.class), at)),
  STANCES(Topics.STANCES, 5_000, (bytes, at) -> Lines.of(Json.read(bytes, StanceRecord.class), at)),
  SHIFTS(Topics.SHIFTS, 500, (bytes, at) -> Lines.of(Json.read(bytes, Shift.class), at)),
  CONDITIONS(Topics.CONDITION_STATES, 500, (bytes, at) -> Lines.of(Json.read(bytes, ConditionState.class), at)),
  ALERTS(Topics.ALERTS, 1_000, (bytes, at) -> Lines.of(Json.read(bytes, Alert.class), at));

  private final Topic<?, ?> topic;
  private final int recent;
  private final BiFunction<byte[], Instant, Line> reading;

  LiveTopic(Topic<?, ?> topic, int recent, BiFunction<byte[], Instant, Line> reading) {
    this.topic = topic;
    this.recent = recent;
    this.reading = reading;
  }

  /** The name on the broker. */
  String name(String prefix) {
    return topic.name(prefix);
  }

  /** How many of the last records of each of so many partitions are read at a start. */
  long recent(int partitions) {
    return Math.max(1, recent / partitions);
  }

  /** The line of a record that was written at {@code written}; throws what a value throws that is none. */
  Line line(byte[] value, Instant written) {
    return reading.apply(value, written);
  }
}
