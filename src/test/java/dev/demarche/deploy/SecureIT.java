package dev.demarche.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.bench.ChildJvm;
import dev.demarche.domain.Article;
import dev.demarche.ingest.Publisher;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SASL_SSL, SCRAM and exactly the permissions that docs/deploy.md lists, all roles can do their work; with less they cannot, and say so. */
class SecureIT {
  private static final String JAR = System.getProperty("demarche.jar", "target/demarche.jar");

  @TempDir private Path folder;

  private SecureBroker broker;
  private final Permissions permissions;

  SecureIT() throws Exception {
    permissions = new Permissions();
  }

  @Test
  void eachRoleNeedsWhatTheDocumentGrantsIt() throws Exception {
    try (SecureBroker started = new SecureBroker(folder)) {
      broker = started;
      broker.start();
      for (String role : List.of("stream", "publisher", "subscriber", "deliverer", "editor", "topics")) {
        broker.addUser("demarche-" + role, permissions.of(role).stream().flatMap(line -> line.grant("demarche-" + role, "demarche").stream()).toList());
      }
      ChildJvm apply = program("topics", Map.of(), "topics", "apply");
      assertThat(apply.awaitEnd()).as(apply.log()).isZero();
      Engine.fillCatalogues(settings("editor"));

      try (ChildJvm stream = program("stream", Map.of("state.dir", folder.resolve("state").toString()), "run")) {
        stream.awaitPrinted("running:");
        publish();

        assertThat(subscribe("news.alerts")).isNotEmpty();
        assertThat(subscribe("news.tagged")).containsExactly("secure-1");
      }
      deliver();

      assertThatThrownBy(() -> new TopicReader(KafkaProperties.consumer(settings("publisher")), "news.alerts"))
          .isInstanceOf(TopicAuthorizationException.class);
      refusesWithout();
    }
  }

  private void deliver() throws Exception {
    Path receivers = Files.writeString(folder.resolve("receivers.yaml"), "receivers: [{name: log, type: file, path: told.jsonl}]\nroute: {receiver: log}\n");
    try (ChildJvm deliver = program("deliverer", Map.of("receivers", receivers.toString(), "deliver.from", "earliest"), "deliver")) {
      deliver.awaitPrinted("log: delivered alert");
      assertThat(folder.resolve("told.jsonl")).isNotEmptyFile();
    }
  }

  /** One instance for each of three lines of the stream, with all lines but that one; there is no time for all in every build. */
  private void refusesWithout() throws Exception {
    Map<Permissions.Line, ChildJvm> instances = new LinkedHashMap<>();
    List<Permissions.Line> lines = permissions.of("stream");
    for (Permissions.Line missing : lines) {
      if (missing.resource() == ResourceType.TRANSACTIONAL_ID || missing.names().contains("demarche-") || missing.names().contains("news.alerts")) {
        String name = "short" + instances.size();
        List<AclBinding> grants = new ArrayList<>();
        lines.stream().filter(line -> line != missing).forEach(line -> grants.addAll(line.grant("demarche-" + name, name)));
        broker.addUser("demarche-" + name, grants);
        instances.put(missing, program(name, Map.of("state.dir", folder.resolve(name).toString(), "application.id", name), "run"));
      }
    }
    assertThat(instances).hasSize(3);
    for (Map.Entry<Permissions.Line, ChildJvm> instance : instances.entrySet()) {
      assertThat(instance.getValue().awaitEnd()).as("without %s: %s", instance.getKey(), instance.getValue().log()).isEqualTo(1);
      assertThat(instance.getValue().log()).as("without %s", instance.getKey()).contains("no permission for", "docs/deploy.md")
          .containsAnyOf(instance.getKey().names().stream().map(name -> name.replaceAll("^demarche", "")).toArray(String[]::new));
    }
  }

  private ChildJvm program(String role, Map<String, String> more, String... words) throws Exception {
    Map<String, String> environment = new HashMap<>();
    Map<String, String> settings = new TreeMap<>(broker.client("demarche-" + role));
    settings.putAll(more);
    settings.put(Setting.THREADS.key(), "1");
    settings.put(Setting.HTTP_LISTEN.key(), "off");
    settings.forEach((name, value) -> environment.put("DEMARCHE_" + name.replace('.', '_').toUpperCase(), value));
    List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", JAR));
    arguments.addAll(List.of(words));
    return ChildJvm.start(role, arguments, environment, Files.createTempFile(folder, role, ".log"));
  }

  private Settings settings(String role) {
    return Settings.of(broker.client("demarche-" + role));
  }

  private void publish() {
    Article article = new Article("secure-1", 1, null, "example.org", "Talks", "Russia rejected the proposal of a ceasefire on Monday.", "en",
        Instant.parse("2026-01-05T08:00:00Z"), null, null);
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings("publisher")), new ArticleCodec(), "news.articles")) {
      publisher.publish(article);
      publisher.flush();
    }
  }

  /** The keys of the first records of a topic, read as a member of a group of the subscriber's own. */
  private List<String> subscribe(String topic) {
    Map<String, Object> properties = KafkaProperties.consumer(settings("subscriber"));
    properties.put("group.id", "subscriber-" + topic);
    properties.put("auto.offset.reset", "earliest");
    List<String> keys = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (keys.isEmpty() && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
      }
      consumer.commitSync();
    }
    return keys;
  }
}
