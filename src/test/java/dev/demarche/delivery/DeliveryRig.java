package dev.demarche.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Alerts on a real broker, under a prefix of their own, and services that deliver them. */
public final class DeliveryRig implements AutoCloseable {
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Settings settings;
  private final KafkaProducer<String, byte[]> producer;
  private final List<DeliveryService> services = new ArrayList<>();
  private int published;

  public DeliveryRig(EmbeddedKafka kafka, String prefix, int partitions) {
    settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap(), Setting.TOPIC_PREFIX.key(), prefix));
    Demo.applyTopics(settings, partitions);
    producer = new KafkaProducer<>(KafkaProperties.producer(settings), new StringSerializer(), new ByteArraySerializer());
  }

  public Settings settings() {
    return settings;
  }

  /** A file that admits loopback, with {@code receivers}, each a flow mapping of YAML, and {@code route}; KEY is a webhook's secret. */
  public static ReceiversFile file(Path folder, String route, String... receivers) throws Exception {
    StringBuilder yaml = new StringBuilder("allow: [127.0.0.0/8]\nreceivers:\n");
    for (String receiver : receivers) {
      yaml.append("  - {").append(receiver).append("}\n");
    }
    Path file = Files.writeString(folder.resolve("receivers.yaml"), yaml.append("route: ").append(route).append('\n').toString());
    ReceiversFile.Read read = ReceiversFile.read(file, SecretSource.of(Map.of("KEY", KEY)));
    assertThat(read.problems()).extracting(PackProblem::message).isEmpty();
    return read.file();
  }

  /** A receiver for {@link #file}. */
  public static String webhook(String name, String url, String more) {
    return "name: " + name + ", type: webhook, url: '" + url + "', secret_env: KEY" + more;
  }

  /** Starts a service that begins with the first alert. */
  public DeliveryService start(ReceiversFile file, int window) throws Exception {
    DeliveryService service = new DeliveryService(new DeliveryService.Plan(file, KafkaProperties.consumer(settings), KafkaProperties.producer(settings), "deliver-"
        + settings.text(Setting.TOPIC_PREFIX), "earliest", window, settings.text(Setting.TOPIC_PREFIX), "test", System.out, Clock.systemUTC()));
    services.add(service);
    service.start();
    await("the service has joined", service::ready);
    return service;
  }

  /** Publishes {@code count} alerts of several watches, and returns their ids. */
  public List<String> publish(int count) {
    List<String> ids = IntStream.range(published, published + count).mapToObj(i -> "alert-" + i).toList();
    for (String id : ids) {
      publish(Alerts.alert(id, "watch-" + published++ % 7, Severity.WARNING));
    }
    producer.flush();
    return ids;
  }

  public void publish(Alert alert) {
    publish(alert.watch().id(), Json.write(Notification.of(alert)));
  }

  public void publish(String key, byte[] value) {
    producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS.name(settings.text(Setting.TOPIC_PREFIX)), key, value));
  }

  /** How deliveries stand, by key. */
  public Map<String, Delivery> deliveries() {
    Map<String, Delivery> all = new TreeMap<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), Topics.DELIVERIES.name(settings.text(Setting.TOPIC_PREFIX)))) {
      reader.newestByKey().forEach(record -> all.put(record.key(), Json.read(record.value(), Delivery.class)));
    }
    return all;
  }

  /** Statuses of the deliveries to {@code receiver}, and how many there are of each. */
  public Map<Delivery.Status, Long> stand(String receiver) {
    return deliveries().values().stream().filter(delivery -> delivery.receiver().equals(receiver))
        .collect(java.util.stream.Collectors.groupingBy(Delivery::status, TreeMap::new, java.util.stream.Collectors.counting()));
  }

  public static void await(String what, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " within " + PATIENCE.toSeconds() + " s").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    services.forEach(DeliveryService::close);
    producer.close();
  }
}
