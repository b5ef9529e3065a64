package dev.demarche.ingest.feeds;

import dev.demarche.domain.Article;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.FeedState;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what came of polls: articles, dead letters and how far the feed is read, in one transaction, so that a crash between them can
 * neither repeat an entry nor lose one. There is one writer for each transactional id: who opens it last goes on, who had it before is told
 * by {@link TakenOver}. For use by one thread.
 */
public final class FeedOutbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedOutbox.class);

  private static final int COMMITS = 5;

  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Object> consumer;
  private final ArticleCodec codec;
  private final String prefix;
  private final String stage;
  private final String id;

  /** Another instance polls these feeds now. */
  public static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenOver(String id, Throwable cause) {
      super("another instance took the feeds over (transactional id " + id + "); run one for each application.id", cause);
    }
  }

  /**
   * An outbox that is not open.
   *
   * @param producerProperties of its producer
   * @param consumerProperties of the reader of states; read_committed
   * @param transactionalId    one for each list of feeds on a cluster
   * @param prefix             of the topics' names
   */
  public FeedOutbox(Map<String, Object> producerProperties, Map<String, Object> consumerProperties, String transactionalId, ArticleCodec codec,
                    String prefix, String stage) {
    Map<String, Object> properties = new HashMap<>(producerProperties);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    // With more, what overtakes the first batch of a transaction is refused and sent again: nothing is lost, but the brokers log it as errors.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    consumer = Map.copyOf(consumerProperties);
    id = transactionalId;
    this.codec = codec;
    this.prefix = prefix;
    this.stage = stage;
  }

  /** Ends what another instance left open, and returns how far each feed was read, by its address. */
  public Map<String, FeedState> open() {
    producer.initTransactions();
    Map<String, FeedState> states = new HashMap<>();
    try (TopicReader reader = new TopicReader(consumer, Topics.FEEDS.name(prefix))) {
      reader.newestByKey().forEach(record -> {
        try {
          states.put(record.key(), Json.read(record.value(), FeedState.class));
        } catch (SerializationException e) {
          LOG.warn("the state of {} cannot be read and is begun anew: {}", record.key(), e.getMessage());
        }
      });
    }
    return states;
  }

  /**
   * Writes all of it or nothing.
   *
   * @throws TakenOver      if another instance has opened an outbox of this id
   * @throws KafkaException if the brokers did not take it; it may be tried again unless it is an {@link AuthorizationException}
   */
  public void commit(List<FeedPoll.Result> results) {
    try {
      producer.beginTransaction();
      for (FeedPoll.Result result : results) {
        for (Article article : result.articles()) {
          producer.send(new ProducerRecord<>(Topics.ARTICLES.name(prefix), article.id(), codec.write(article)));
        }
        for (DeadLetter letter : result.letters()) {
          producer.send(letter(letter, prefix, stage));
        }
        producer.send(new ProducerRecord<>(Topics.FEEDS.name(prefix), result.source().url(), Json.write(result.state())));
      }
      end();
    } catch (ProducerFencedException | InvalidProducerEpochException | FencedInstanceIdException e) {
      throw new TakenOver(id, e);
    } catch (KafkaException e) {
      if (e.getCause() instanceof ProducerFencedException || e.getCause() instanceof InvalidProducerEpochException) {
        throw new TakenOver(id, e);
      }
      abort(e);
      throw e;
    }
  }

  /** A commit that was not answered in time is asked for again: whether it happened is not known, so nothing else may follow. */
  private void end() {
    for (int attempt = 1; ; attempt++) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (attempt == COMMITS) {
          throw new IllegalStateException("the brokers did not answer a commit; start again, and what came of it is known", e);
        }
      }
    }
  }

  private void abort(KafkaException e) {
    try {
      producer.abortTransaction();
    } catch (ProducerFencedException fenced) {
      throw new TakenOver(id, fenced);
    } catch (KafkaException | IllegalStateException further) {
      e.addSuppressed(further);
    }
  }

  /** The record of a dead letter as every stage writes it. */
  public static ProducerRecord<String, byte[]> letter(DeadLetter letter, String prefix, String stage) {
    String topic = Topics.DEAD_LETTERS.name(prefix);
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, letter.key(), Topics.DEAD_LETTERS.values().serializer().serialize(topic, letter));
    CloudEvents.of(Topics.DEAD_LETTERS, letter.key() + "@" + letter.at(), stage, letter.at(), null).forEach(header -> record.headers().add(header));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
