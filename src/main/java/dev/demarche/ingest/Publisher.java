package dev.demarche.ingest;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes articles to the articles topic, keyed by their id. Safe for use by several threads. */
public final class Publisher implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final ArticleCodec codec;
  private final String topic;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * A publisher.
   *
   * @param properties of its producer
   * @param codec      writes articles
   * @param topic      name of the articles topic
   */
  public Publisher(Map<String, Object> properties, ArticleCodec codec, String topic) {
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    this.codec = codec;
    this.topic = topic;
  }

  /**
   * Sends an article; it is on the brokers once {@link #flush()} has returned.
   *
   * @throws IllegalStateException if an earlier one could not be sent
   */
  public void publish(Article article) {
    publish(article.id(), codec.write(article));
  }

  /** Sends a record as it is, whatever it holds. */
  public void publish(String key, byte[] value) {
    publish(new ProducerRecord<>(topic, key, value));
  }

  /** Sends a record to its topic. */
  public void publish(ProducerRecord<String, byte[]> record) {
    rethrow();
    producer.send(record, (at, e) -> {
      if (e == null) {
        sent.incrementAndGet();
      } else {
        failure.compareAndSet(null, e);
      }
    });
  }

  /**
   * Waits until all that was published is on the brokers.
   *
   * @throws IllegalStateException if something could not be sent
   */
  public void flush() {
    producer.flush();
    rethrow();
  }

  private void rethrow() {
    Exception e = failure.get();
    if (e != null) {
      throw new IllegalStateException("an article could not be published to " + topic + ": " + e.getMessage(), e);
    }
  }

  /** How many records the brokers have taken. */
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
