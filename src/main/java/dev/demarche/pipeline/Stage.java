package dev.demarche.pipeline;

import dev.demarche.domain.ArticleRef;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage of the stream. What it makes of a record is collected first and sent after, apart from each other: where its own code fails, nothing
 * was sent, and the record becomes a dead letter; what fails behind it is not its fault.
 *
 * @param <K> key of the records that come in
 * @param <V> value of the records that come in
 */
abstract class Stage<K, V> implements Processor<K, V, Object, Object> {
  /** What helps against a record that is too large where nothing else can be said. */
  static final String RAISE_LIMITS = "raise limits.record.bytes together with max.message.bytes of the topics";
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  /** So long apart are commits that are asked for: a stream that finds much is committed often enough without asking. */
  private static final long HASTE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  private final String name;
  private final StageContext shared;
  private ProcessorContext<Object, Object> context;
  private long hastened = System.nanoTime() - HASTE_NANOS;

  /**
   * What all stages share.
   *
   * @param counters       what was done
   * @param clock          the time of dead letters and of records that have none
   * @param maxRecordBytes largest value that may be written
   */
  record StageContext(Counters counters, Clock clock, int maxRecordBytes) {}

  Stage(String name, StageContext shared) {
    this.name = name;
    this.shared = shared;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
  }

  /** What this stage makes of {@code record}; called once a record. May throw: the record then becomes a dead letter. */
  abstract void apply(Record<K, V> record, Output output);

  /** Where {@code record} came from. */
  abstract Origin origin(Record<K, V> record);

  /** Counts a record that became a dead letter here. */
  abstract Counters.Name deadLetterCounter();

  @Override
  public final void process(Record<K, V> record) {
    long start = System.nanoTime();
    Output output = newOutput(record);
    try {
      apply(record, output);
    } catch (Output.TooLarge e) {
      output = dead(record, DeadLetter.Reason.RECORD_TOO_LARGE, e.getMessage(),
          "publish the article in parts, or " + RAISE_LIMITS);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("stage {} failed at {}: {}; the record becomes a dead letter", name, origin(record).place(), e.toString());
      LOG.debug("stage {} failed", name, e);
      output = dead(record, DeadLetter.Reason.STAGE_FAILED, e.toString(), "this is a fault of Demarche: report it with this record");
    }
    counters().time(name, System.nanoTime() - start);
    send(output);
  }

  /** Sends what was made, apart from a record too. */
  final void send(Output output) {
    output.sent().forEach(sent -> context.forward(sent.record(), sent.node()));
    if (output.awaited()) {
      hasten();
    }
  }

  /** Has the task committed at the next chance, not when the interval is over: the next stage and people see only what is committed. */
  private void hasten() {
    long now = System.nanoTime();
    if (now - hastened >= HASTE_NANOS) {
      hastened = now;
      context.commit();
    }
  }

  /** What this stage makes at {@code now} without a record. Where {@code code} fails, nothing is sent, and the fault is logged. */
  final void unprompted(Instant now, Consumer<Output> code) {
    Output output = new Output(now.toEpochMilli(), shared.maxRecordBytes());
    try {
      code.accept(output);
    } catch (RuntimeException e) {
      LOG.warn("stage {} failed without a record", name, e);
      return;
    }
    send(output);
  }

  private Output newOutput(Record<K, V> record) {
    return new Output(record.timestamp(), shared.maxRecordBytes());
  }

  private Output dead(Record<K, V> record, DeadLetter.Reason reason, String message, String mend) {
    Output output = newOutput(record);
    deadLetter(record, output, reason, message, mend);
    return output;
  }

  /**
   * Writes one of several values that come of {@code record}, or a dead letter in its place where it is too large, so that it takes no other with
   * it. Whether it was written.
   *
   * @param id   of the value, to people
   * @param mend what helps where it is too large
   */
  final <T> boolean writeOne(Record<K, V> record, Output output, Topic<String, T> topic, String key, T value, String id, Headers headers, String mend) {
    try {
      output.write(topic, key, value, headers);
      return true;
    } catch (Output.TooLarge e) {
      deadLetter(record, output, DeadLetter.Reason.RECORD_TOO_LARGE, id + ": " + e.getMessage(), mend);
      return false;
    }
  }

  /** Adds a dead letter made from {@code record}. */
  final void deadLetter(Record<K, V> record, Output output, DeadLetter.Reason reason, String message, String mend) {
    Origin origin = origin(record);
    counters().add(deadLetterCounter(), 1);
    Instant now = shared.clock().instant();
    String id = origin.place() + ":" + name + ":" + output.sent().size();
    output.deadLetter(origin.deadLetter(reason, message, mend, name, now), origin.key(),
        CloudEvents.of(Topics.DEAD_LETTERS, id, name, now, null));
  }

  /** Headers of a record that this stage writes about something in {@code article}. */
  final Headers headers(Topic<?, ?> topic, String id, ArticleRef article, String taggerVersion) {
    return CloudEvents.of(topic, id, name, article.eventTime(), taggerVersion);
  }

  /** Headers of a record that this stage writes about something that happened at {@code time}. */
  final Headers headers(Topic<?, ?> topic, String id, Instant time, String taggerVersion) {
    return CloudEvents.of(topic, id, name, time, taggerVersion);
  }

  final Counters counters() {
    return shared.counters();
  }

  /** The record's timestamp, or the clock's time where that is earlier or the record has none. */
  final Instant received(Record<K, V> record) {
    Instant now = shared.clock().instant();
    Instant stamped = Instant.ofEpochMilli(record.timestamp());
    return record.timestamp() <= 0 || stamped.isAfter(now) ? now : stamped;
  }

  /** Topic, partition and offset of the record at hand. */
  final RecordMetadata at() {
    return context.recordMetadata().orElseThrow();
  }
}
