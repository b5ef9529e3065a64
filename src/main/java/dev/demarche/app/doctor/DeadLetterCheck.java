package dev.demarche.app.doctor;

import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether records could not be taken in the last day, and what the newest of them was. */
final class DeadLetterCheck implements Check {
  private static final Duration RECENT = Duration.ofDays(1);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int LOOKED_AT = 1_000;

  private final Clock clock;

  DeadLetterCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void look(Patient patient, Chart chart) {
    if (patient.topic(Topics.DEAD_LETTERS).isEmpty()) {
      return;
    }
    if (!patient.mayRead(Topics.DEAD_LETTERS)) {
      chart.note("not-looked", "dead letters may not be read by this user, and an instance need not",
          "nothing, or run the doctor as a user that may read " + patient.name(Topics.DEAD_LETTERS));
      return;
    }
    Instant since = clock.instant().minus(RECENT);
    List<DeadLetter> recent = new ArrayList<>();
    newest(patient, letter -> {
      if (letter.at().isAfter(since)) {
        recent.add(letter);
      }
    });
    if (recent.isEmpty()) {
      chart.fact("no dead letter in the last 24 hours");
      return;
    }
    DeadLetter last = Collections.max(recent, Comparator.comparing(DeadLetter::at));
    chart.warning("dead-letters", recent.size() + (recent.size() >= LOOKED_AT ? " or more" : "") + (recent.size() == 1 ? " dead letter" : " dead letters")
            + " in the last 24 hours, the newest by " + last.reason() + ": " + last.message(),
        last.mend() + "; see them all: " + patient.demarche("dead-letters"));
  }

  /** Hands over the newest of each partition. */
  private static void newest(Patient patient, Consumer<DeadLetter> each) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(patient.consumer(), new ByteArrayDeserializer(),
        new ByteArrayDeserializer())) {
      String topic = patient.name(Topics.DEAD_LETTERS);
      List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      partitions.forEach(partition -> consumer.seek(partition, Math.max(starts.get(partition), ends.get(partition) - LOOKED_AT)));
      long deadline = System.nanoTime() + Patient.patience().toNanos();
      while (behind(consumer, ends) && System.nanoTime() < deadline) {
        consumer.poll(POLL).forEach(record -> read(record.value()).ifPresent(each));
      }
    }
  }

  private static boolean behind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Others may write to the topic: what is no dead letter is none. */
  private static Optional<DeadLetter> read(byte[] value) {
    try {
      return value == null ? Optional.empty() : Optional.of(Json.read(value, DeadLetter.class));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
