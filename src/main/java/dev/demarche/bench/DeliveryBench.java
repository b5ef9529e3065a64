package dev.demarche.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Span;
import dev.demarche.domain.WatchRef;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kills {@code demarche deliver} (SIGKILL) again and again while alerts come in, at random moments, among them while it starts, and compares what
 * receivers were told with what was due: a webhook that works, one that fails every fifth time in one of four ways, a file and a feed.
 */
public final class DeliveryBench {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final List<String> RECEIVERS = List.of("good", "flaky", "lines", "feed");
  private static final int FEED = 50;
  private static final int WATCHES = 20;

  private final int alerts;
  private final int kills;
  private final long seed;
  private final int perSecond;
  private final Consumer<String> progress;
  private final MadeArticles made = new MadeArticles(11, 5);
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> good = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> flaky = new ConcurrentHashMap<>();
  private final Map<String, Long> publishedAt = new ConcurrentHashMap<>();
  private final Map<String, Long> toldAt = new ConcurrentHashMap<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();

  /**
   * A run.
   *
   * @param alerts    how many come in
   * @param kills     how often the instance is killed
   * @param seed      of the random moments
   * @param perSecond alerts a second
   * @param progress  is told what goes on
   */
  public DeliveryBench(int alerts, int kills, long seed, int perSecond, Consumer<String> progress) {
    this.alerts = alerts;
    this.kills = kills;
    this.seed = seed;
    this.perSecond = perSecond;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param alerts    that came in
   * @param kills     how often the instance was killed
   * @param lost      alerts that a receiver was not told, over all receivers
   * @param repeated  alerts that a webhook was told again though it had taken them, over both; each under the same id
   * @param changed   repeated ones whose body was another
   * @param lineTwice lines of the file whose alert has another
   * @param open      deliveries that are not recorded as delivered
   * @param p50Millis median of the time from an alert's publication to the webhook that works; kills count in
   * @param p99Millis of the same, the 99th in 100
   * @param seconds   the whole took
   */
  public record Result(int alerts, int kills, int lost, int repeated, int changed, int lineTwice, int open, double p50Millis, double p99Millis,
                       double seconds) {

    /** Whether nothing was lost, and nothing came again but under its id and as it was. */
    public boolean good() {
      return lost == 0 && changed == 0 && open == 0;
    }
  }

  /** Runs it; takes a minute or more. */
  public Result run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("demarche-deliveries");
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/good", exchange -> {
      toldAt.putIfAbsent(exchange.getRequestHeaders().getFirst("webhook-id"), System.nanoTime());
      answer(exchange, 204, good);
    });
    server.createContext("/flaky", this::flaky);
    server.start();
    ChildJvm instance = null;
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap()));
      Demo.applyTopics(settings, 4);
      Path receivers = receivers(folder, server.getAddress().getPort());
      Thread publisher = new Thread(() -> publish(settings), "publisher");
      if (kills == 0) {
        instance = startInstance(settings, receivers, folder).awaitPrinted("delivering:");
      }
      publisher.start();
      Random random = new Random(seed);
      for (int kill = 1; kill <= kills; kill++) {
        instance = startInstance(settings, receivers, folder);
        if (kill % 3 != 0) {
          instance.awaitPrinted("delivering:");
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
        instance.kill();
        progress.accept("killed " + kill + " of " + kills + ", told so far: " + good.size() + " and " + flaky.size());
      }
      publisher.join();
      if (kills > 0) {
        instance = startInstance(settings, receivers, folder);
      }
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (open(settings) > 0 && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
      return result(settings, folder, (System.nanoTime() - start) / 1e9);
    } finally {
      if (instance != null) {
        instance.kill();
      }
      server.stop(0);
      threads.shutdownNow();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Path receivers(Path folder, int port) throws IOException {
    String hooks = "http://127.0.0.1:" + port;
    return Files.writeString(folder.resolve("receivers.yaml"), """
        allow: [127.0.0.0/8]
        receivers:
          - {name: good, type: webhook, url: '%s/good', secret_env: KEY}
          - {name: flaky, type: webhook, url: '%s/flaky', secret_env: KEY, timeout: 1s, at_once: 16,
             retry: [1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s, 1s]}
          - {name: lines, type: file, path: alerts.jsonl}
          - {name: feed, type: atom, path: alerts.atom, entries: %d}
        route: {receivers: [good, flaky, lines, feed]}
        """.formatted(hooks, hooks, FEED));
  }

  /** Every fifth one fails: by a fault, by asking for time, by going away, by not answering in time. */
  private void flaky(HttpExchange exchange) throws IOException {
    int post = posts.incrementAndGet();
    if (post % 5 != 0) {
      answer(exchange, 200, flaky);
      return;
    }
    switch (post / 5 % 8) {
      case 0 -> exchange.close();
      case 1 -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        answer(exchange, 429, null);
      }
      case 2 -> {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500));
        answer(exchange, 200, null); // Too late: who asked has gone.
      }
      default -> answer(exchange, 500, null);
    }
  }

  private void answer(HttpExchange exchange, int status, Map<String, AtomicInteger> taken) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    byte[] before = bodies.putIfAbsent(id, body);
    if (before != null && !Arrays.equals(before, body)) {
      changed.incrementAndGet();
    }
    if (taken != null) {
      taken.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private String id(int i) {
    return "alert-" + made.id(i);
  }

  private void publish(Settings settings) {
    try (KafkaProducer<String, byte[]> producer =
             new KafkaProducer<>(KafkaProperties.producer(settings), new StringSerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (int i = 0; i < alerts; i++) {
        LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
        Article article = made.article(i);
        String sentence = article.text().substring(0, article.text().indexOf('\n'));
        Instant now = Instant.now();
        Finding finding = new Finding(Finding.Kind.STANCE, article.id() + ":1:a0", "Russia", "russia", Act.REJECT, null, null, Set.of("russia"), List.of(),
            List.of(Span.of(sentence, 0, sentence.length())), Span.of(sentence, 0, sentence.length()), 1);
        Alert alert = new Alert(id(i), Alert.State.FIRING, "e", "u", new WatchRef("watch-" + i % WATCHES, 1, "Russia rejects something", Severity.WARNING),
            "Russia (holder) REJECT", finding, article.accepted(1, now).ref(), now, "receivedAt", "made", now);
        publishedAt.put(alert.id(), System.nanoTime());
        producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS.name(settings.text(Setting.TOPIC_PREFIX)), alert.watch().id(), Json.write(Notification.of(alert))));
      }
    }
  }

  private static ChildJvm startInstance(Settings settings, Path receivers, Path folder) throws IOException {
    // With a name of its own an instance that is back takes up its partitions at once, so that each kill hits it at work.
    return ChildJvm.start("the instance", List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        "dev.demarche.cli.Main", "deliver", "--receivers", receivers.toString(), "--bootstrap", settings.text(Setting.BOOTSTRAP), "--set", "http.listen=off",
        "--set", "deliver.from=earliest", "--set", "deliver.window=100", "--set", "kafka.consumer.group.instance.id=one"),
        Map.of("KEY", KEY), folder.resolve("instance.log"));
  }

  private int open(Settings settings) {
    Set<String> delivered = new HashSet<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), Topics.DELIVERIES.name(settings.text(Setting.TOPIC_PREFIX)))) {
      reader.newestByKey().forEach(record -> {
        if (Json.read(record.value(), Delivery.class).status() == Delivery.Status.DELIVERED) {
          delivered.add(record.key());
        }
      });
    }
    return alerts * RECEIVERS.size() - delivered.size();
  }

  private Result result(Settings settings, Path folder, double seconds) throws IOException {
    Set<String> due = IntStream.range(0, alerts).mapToObj(this::id).collect(Collectors.toCollection(TreeSet::new));
    List<String> lines = Files.readAllLines(folder.resolve("alerts.jsonl")).stream()
        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class).id()).toList();
    int lost = 0;
    for (Set<String> told : List.of(good.keySet(), flaky.keySet(), new HashSet<>(lines))) {
      lost += (int) due.stream().filter(id -> !told.contains(id)).count();
    }
    int entries = Files.readString(folder.resolve("alerts.atom")).split("<entry>").length - 1;
    lost += Math.min(FEED, alerts) - entries;
    int repeated = Stream.of(good, flaky).flatMap(told -> told.values().stream()).mapToInt(times -> times.get() - 1).sum();
    return new Result(alerts, kills, lost, repeated, changed.get(), lines.size() - new HashSet<>(lines).size(), open(settings), millis(50), millis(99),
        seconds);
  }

  private double millis(int percent) {
    long[] nanos = toldAt.entrySet().stream().mapToLong(told -> told.getValue() - publishedAt.get(told.getKey())).sorted().toArray();
    return nanos.length == 0 ? 0 : nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
  }
}
