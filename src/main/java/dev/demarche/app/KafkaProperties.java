package dev.demarche.app;

import dev.demarche.domain.Nearest;
import dev.demarche.pipeline.StreamProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The properties of the Kafka clients that the settings make: what is given passes through, what must be so is set. */
public final class KafkaProperties {
  private static final List<String> PREFIXES = List.of("consumer.", "producer.", "admin.", "main.consumer.", "restore.consumer.",
      "global.consumer.", "topic.");
  private static final Map<String, Setting> OURS = Map.of("bootstrap.servers", Setting.BOOTSTRAP, "application.id", Setting.APPLICATION_ID,
      "num.stream.threads", Setting.THREADS, "state.dir", Setting.STATE_DIR, "processing.guarantee", Setting.PROCESSING_GUARANTEE,
      "group.protocol", Setting.GROUP_PROTOCOL, "application.server", Setting.CONSOLE_ADVERTISE);

  private KafkaProperties() {}

  /** What to write instead of {@code property}, where no Kafka client knows it or a setting of ours stands for it. */
  static Optional<String> refuse(String property) {
    if (OURS.containsKey(property)) {
      return Optional.of("set " + OURS.get(property).key() + " instead");
    }
    Set<String> known = known();
    String bare = PREFIXES.stream().filter(property::startsWith).findFirst().map(p -> property.substring(p.length())).orElse(property);
    if (known.contains(bare) || property.startsWith("topic.")) {
      return Optional.empty();
    }
    String near = Nearest.of(property, known);
    return Optional.of(near == null ? "see Kafka's documentation for their names" : "did you mean kafka." + near + "?");
  }

  private static Set<String> known() {
    Set<String> names = new TreeSet<>(StreamProperties.names());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return names;
  }

  /** For an admin client. */
  public static Map<String, Object> admin(Settings settings) {
    return only(settings, "admin.", AdminClientConfig.configNames());
  }

  /** For a producer of articles, catalogues and watches: nothing lost, nothing doubled by a retry, the largest article admitted. */
  public static Map<String, Object> producer(Settings settings) {
    Map<String, Object> properties = only(settings, "producer.", ProducerConfig.configNames());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(StreamProperties.MAX_REQUEST));
    return properties;
  }

  /** For a consumer that sees what was committed, and nothing else. */
  public static Map<String, Object> consumer(Settings settings) {
    Map<String, Object> properties = only(settings, "consumer.", ConsumerConfig.configNames());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return properties;
  }

  private static Map<String, Object> only(Settings settings, String prefix, Set<String> names) {
    Map<String, Object> properties = new HashMap<>();
    settings.kafka().forEach((name, value) -> {
      if (names.contains(name)) {
        properties.put(name, value);
      }
    });
    settings.kafka().forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        properties.put(name.substring(prefix.length()), value);
      }
    });
    properties.put("bootstrap.servers", settings.required(Setting.BOOTSTRAP));
    return properties;
  }
}
