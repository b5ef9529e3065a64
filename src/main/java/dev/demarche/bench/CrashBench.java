package dev.demarche.bench;

import dev.demarche.alerting.Decision;
import dev.demarche.alerting.Trigger;
import dev.demarche.alerting.Utterances;
import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.broker.EmbeddedKafka;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.ingest.Publisher;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WatchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Kills an instance of the stream (SIGKILL) again and again while articles come in, each time at a random moment with transactions open, and
 * compares what stands on the topics for a reader of what is committed with what must stand there. Every tenth article comes
 * twice, under another id, and must tell nobody anything.
 */
public final class CrashBench {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int COPY_EVERY = 10;
  private static final int WORDS = 40;
  private static final int PER_SECOND = 100;

  private final int articles;
  private final int kills;
  private final long seed;
  private final InstanceTagger tagger;
  private final Consumer<String> progress;
  private final MadeArticles made = new MadeArticles(7, WORDS);

  /**
   * A run.
   *
   * @param articles how many come in, the copies among them
   * @param kills    how often the instance is killed
   * @param seed     of the random moments
   * @param tagger   of the instance
   * @param progress is told what goes on
   */
  public CrashBench(int articles, int kills, long seed, InstanceTagger tagger, Consumer<String> progress) {
    this.articles = articles;
    this.kills = kills;
    this.seed = seed;
    this.tagger = tagger;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param articles       published
   * @param tagged         records of the tagged topic
   * @param taggedTwice    of them, those whose article has another
   * @param expectedAlerts that must stand on the alerts topic
   * @param alerts         records that stand there
   * @param lost           ids that do not
   * @param doubled        ids that stand there more than once
   * @param unexpected     ids that should not stand there
   * @param kills          how often the instance was killed
   * @param seconds        the whole took
   */
  public record Result(int articles, int tagged, int taggedTwice, int expectedAlerts, int alerts, int lost, int doubled, int unexpected,
                       int kills, double seconds) {

    /** Whether nothing was lost and nothing doubled. */
    public boolean good() {
      return tagged == articles && taggedTwice == 0 && lost == 0 && doubled == 0 && unexpected == 0 && expectedAlerts > 0;
    }
  }

  /** Runs it; takes minutes. */
  public Result run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory("demarche-crash");
    ChildJvm instance = null;
    try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("kafka")).start()) {
      Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), kafka.bootstrap()));
      Demo.applyTopics(settings, 4);
      Engine.fillCatalogues(settings);
      Set<String> expected = expected(settings);
      progress.accept(articles + " articles, of which " + expected.size() + " alerts must come");
      Thread publisher = new Thread(() -> publish(settings), "publisher");
      publisher.start();
      Random random = new Random(seed);
      for (int kill = 1; kill <= kills; kill++) {
        instance = startInstance(settings, folder);
        if (kill % 2 == 0) {
          instance.awaitPrinted("running:");
        }
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(9_000));
        instance.kill();
        progress.accept("killed " + kill + " of " + kills + ", alerts so far: " + alerts(settings).size());
      }
      publisher.join();
      instance = startInstance(settings, folder);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!(tagged(settings).size() >= articles && new HashSet<>(alerts(settings)).containsAll(expected)) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
      TimeUnit.SECONDS.sleep(2);
      return result(settings, expected, (System.nanoTime() - start) / 1e9);
    } finally {
      if (instance != null) {
        instance.kill();
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private Article article(int i) {
    Article article = made.article(i % COPY_EVERY == COPY_EVERY - 1 ? i - 1 : i);
    return new Article(made.id(i), 1, article.url(), article.publisher(), article.title(), article.text(), article.language(),
        article.publishedAt(), null, null);
  }

  /** The ids of the alerts that an undisturbed stream raises. */
  private Set<String> expected(Settings settings) {
    Tagger here = tagger.tagger(settings);
    Trigger trigger = new Trigger(Houses.PLAIN);
    Map<String, Utterances> open = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    try (WatchIndex index = new WatchIndex()) {
      index.putAll(Engine.packs(settings).watches().plain().stream().map(watch -> new WatchIndex.Versioned(watch, 0)).toList());
      for (int i = 0; i < articles; i++) {
        for (Hit hit : index.match(here.tag(article(i).accepted(1, Instant.now())))) {
          Decision decision = trigger.decide(hit, open.get(Utterances.keyOf(hit)));
          open.put(Utterances.keyOf(hit), decision.next());
          if (decision instanceof Decision.Fire fire) {
            ids.add(fire.alert().id());
          }
        }
      }
    }
    return ids;
  }

  private void publish(Settings settings) {
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(),
        Topics.ARTICLES.name(settings.text(Setting.TOPIC_PREFIX)))) {
      long start = System.nanoTime();
      for (int i = 0; i < articles; i++) {
        LockSupport.parkNanos(start + i * 1_000_000_000L / PER_SECOND - System.nanoTime());
        publisher.publish(article(i));
      }
      publisher.flush();
    }
  }

  private ChildJvm startInstance(Settings settings, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    Map<String, String> set = Map.of("bootstrap", settings.text(Setting.BOOTSTRAP), "state.dir", folder.resolve("state").toString(),
        "threads", "2", "http.listen", "off", "kafka.consumer.session.timeout.ms", "6000", "kafka.consumer.heartbeat.interval.ms", "1000");
    set.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
    return ChildJvm.start("the instance", tagger.instance(arguments), Map.of(), folder.resolve("instance.log"));
  }

  private static List<String> alerts(Settings settings) {
    List<String> ids = new ArrayList<>();
    read(settings, Topics.ALERTS.name(settings.text(Setting.TOPIC_PREFIX)), (key, value) -> ids.add(Json.read(value, Alert.class).id()));
    return ids;
  }

  private static List<String> tagged(Settings settings) {
    List<String> ids = new ArrayList<>();
    read(settings, Topics.TAGGED.name(settings.text(Setting.TOPIC_PREFIX)), (key, value) -> ids.add(key));
    return ids;
  }

  private static void read(Settings settings, String topic, java.util.function.BiConsumer<String, byte[]> each) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic)) {
      reader.readToEnd(record -> each.accept(record.key(), record.value()));
    }
  }

  private Result result(Settings settings, Set<String> expected, double seconds) {
    List<String> alerts = alerts(settings);
    List<String> tagged = tagged(settings);
    Set<String> found = new HashSet<>(alerts);
    Set<String> lost = new HashSet<>(expected);
    lost.removeAll(found);
    Set<String> unexpected = new HashSet<>(found);
    unexpected.removeAll(expected);
    return new Result(articles, tagged.size(), tagged.size() - new HashSet<>(tagged).size(), expected.size(), alerts.size(), lost.size(),
        alerts.size() - found.size(), unexpected.size(), kills, seconds);
  }
}
