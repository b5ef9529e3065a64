package dev.demarche.app;

import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Originals;
import dev.demarche.topics.Republisher;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The republisher of dead letters as the settings make it. */
public final class Republishing {
  private Republishing() {}

  /** One that has not connected to anything yet. */
  public static Republisher of(Settings settings) {
    Map<String, Object> consumer = new HashMap<>(KafkaProperties.consumer(settings));
    consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "10"); // A broker is not to hold the one record back.
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return new Republisher(new Originals(() -> new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer())),
        () -> new KafkaProducer<>(KafkaProperties.producer(settings), new ByteArraySerializer(), new ByteArraySerializer()),
        settings.text(Setting.TOPIC_PREFIX), new ArticleCodec(settings.number(Setting.TEXT_LIMIT)), Clock.systemUTC());
  }
}
