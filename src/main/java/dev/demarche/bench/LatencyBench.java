package dev.demarche.bench;

import com.sun.net.httpserver.HttpServer;
import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How long it takes from an article's publication to the webhook that is told of it, and where the time goes: one {@code demarche run} in a JVM of
 * its own, with exactly-once, the real tagger and delivery, at half of the highest rate that it sustains. Each article raises one alert or more.
 */
public final class LatencyBench {
  private static final int PARTITIONS = 4;
  private static final int AHEAD_A_THREAD = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Watch WATCH = Watch.of("bench", Finding.Kind.STANCE).name("Russia rejects something").severity(Severity.INFO)
      .actors("russia").acts(Act.REJECT).grouping(new Grouping(List.of(), Duration.ZERO, Duration.ZERO, null)).build();

  private final LatencyArticles articles;
  private final Plan plan;
  private final Consumer<String> progress;
  private int published;

  /**
   * How it is measured.
   *
   * @param rampSeconds how long the instance is kept busy to find the highest rate, after half as long to warm up
   * @param seconds     how long half of that rate is kept up
   * @param rate        articles a second that are published instead, or 0
   * @param threads     of the instance
   * @param settings    further ones of the instance, by name
   */
  public record Plan(int rampSeconds, int seconds, double rate, int threads, Map<String, String> settings) {}

  /**
   * A run.
   *
   * @param texts    of which articles are made; without any their words mean nothing
   * @param progress is told what goes on
   */
  public LatencyBench(List<String> texts, Plan plan, Consumer<String> progress) {
    this.articles = new LatencyArticles(texts, 1);
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * A way that articles go; milliseconds.
   *
   * @param name where it ends
   */
  public record Hop(String name, double p50Millis, double p99Millis, double maxMillis) {}

  /**
   * What was measured.
   *
   * @param highestRate articles a second that the instance tagged while more of them waited
   * @param rate        articles a second published while latency was measured
   * @param articles    published at that rate
   * @param lost        of them, those that the webhook was not told of
   * @param doubled     records of tagged articles and of alerts that stand there twice, of the whole run
   * @param toldAgain   messages to the webhook whose like had come before, of the whole run
   * @param hops        one behind the other, each from where the last one ended
   * @param whole       from publishing to the webhook
   */
  public record Result(double highestRate, double rate, int articles, int lost, int doubled, int toldAgain, List<Hop> hops, Hop whole) {

    /** Whether nothing was lost and nothing came twice. */
    public boolean good() {
      return articles > 0 && lost == 0 && doubled == 0 && toldAgain == 0;
    }
  }

  /** Runs it; takes minutes. */
  public Result run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("demarche-latency");
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap()));
      Demo.applyTopics(settings, PARTITIONS);
      putWatch(settings);
      Engine.fillCatalogues(settings);
      try (LatencyTrace trace = new LatencyTrace(settings); ChildJvm instance = startInstance(settings, server.getAddress().getPort(), folder);
          Publisher publisher = new Publisher(producer(settings), new ArticleCodec(), Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX)))) {
        server.createContext("/", exchange -> {
          trace.told(exchange.getRequestHeaders().getFirst("webhook-id"), exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
        server.start();
        instance.awaitPrinted("running:");
        return measure(trace, publisher);
      }
    } finally {
      server.stop(0);
      threads.shutdownNow();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Articles go out at once, one by one: what a publisher waits for is its own. */
  private static Map<String, Object> producer(Settings settings) {
    Map<String, Object> properties = KafkaProperties.producer(settings);
    properties.put("linger.ms", "0");
    return properties;
  }

  private static void putWatch(Settings settings) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.WATCHES, Topics.WATCHES.name(settings.text(Setting.TOPIC_PREFIX)), WATCH.id(), WATCH);
    }
  }

  private ChildJvm startInstance(Settings settings, int port, Path folder) throws IOException {
    Path receivers = Files.writeString(folder.resolve("receivers.yaml"), """
        allow: [127.0.0.0/8]
        receivers:
          - {name: hook, type: webhook, url: 'http://127.0.0.1:%d/', secret_env: KEY}
        route: {receivers: [hook]}
        """.formatted(port));
    Map<String, String> set = new LinkedHashMap<>(Map.of("bootstrap", settings.text(Setting.BOOTSTRAP), "state.dir",
        folder.resolve("state").toString(), "threads", "" + plan.threads(), "http.listen", "off", "receivers", receivers.toString(), "deliver.from",
        "earliest"));
    set.putAll(plan.settings());
    List<String> arguments = new ArrayList<>();
    set.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
    return ChildJvm.start("the instance", InstanceTagger.TRAINED.instance(arguments), Map.of("KEY", KEY), folder.resolve("instance.log"));
  }

  private Result measure(LatencyTrace trace, Publisher publisher) throws InterruptedException {
    progress.accept("keeping the instance busy for " + (plan.rampSeconds() + (plan.rampSeconds() + 1) / 2) + " s");
    do {
      busy(trace, publisher, plan.rampSeconds() / 2.0);
    } while (trace.tagged() < AHEAD_A_THREAD * plan.threads());
    int before = trace.tagged();
    long start = System.nanoTime();
    busy(trace, publisher, plan.rampSeconds());
    double highest = (trace.tagged() - before) / ((System.nanoTime() - start) / 1e9);
    await(trace);
    double rate = plan.rate() > 0 ? plan.rate() : highest / 2;
    int first = published;
    int n = (int) Math.max(1, rate * plan.seconds());
    progress.accept(String.format(Locale.ROOT, "it tags %.1f articles a second; publishing %.1f a second for %d s", highest, rate, plan.seconds()));
    long begin = System.nanoTime();
    for (int i = 0; i < n; i++) {
      long due = begin + (long) (i / rate * 1e9);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      // Time runs from when the article was due, so that a publisher that is held up hides nothing (coordinated omission).
      publish(trace, publisher, due);
    }
    await(trace);
    Thread.sleep(1_000); // What comes twice comes soon after.
    return trace.result(highest, rate, first, n);
  }

  private void publish(LatencyTrace trace, Publisher publisher, long due) {
    trace.published(articles.id(published), due);
    publisher.publish(articles.article(published++));
  }

  /** Publishes so that articles always wait, but few: they are tagged before the next part begins. */
  private void busy(LatencyTrace trace, Publisher publisher, double seconds) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      while (published - trace.tagged() < AHEAD_A_THREAD * plan.threads()) {
        publish(trace, publisher, System.nanoTime());
      }
      Thread.sleep(20);
    }
  }

  private void await(LatencyTrace trace) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (trace.arrived() < published && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }
}
