package dev.demarche.topics;

import dev.demarche.topics.DeadLetter.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/** Fetches single records by their place: dead letters, and what they tell of. Each call opens a consumer and closes it. Safe for use by several threads. */
public final class Originals {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Supplier<? extends Consumer<byte[], byte[]>> consumers;

  /** @param consumers makes a consumer without a group that sees what was committed; the one that is made is closed here */
  public Originals(Supplier<? extends Consumer<byte[], byte[]>> consumers) {
    this.consumers = Objects.requireNonNull(consumers, "consumers");
  }

  /**
   * The record at {@code place}; empty where there is none, or none any more.
   *
   * @throws KafkaException if the brokers do not answer within 5 s, or do not let this user read the topic
   */
  public Optional<ConsumerRecord<byte[], byte[]>> at(Source place) {
    if (!place.known()) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    List<TopicPartition> one = List.of(partition);
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      if (consumer.partitionsFor(place.topic(), PATIENCE).stream().noneMatch(there -> there.partition() == place.partition())) {
        return Optional.empty();
      }
      consumer.assign(one);
      if (place.offset() < consumer.beginningOffsets(one, PATIENCE).get(partition) || place.offset() >= consumer.endOffsets(one, PATIENCE).get(partition)) {
        return Optional.empty();
      }
      consumer.seek(partition, place.offset());
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(partition, PATIENCE) <= place.offset()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
          return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
        }
        if (System.nanoTime() > deadline) {
          throw new org.apache.kafka.common.errors.TimeoutException("the record " + place.place() + " did not come within " + PATIENCE.toSeconds() + " s");
        }
      }
      return Optional.empty();
    }
  }

  /** The dead letter at {@code place}; empty where there is none that can be read. */
  public Optional<DeadLetter> letter(Source place) {
    return at(place).map(ConsumerRecord::value).map(value -> Json.read(value, DeadLetter.class));
  }

  /** What {@code letter} tells of: from its source topic where it still stands there, else as the letter kept it. */
  public Original of(DeadLetter letter) {
    String gone;
    try {
      Optional<ConsumerRecord<byte[], byte[]>> record = at(letter.source());
      if (record.isPresent() && same(letter, record.get().value())) {
        return Original.found(record.get().key(), record.get().value(), record.get().headers());
      }
      gone = !letter.source().known() ? "it never stood on a topic" : record.isPresent() ? "another record stands at " + letter.source().place() + " now"
          : "it stands no longer at " + letter.source().place();
    } catch (AuthorizationException e) {
      gone = "this user may not read " + letter.source().topic() + " (grant Read on it)";
    } catch (KafkaException e) {
      gone = letter.source().topic() + " could not be read: " + e.getMessage();
    }
    boolean cut = letter.originalSize() > DeadLetter.MAX_ORIGINAL;
    byte[] key = key(letter.key());
    boolean keyLost = letter.key() != null && key == null;
    return new Original(key, letter.originalBytes(), null, cut ? "the letter keeps the first 64 KB of " + letter.originalSize() + " bytes, and " + gone
        : keyLost ? "the letter does not hold the whole key, and " + gone : null);
  }

  private static boolean same(DeadLetter letter, byte[] value) {
    return value == null ? letter.originalSha256() == null : Sha256.of(value).equals(letter.originalSha256());
  }

  /** The letter's key is text of at most 1 KB: one that was longer, or no UTF-8, is not the key that was. */
  private static byte[] key(String key) {
    if (key == null || key.indexOf('\uFFFD') >= 0) {
      return null;
    }
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return bytes.length >= DeadLetter.MAX_KEY - 3 ? null : bytes;
  }
}
