package dev.demarche.topics;

import dev.demarche.topics.DeadLetter.Source;
import dev.demarche.topics.Republication.Done;
import dev.demarche.topics.Republication.Ready;
import dev.demarche.topics.Republication.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes records that had become dead letters again, as they were or mended, to the topic that they came from. The dead letter stays where it is.
 * A value that would become a dead letter again is refused. Safe for use by several threads.
 */
public final class Republisher {
  /** Header: the place of the dead letter of which the record was made. */
  public static final String FROM = "demarche-republished-from";

  /** Header: who had it done. */
  public static final String BY = "demarche-republished-by";

  private static final int REMEMBERED = 10_000;
  /** What the stream and the delivery read; nothing else takes a record again. */
  private static final List<Topic<?, ?>> TAKEN = List.of(Topics.ARTICLES, Topics.REKEYED, Topics.STANDS, Topics.BEARINGS, Topics.HITS, Topics.REACTIONS,
      Topics.NOTIFICATIONS);

  private final Originals originals;
  private final Supplier<? extends Producer<byte[], byte[]>> producers;
  private final String prefix;
  private final ArticleCodec codec;
  private final Clock clock;
  private final Map<Source, List<Done>> done = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Source, List<Done>> eldest) {
      return size() > REMEMBERED;
    }
  };

  /**
   * A republisher.
   *
   * @param producers makes a producer, which is closed here; called for each record
   * @param prefix    of the topics
   * @param codec     says what is an article
   */
  public Republisher(Originals originals, Supplier<? extends Producer<byte[], byte[]>> producers, String prefix, ArticleCodec codec, Clock clock) {
    this.originals = Objects.requireNonNull(originals, "originals");
    this.producers = Objects.requireNonNull(producers, "producers");
    this.prefix = Objects.requireNonNull(prefix, "prefix");
    this.codec = Objects.requireNonNull(codec, "codec");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The dead letter that stands at {@code place}; empty where there is none.
   *
   * @throws KafkaException if the brokers do not tell
   */
  public Optional<DeadLetter> letter(Source place) {
    return place.topic().equals(Topics.DEAD_LETTERS.name(prefix)) ? originals.letter(place) : Optional.empty();
  }

  /** What {@code letter} tells of, as far as it can be had. */
  public Original original(DeadLetter letter) {
    return originals.of(letter);
  }

  /** What was published of the letter at {@code letter}, the oldest first, as far as this process knows. */
  public List<Done> earlier(Source letter) {
    synchronized (done) {
      return List.copyOf(done.getOrDefault(letter, List.of()));
    }
  }

  /**
   * Whether and as what {@code letter} can be published. Publishes nothing.
   *
   * @param at     where the letter stands
   * @param edited the value instead of the original one, or null
   */
  public Republication draft(Source at, DeadLetter letter, byte[] edited) {
    Source source = letter.source();
    Optional<Topic<?, ?>> topic = TAKEN.stream().filter(each -> each.name(prefix).equals(source.topic())).findFirst();
    if (topic.isEmpty()) {
      return new Refused("nothing reads " + source.topic() + " as a stream", "do what the letter's mend says: " + letter.mend());
    }
    Original original = originals.of(letter);
    if (!original.whole()) {
      return new Refused("the record cannot be had whole: " + original.lack(), "publish it anew from where it came");
    }
    byte[] value = edited == null ? original.value() : edited;
    byte[] key = original.key();
    if (topic.get() == Topics.ARTICLES || topic.get() == Topics.REKEYED) {
      ArticleCodec.Read read = value == null && key != null ? null : codec.read(value);
      if (read instanceof ArticleCodec.Read.Refused refused) {
        return new Refused(refused.message(), refused.mend());
      }
      if (read instanceof ArticleCodec.Read.Accepted accepted && key == null) {
        key = accepted.article().id().getBytes(StandardCharsets.UTF_8);
      }
    } else {
      try {
        topic.get().values().deserializer().deserialize(source.topic(), value);
      } catch (RuntimeException e) {
        return new Refused(String.valueOf(e.getMessage()), "write the record as docs/topics.md says for " + topic.get().name());
      }
    }
    boolean samePartition = source.known() && original.key() != null;
    return new Ready(at, source.topic(), samePartition ? source.partition() : null, original, key, value,
        edited != null && !Arrays.equals(edited, original.value()), earlier(at));
  }

  /**
   * Publishes it and waits until the brokers have it.
   *
   * @param by who has it done
   * @throws KafkaException if the brokers do not take it
   */
  public Done publish(Ready ready, String by) {
    RecordHeaders headers = new RecordHeaders();
    if (ready.from().onTopic()) {
      ready.from().headers().forEach(headers::add);
    }
    headers.remove(FROM).remove(BY);
    headers.add(FROM, ready.letter().place().getBytes(StandardCharsets.UTF_8)).add(BY, by.getBytes(StandardCharsets.UTF_8));
    try (Producer<byte[], byte[]> producer = producers.get()) {
      RecordMetadata there = producer.send(new ProducerRecord<>(ready.topic(), ready.to(), ready.key(), ready.value(), headers)).get();
      Done now = new Done(by, clock.instant(), new Source(there.topic(), there.partition(), there.offset()));
      synchronized (done) {
        done.computeIfAbsent(ready.letter(), letter -> new ArrayList<>()).add(now);
      }
      return now;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }
}
