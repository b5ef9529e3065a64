package dev.demarche.pipeline;

import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The properties by which Kafka Streams runs the stream. */
public final class StreamProperties {

  /** The largest request of a producer, in bytes; the {@code max.message.bytes} of the topics that hold articles and what is made of them. */
  public static final int MAX_REQUEST = 4_194_304;

  private StreamProperties() {}

  /**
   * Properties of a stream.
   *
   * @param applicationId name of the stream on the cluster
   * @param bootstrap     brokers to start from
   * @param stateDir      folder of the local state
   * @param threads       stream threads, 1 or more
   * @param guarantee     {@code exactly_once_v2} or {@code at_least_once}
   * @param groupProtocol {@code classic} or {@code streams}
   * @param deadLetters   name of the topic of dead letters
   * @param given         properties that the user sets; they win over what is only a default here
   */
  public static Properties of(String applicationId, String bootstrap, String stateDir, int threads, String guarantee, String groupProtocol,
                              String deadLetters, Map<String, String> given) {
    Properties properties = new Properties();
    // Tagging takes milliseconds: a small batch lets a thread commit, and answer the group, in time.
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), "100");
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    if ("exactly_once_v2".equals(guarantee)) {
      // A thread stands still for some 10 ms while it commits: too often for one that tags ten articles a second, were it every 100 ms.
      properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "250");
    }
    if ("classic".equals(groupProtocol)) {
      // An instance that is killed says no farewell: its partitions stand still for so long. With the other protocol the brokers say how long.
      properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "10000");
    }
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), String.valueOf(MAX_REQUEST));
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), String.valueOf(MAX_REQUEST));
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1");
    for (String name : given.keySet()) {
      // What bears the prefix of a client wins over what does not, and would win over the user's.
      properties.remove(StreamsConfig.consumerPrefix(name));
      properties.remove(StreamsConfig.producerPrefix(name));
      properties.remove(StreamsConfig.topicPrefix(name));
    }
    properties.putAll(given);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, groupProtocol);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(DeadLetterHandler.TOPIC, deadLetters);
    return properties;
  }

  /** The names of all properties that Kafka Streams knows. */
  public static Set<String> names() {
    return new HashSet<>(StreamsConfig.configDef().names());
  }
}
