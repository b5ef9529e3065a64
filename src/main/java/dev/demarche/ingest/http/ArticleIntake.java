package dev.demarche.ingest.http;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Takes batches of articles as far as there is room: what is on its way to the brokers never exceeds the producer's buffer, and a batch that
 * does not fit is refused as a whole before any of it is sent. Safe for use by several threads.
 */
public final class ArticleIntake implements AutoCloseable {
  private static final long DEFAULT_BUFFER = 33_554_432;
  private static final long OVERHEAD = 128;

  private final Producer<String, byte[]> producer;
  private final ArticleCodec codec;
  private final String topic;
  private final Semaphore room;
  private final int whole;

  /** What can become of a batch. */
  public enum Taken { ON_THE_BROKERS, NO_ROOM }

  /**
   * An intake.
   *
   * @param properties of its producer; half of {@code buffer.memory} is the room
   * @param topic      name of the articles topic
   */
  public ArticleIntake(Map<String, Object> properties, ArticleCodec codec, String topic) {
    this(new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()), codec, topic,
        Long.parseLong(String.valueOf(properties.getOrDefault(ProducerConfig.BUFFER_MEMORY_CONFIG, DEFAULT_BUFFER))) / 2);
  }

  ArticleIntake(Producer<String, byte[]> producer, ArticleCodec codec, String topic, long bytes) {
    this.producer = producer;
    this.codec = codec;
    this.topic = topic;
    whole = (int) Math.min(Integer.MAX_VALUE, bytes);
    room = new Semaphore(whole);
  }

  /**
   * Sends a batch.
   *
   * @return completed when the brokers have all of it; at once with {@link Taken#NO_ROOM}, and nothing sent, where there is no room;
   *     exceptionally where the brokers do not take it, and then some of it may be there
   */
  public CompletableFuture<Taken> take(List<Article> articles) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    long bytes = 0;
    for (Article article : articles) {
      byte[] value = codec.write(article);
      bytes += value.length + OVERHEAD;
      records.add(new ProducerRecord<>(topic, article.id(), value));
    }
    // A batch that is larger than all the room there is has it to itself: the producer makes it wait.
    int size = (int) Math.min(whole, bytes);
    if (!room.tryAcquire(size)) {
      return CompletableFuture.completedFuture(Taken.NO_ROOM);
    }
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : records) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      sent.add(one);
      try {
        producer.send(record, (at, e) -> {
          if (e == null) {
            one.complete(null);
          } else {
            one.completeExceptionally(e);
          }
        });
      } catch (KafkaException | IllegalStateException e) {
        one.completeExceptionally(e);
        break;
      }
    }
    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).whenComplete((none, e) -> room.release(size))
        .thenApply(none -> Taken.ON_THE_BROKERS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
