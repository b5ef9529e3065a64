package dev.demarche.app;

import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.catalogue.Packs;
import dev.demarche.console.ListenAddress;
import dev.demarche.delivery.DeliveryService;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Issue;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.ingest.Publisher;
import dev.demarche.pipeline.Counters;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicAdmin;
import dev.demarche.topics.TopicFiles;
import dev.demarche.topics.TopicPlan;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole stream with a Kafka of its own in this JVM, in a folder that is removed at the end: topics, packs and stream, ready for articles.
 * Tests and benchmarks use it as the demo does.
 */
public final class Demo implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AtomicLong published = new AtomicLong();
  private Path folder;
  private Settings settings;
  private StreamApp app;
  private Publisher publisher;
  private AlertDelivery delivery;

  /**
   * How a demo is made.
   *
   * @param port       of the broker, 0 for any free one
   * @param partitions of the topics, the catalogues apart
   * @param packs      whether to load the packs into the catalogues
   * @param maker      makes the tagger
   * @param settings   further settings by name
   */
  public record Plan(int port, int partitions, boolean packs, BiFunction<Collection<Actor>, Collection<Issue>, Tagger> maker,
                     Map<String, String> settings) {}

  /** Starts all parts and waits until articles are read; what was started is stopped where a part does not start. */
  public void start(Plan plan) throws IOException, InterruptedException {
    try {
      folder = Files.createTempDirectory("demarche-demo");
      EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka"), plan.port(), Map.of()).start();
      open.push(kafka);
      Map<String, String> flags = new LinkedHashMap<>(plan.settings());
      flags.put(Setting.BOOTSTRAP.key(), kafka.bootstrap());
      flags.put(Setting.STATE_DIR.key(), folder.resolve("state").toString());
      settings = Settings.of(flags);
      applyTopics(settings, plan.partitions());
      if (plan.packs()) {
        Engine.fillCatalogues(settings);
      }
      app = new StreamApp(settings, plan.maker(), Clock.systemUTC());
      open.push(app);
      app.start();
      if (!app.awaitRunning(PATIENCE)) {
        throw new IOException("the stream was not ready within " + PATIENCE.toSeconds() + " s", app.fault());
      }
      publisher = new Publisher(KafkaProperties.producer(settings), codec(), Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX)));
      open.push(publisher);
      if (settings.text(Setting.RECEIVERS) != null) {
        delivery = AlertDelivery.of(settings, System.out, Clock.systemUTC());
        open.push(delivery);
        delivery.start();
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Serves what an instance serves over HTTP, at the setting {@code http.listen}; where, or empty where it does not. */
  public Optional<ListenAddress> serve() {
    Served served = Served.of(settings, app, delivery);
    open.push(served);
    return served.start();
  }

  /** Makes the topics of the files on the cluster, with this number of partitions. */
  public static void applyTopics(Settings settings, int partitions) {
    try (Admin admin = Admin.create(KafkaProperties.admin(settings))) {
      TopicPlan.Overrides overrides = new TopicPlan.Overrides(OptionalInt.of(partitions), OptionalInt.empty());
      TopicAdmin topics = new TopicAdmin(admin, settings.text(Setting.TOPIC_PREFIX), overrides);
      topics.apply(topics.plan(TopicFiles.bundled()));
    }
  }

  /** Publishes the articles that come with Demarche; returns how many. */
  public int publishSeeds() {
    Packs packs = Packs.bundled();
    List<String> names = packs.names("articles");
    ArticleFiles files = new ArticleFiles(codec(), InputStream.nullInputStream());
    int count = 0;
    for (String name : names) {
      if (name.endsWith(".txt")) {
        String stem = name.substring(0, name.length() - ".txt".length());
        String about = stem + ".yaml";
        Loaded loaded = files.text(name, stem.substring(stem.lastIndexOf('/') + 1), packs.bytes(name), about,
            names.contains(about) ? packs.bytes(about) : null);
        if (!(loaded instanceof Loaded.Good good)) {
          throw new IllegalStateException(loaded.toString());
        }
        publisher.publish(good.article());
        count++;
      }
    }
    publisher.flush();
    published.addAndGet(count);
    return count;
  }

  private ArticleCodec codec() {
    return new ArticleCodec(settings.number(Setting.TEXT_LIMIT));
  }

  /** Waits until every published article and every hit is disposed of; whether that was within {@code patience}. */
  public boolean awaitDone(long articles, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (app.counters().accountedFor() >= articles && app.counters().atRest()) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  /** Waits until every alert was told to all receivers that are told of it, or given up; whether that was within {@code patience}. */
  public boolean awaitDelivered(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (delivery != null && !delivered()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  private boolean delivered() {
    DeliveryService service = delivery.service();
    long ended = service.receivers().stream().mapToLong(name -> Stream.of(Delivery.Status.values()).mapToLong(as -> service.ended(name, as)).sum()).sum();
    return service.receivers().stream().allMatch(name -> service.pending(name) == 0) && ended >= app.counters().count(Counters.Name.NOTIFICATIONS)
        && app.counters().count(Counters.Name.NOTIFIED) + app.counters().count(Counters.Name.SUPPRESSED) >= app.counters().count(Counters.Name.ALERTS);
  }

  /** Hands over each alert as it is committed, from the first on, until {@code stop} says true. */
  public void followAlerts(Consumer<Alert> each, BooleanSupplier stop) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), Topics.ALERTS.name(settings.text(Setting.TOPIC_PREFIX)))) {
      reader.follow(record -> each.accept(Json.read(record.value(), Alert.class)), stop);
    }
  }

  /** The settings in force, with the broker's address. */
  public Settings settings() {
    return settings;
  }

  /** The stream. */
  public StreamApp app() {
    return app;
  }

  /** Publishes to the stream. */
  public Publisher publisher() {
    return publisher;
  }

  /** Stops all parts in reverse order and removes the folder. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the demo did not stop: " + e.getMessage(), e);
      }
    }
    if (folder != null && Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("the temporary folder " + folder + " could not be removed", e);
      }
    }
  }
}
