package dev.demarche.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Span;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.Tagging;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Many viewers of the live stream of one instance, which runs in a JVM of its own, while statements are written to the embedded broker. Some viewers drop and come
 * back by the id of their last event, and a few never read at all. Each viewer must have each statement once.
 */
public final class LiveBench {
  /** What the ids of made statements start with; their number follows. */
  static final String PREFIX = "live:1:s";
  private static final int PARTITIONS = 12;
  private static final int PATIENCE_SECONDS = 15;
  private static final int SPARE_FILES = 300;

  private final int viewers;
  private final int rate;
  private final int seconds;
  private final int drops;
  private final int deaf;
  private final Consumer<String> progress;

  /**
   * A run.
   *
   * @param viewers  how many read
   * @param rate     statements a second
   * @param seconds  how long they are written
   * @param drops    how many viewers drop each second
   * @param deaf     how many more never read
   * @param progress is told what goes on
   */
  public LiveBench(int viewers, int rate, int seconds, int drops, int deaf, Consumer<String> progress) {
    this.viewers = viewers;
    this.rate = rate;
    this.seconds = seconds;
    this.drops = drops;
    this.deaf = deaf;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param viewers    who read
   * @param statements that were written
   * @param events     that viewers had, over all
   * @param bytes      that they read
   * @param missed     statements that a viewer did not have, over all
   * @param doubled    statements that a viewer had again, over all
   * @param gaps       how often a viewer was told that it had missed something
   * @param resumed    how often a viewer came back
   * @param p50Millis  median of the time from writing a statement to its having been read by a viewer who was there when it was written
   * @param p99Millis  of the same, the 99th in 100
   * @param cpuSeconds of the instance while statements were written
   * @param seconds    that took
   * @param heap       bytes that live in the instance at the end, with all viewers there
   * @param threads    of the instance at the end
   */
  public record Result(int viewers, int statements, long events, long bytes, long missed, long doubled, long gaps, long resumed, double p50Millis,
                       double p99Millis, double cpuSeconds, double seconds, long heap, int threads) {

    /** Whether each viewer had each statement once. */
    public boolean good() {
      return missed == 0 && doubled == 0 && gaps == 0;
    }
  }

  /**
   * Runs it.
   *
   * @throws IOException if there are not enough file descriptors, or the instance did not start
   */
  public Result run() throws IOException, InterruptedException {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix && unix.getMaxFileDescriptorCount() < viewers + deaf + SPARE_FILES) {
      throw new IOException("only " + unix.getMaxFileDescriptorCount() + " files may be open; raise that: ulimit -n " + (viewers + deaf + SPARE_FILES));
    }
    Path folder = Files.createTempDirectory("demarche-live");
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap()));
      Demo.applyTopics(settings, PARTITIONS);
      try (ChildJvm instance = ChildJvm.start("the instance", List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"),
          LiveInstance.class.getName(), kafka.bootstrap(), String.valueOf(2 * (viewers + deaf))), Map.of(), folder.resolve("instance.log"))) {
        String log = instance.awaitPrinted(" .").log();
        int port = Integer.parseInt(log.replaceAll("(?s).*listening: ([0-9]+) \\..*", "$1"));
        return measure(settings, port);
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private Result measure(Settings settings, int port) throws IOException, InterruptedException {
    int statements = rate * seconds;
    AtomicLongArray sent = new AtomicLongArray(statements);
    List<Socket> silent = new ArrayList<>();
    try (LiveViewers all = new LiveViewers(port, sent)) {
      all.connect(viewers);
      for (int i = 0; i < deaf; i++) {
        silent.add(deaf(port));
      }
      progress.accept(viewers + " viewers and " + deaf + " who do not read; writing " + rate + " statements a second for " + seconds + " s");
      LiveInstance.Figures before = figures(port);
      long start = System.nanoTime();
      Thread writer = new Thread(() -> write(settings, sent), "writer");
      writer.start();
      long dropAt = start + TimeUnit.SECONDS.toNanos(1);
      while (writer.isAlive()) {
        all.look(5);
        if (System.nanoTime() > dropAt) {
          all.drop(drops);
          dropAt += TimeUnit.SECONDS.toNanos(1);
        }
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (all.missed(statements) > 0 && System.nanoTime() < end) {
        all.look(5);
      }
      double took = (System.nanoTime() - start) / 1e9;
      LiveInstance.Figures after = figures(port);
      return new Result(viewers, statements, all.events(), all.bytes(), all.missed(statements), all.doubled(), all.gaps(), all.resumed(), all.millis(0.5),
          all.millis(0.99), after.cpuSeconds() - before.cpuSeconds(), took, after.heap(), after.threads());
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static Socket deaf(int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    socket.getOutputStream().write("GET /api/v1/stream HTTP/1.0\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static LiveInstance.Figures figures(int port) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/figures")).build();
    return Json.read(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body(), LiveInstance.Figures.class);
  }

  private void write(Settings settings, AtomicLongArray sent) {
    MadeTaggings made = new MadeTaggings(new MadeWorld(), 3);
    List<Tagging> taggings = Stream.iterate(0, i -> i + 1).map(made::tagging).filter(one -> !one.article().statements().isEmpty()).limit(50).toList();
    String topic = Topics.STATEMENTS.name(settings.text(Setting.TOPIC_PREFIX));
    try (KafkaProducer<String, byte[]> producer =
             new KafkaProducer<>(KafkaProperties.producer(settings), new StringSerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (int i = 0; i < sent.length(); i++) {
        Tagging tagging = taggings.get(i % taggings.size());
        List<Statement> of = tagging.article().statements();
        byte[] value = Json.write(record(tagging, of.get(i / taggings.size() % of.size()), i));
        LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
        sent.set(i, System.nanoTime());
        producer.send(new ProducerRecord<>(topic, "speaker-" + i % 97, value));
      }
    }
  }

  private static StatementRecord record(Tagging tagging, Statement s, int number) {
    Span content = s.content().get(0);
    Span sentence = tagging.sentences().stream().filter(one -> one.contains(content)).findFirst().orElse(content);
    Instant now = Instant.now();
    return new StatementRecord(new Statement(PREFIX + number, s.speaker(), s.speakerActor(), s.speakerKind(), null, null, s.content(), s.kind(), false, s.issues(),
        s.confidence()), sentence, new ArticleRef("made-" + number, 1, "https://example.org/" + number, tagging.article().publisher(),
        tagging.article().title(), "en", now, now, null));
  }
}
