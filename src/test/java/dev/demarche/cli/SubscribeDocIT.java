package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarche.Snippets;
import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the snippets of {@code docs/subscribe.md} as they stand there against a stream, as a reader would: programs in files, commands in a
 * shell. Python's are skipped where no interpreter has the client, one command where there is no jq.
 */
class SubscribeDocIT {
  private static final Set<String> WATCHED = Set.of("russia", "vladimir-putin");
  private static final Path JAR = Path.of(System.getProperty("demarche.jar", "target/demarche.jar")).toAbsolutePath();
  private static final String GIVEN_UP = "this was never committed";

  @TempDir static Path folder;

  private static final Demo DEMO = new Demo();
  private static List<Snippets.Snippet> snippets;

  @BeforeAll
  static void startAStreamAndWriteThePrograms() throws Exception {
    snippets = Snippets.of(Path.of("docs/subscribe.md"));
    for (Snippets.Snippet snippet : snippets) {
      if (snippet.attributes().containsKey("file")) {
        Files.writeString(folder.resolve(snippet.attributes().get("file")), snippet.text());
      }
    }
    // Each runs for seconds only: compiling much costs more than it brings.
    String java = Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    command("java", java);
    command("demarche", java + " -jar " + JAR);
    command("kafka-console-consumer.sh", java + " -cp '" + System.getProperty("java.class.path") + File.pathSeparator
        + System.getProperty("surefire.test.class.path", "") + "' org.apache.kafka.tools.consumer.ConsoleConsumer");
    DEMO.start(new Demo.Plan(0, 2, true, Engine::tagger, Map.of("threads", "2")));
    giveUpATransaction();
    assertThat(DEMO.awaitDone(DEMO.publishSeeds(), Duration.ofSeconds(60))).isTrue();
  }

  @AfterAll
  static void stop() {
    DEMO.close();
  }

  @Test
  void everyProgramAndCommandOfThePageIsTried() {
    assertThat(snippets).filteredOn(s -> s.language().equals("sh")).extracting(s -> s.attributes().get("id")).containsExactlyInAnyOrder(
        "tail-rejections", "tail-alerts", "console-rejections", "console-alerts", "java-rejections", "java-alerts", "python-rejections",
        "python-alerts", "watched-actors");
    assertThat(snippets).filteredOn(s -> Set.of("java", "python").contains(s.language())).allMatch(s -> s.attributes().containsKey("file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tail-rejections", "console-rejections", "java-rejections", "python-rejections"})
  void tellsEveryRejectionByAWatchedActorOnceAndNothingElse(String id) throws Exception {
    List<String> rejections = read(Topics.STANCES, StanceRecord.class).stream().map(StanceRecord::stance)
        .filter(s -> WATCHED.contains(String.valueOf(s.holderActor())) && s.act() == Act.REJECT).map(s -> s.evidence().text()).toList();
    assertThat(rejections).isNotEmpty();
    prints(id, rejections);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tail-alerts", "console-alerts", "java-alerts", "python-alerts"})
  void tellsEveryAlertOnceAndNothingElse(String id) throws Exception {
    List<String> alerts = read(Topics.ALERTS, Alert.class).stream().map(alert -> alert.finding().evidence().get(0).text()).toList();
    assertThat(alerts).hasSizeGreaterThan(2);
    prints(id, alerts);
  }

  @Test
  void theActorsOfTheWatchesAreListed() throws Exception {
    assumeTrue(works("jq", "--version"), "jq is not installed; with it, the command that lists the actors of all watches is tried");
    List<String> actors = read(Topics.WATCHES, Watch.class).stream().flatMap(watch -> watch.actors().stream()).distinct().sorted().toList();
    assertThat(run("watched-actors", actors.size())).containsExactlyElementsOf(actors);
  }

  @Test
  void theTailShowsWhatComesAndEndsAfterAsManyAsAskedFor() throws Exception {
    Process tail = new ProcessBuilder(folder.resolve("demarche").toString(), "tail", "tagged", "--max", "1", "--bootstrap",
        DEMO.settings().text(Setting.BOOTSTRAP)).start();
    try (BufferedReader err = tail.errorReader(StandardCharsets.UTF_8); BufferedReader out = tail.inputReader(StandardCharsets.UTF_8)) {
      assertThat(err.readLine()).isEqualTo("reading news.tagged from now on; Ctrl-C ends it");
      DEMO.publisher().publish(new Article("tail-1", 1, null, null, "News of the tail", "Norway said no.", null, null, null, null));
      DEMO.publisher().flush();
      assertThat(tail.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(tail.exitValue()).isZero();
      assertThat(out.lines()).hasSize(2).first().asString().endsWith("News of the tail");
    } finally {
      tail.destroyForcibly();
    }
  }

  private static void prints(String id, List<String> texts) throws Exception {
    int lines = texts.size() * Integer.parseInt(snippet(id).attributes().getOrDefault("lines", "1"));
    String out = String.join("\n", run(id, lines));
    assertThat(out).doesNotContain(GIVEN_UP).hasLineCount(lines);
    for (String text : texts) {
      // A line of tail holds only the beginning, and JSON escapes quotation marks.
      String beginning = text.substring(0, Math.min(40, text.length()));
      assertThat(out).containsAnyOf(beginning, beginning.replace("\"", "\\\""));
    }
  }

  private static Snippets.Snippet snippet(String id) {
    return snippets.stream().filter(s -> id.equals(s.attributes().get("id"))).findFirst().orElseThrow();
  }

  /** The first lines that a snippet prints and, where it prints more within a moment, those, too. */
  private static List<String> run(String id, int lines) throws Exception {
    String command = snippet(id).text().replace("localhost:9092", DEMO.settings().text(Setting.BOOTSTRAP))
        .replace("demarche.jar", JAR.toString());
    Path out = folder.resolve(id + ".out");
    Path err = folder.resolve(id + ".err");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(folder.toFile())
        .redirectOutput(out.toFile()).redirectError(err.toFile());
    shell.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    shell.environment().put("LC_ALL", "C.UTF-8");
    if (command.startsWith("python3")) {
      String python = Stream.of("python3", "/usr/bin/python3").filter(p -> works(p, "-c", "import confluent_kafka")).findFirst()
          .orElse(null);
      assumeTrue(python != null, "no Python has confluent_kafka; with Debian's python3-confluent-kafka this snippet is tried");
      command("python3", python);
    }
    Process process = shell.start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (Files.readAllLines(out).size() < lines && process.isAlive() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      Thread.sleep(200);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    List<String> printed = Files.readAllLines(out);
    assertThat(printed).as(Files.readString(err)).hasSize(lines);
    return printed;
  }

  private static boolean works(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void command(String name, String with) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\nexec " + with + " \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static <T> List<T> read(Topic<String, T> topic, Class<T> type) {
    List<T> values = new ArrayList<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(DEMO.settings()), topic.name(Topics.DEFAULT_PREFIX))) {
      reader.readToEnd(record -> values.add(Json.read(record.value(), type)));
    }
    return values;
  }

  /** What an instance leaves behind that died in the middle: readers that do not ask for committed records would show it. */
  private static void giveUpATransaction() {
    Map<String, Object> properties = new HashMap<>(KafkaProperties.producer(DEMO.settings()));
    properties.put("transactional.id", "given-up");
    Map<String, String> examples = snippets.stream().filter(s -> s.language().equals("json"))
        .collect(Collectors.toMap(s -> s.attributes().get("schema"), s -> s.text().replaceAll("\\s+", " ")
            .replace("Moscow has effectively rejected the offer", GIVEN_UP)));
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      String stance = examples.get("stance").replace("\": ", "\":");
      producer.send(new ProducerRecord<>("news.stances", "russia", stance.getBytes(StandardCharsets.UTF_8)));
      producer.send(new ProducerRecord<>("news.alerts", "russia-rejects", examples.get("alert").getBytes(StandardCharsets.UTF_8)));
      producer.flush();
      producer.abortTransaction();
    }
  }
}
