package dev.demarche.bench;

import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.ingest.Publisher;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Three brokers, two instances of the stream, all JVMs of their own; while articles are published, a broker and an instance are killed
 * in turn. What then stands on the topics is compared, record by record, with what the tagger finds in the same articles here.
 */
public final class ChaosBench {
  private static final int WORDS = 60;
  private static final int REJECTION_EVERY = 10;
  private static final int WARM_UP = 600;
  private static final String WARM = "warm-";
  private static final int RESTART_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Watch WATCH = Watch.of("chaos", Finding.Kind.STANCE).name("Russia rejects something").severity(Severity.INFO)
      .actors("russia").acts(Act.REJECT).build();

  private final int articles;
  private final int rate;
  private final Duration every;
  private final InstanceTagger tagger;
  private final Consumer<String> progress;
  private final Map<String, Long> published = new ConcurrentHashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final AtomicInteger warm = new AtomicInteger();
  private final List<Kill> kills = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * A run.
   *
   * @param articles how many
   * @param rate     articles a second
   * @param every    between one kill and the next
   * @param tagger   of both instances
   * @param progress is told what goes on
   */
  public ChaosBench(int articles, int rate, Duration every, InstanceTagger tagger, Consumer<String> progress) {
    this.articles = articles;
    this.rate = rate;
    this.every = every;
    this.tagger = tagger;
    this.progress = progress;
  }

  /**
   * One kill.
   *
   * @param what            was killed
   * @param atSeconds       after the first article
   * @param silentSeconds   the longest time in which nothing came on {@code tagged}, until the next kill
   * @param backSeconds     until all articles published in the second after the kill stood on {@code tagged}, from the kill on
   * @param inSyncSeconds   until all replicas were in sync again, from the kill on; null for an instance
   */
  public record Kill(String what, double atSeconds, Double silentSeconds, Double backSeconds, Double inSyncSeconds) {}

  /**
   * What was measured.
   *
   * @param articles published
   * @param seconds  from the first one published to the last one on {@code tagged}
   * @param kills    in order
   * @param records  on the topics, by topic
   * @param faults   what was lost, doubled or not expected; empty where nothing was
   */
  public record Result(int articles, double seconds, List<Kill> kills, Map<String, Integer> records, List<String> faults) {}

  /** Runs it; takes minutes. */
  public Result run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("demarche-chaos");
    try (ThreeBrokers brokers = new ThreeBrokers(folder)) {
      brokers.start();
      Settings settings = Settings.of(Map.of(Setting.BOOTSTRAP.key(), brokers.bootstrap()));
      Demo.applyTopics(settings, 12);
      Engine.fillCatalogues(settings);
      try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
        writer.write(Topics.WATCHES, name(settings, Topics.WATCHES), WATCH.id(), WATCH);
      }
      progress.accept("three brokers run; topics and packs are on them");
      return run(folder, brokers, settings);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private Result run(Path folder, ThreeBrokers brokers, Settings settings) throws IOException, InterruptedException {
    ChildJvm[] instances = new ChildJvm[2];
    AtomicBoolean stop = new AtomicBoolean();
    Thread reader = new Thread(() -> follow(settings, stop), "reader");
    try {
      for (int i = 0; i < instances.length; i++) {
        instances[i] = instance(folder, brokers, i);
      }
      for (ChildJvm instance : instances) {
        instance.awaitPrinted("running:");
      }
      progress.accept("two instances run");
      reader.start();
      warmUp(settings);
      Thread publisher = new Thread(() -> publish(settings), "publisher");
      long start = System.nanoTime();
      publisher.start();
      killInTurn(folder, brokers, settings, instances, start, publisher);
      publisher.join();
      progress.accept("published " + articles + " articles in " + seconds(start) + " s");
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (arrived.size() < articles && System.nanoTime() < end) {
        Thread.sleep(100);
      }
      double took = (System.nanoTime() - start) / 1e9;
      progress.accept(arrived.size() + " of them were tagged after " + seconds(start) + " s");
      Map<String, Integer> records = check(settings);
      return new Result(articles, took, withRecovery(start), records, faults);
    } finally {
      stop.set(true);
      reader.join();
      for (ChildJvm instance : instances) {
        if (instance != null) {
          instance.kill();
        }
      }
    }
  }

  /** Both instances have their share and have compiled what they run before anything is killed. */
  private void warmUp(Settings settings) throws InterruptedException {
    MadeArticles made = new MadeArticles(6, WORDS);
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), name(settings, Topics.ARTICLES))) {
      for (int i = 0; i < WARM_UP; i++) {
        // No rejection by Russia is among them: they are for the tagger, not for the watch.
        Article article = made.article(i);
        publisher.publish(new Article(WARM + article.id(), 1, null, null, null, article.text().replace("Russia rejected", "France welcomed"), "en",
            null, null, null));
      }
      publisher.flush();
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (warm.get() < WARM_UP && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    progress.accept("both are warm: " + warm.get() + " articles tagged");
  }

  private ChildJvm instance(Path folder, ThreeBrokers brokers, int i) throws IOException {
    Map<String, String> environment = Map.of(Setting.BOOTSTRAP.environment(), brokers.bootstrap(), Setting.THREADS.environment(), "2",
        Setting.HTTP_LISTEN.environment(), "off", "DEMARCHE_KAFKA_CONSUMER_GROUP_INSTANCE_ID", "demarche-" + i,
        "DEMARCHE_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "20000", Setting.STATE_DIR.environment(), folder.resolve("state-" + i).toString());
    return ChildJvm.start("instance " + (i + 1), tagger.instance(List.of()), environment, folder.resolve("instance-" + i + ".log"));
  }

  private void killInTurn(Path folder, ThreeBrokers brokers, Settings settings, ChildJvm[] instances, long start, Thread publisher)
      throws IOException, InterruptedException {
    List<Thread> watching = new ArrayList<>();
    List<String> topics = Stream.concat(Topics.ALL.stream(), Topics.INTERNAL.stream()).map(topic -> name(settings, topic)).toList();
    try (Admin admin = Admin.create(KafkaProperties.admin(settings))) {
      for (int n = 0; publisher.isAlive(); n++) {
        publisher.join(Math.max(1, (start + (n + 1) * every.toNanos() - System.nanoTime()) / 1_000_000));
        if (!publisher.isAlive()) {
          break;
        }
        int turn = n / 2;
        long at = System.nanoTime();
        if (n % 2 == 0) {
          int node = turn % 3;
          brokers.kill(node);
          int place = add(new Kill("broker " + (node + 1), (at - start) / 1e9, null, null, null));
          Thread thread = new Thread(() -> awaitInSync(brokers, admin, topics, place, at), "in-sync");
          thread.start();
          Thread.sleep(RESTART_MILLIS);
          brokers.restart(node);
          watching.add(thread);
        } else {
          int i = turn % instances.length;
          instances[i].kill();
          add(new Kill("instance " + (i + 1), (at - start) / 1e9, null, null, null));
          Thread.sleep(RESTART_MILLIS);
          instances[i] = instance(folder, brokers, i);
        }
      }
      for (Thread thread : watching) {
        thread.join(PATIENCE.toMillis());
        thread.interrupt();
      }
    }
  }

  private synchronized int add(Kill kill) {
    kills.add(kill);
    progress.accept(String.format(Locale.ROOT, "killed %s at %.0f s; %d published, %d tagged", kill.what(), kill.atSeconds(), published.size(),
        arrived.size()));
    return kills.size() - 1;
  }

  private void awaitInSync(ThreeBrokers brokers, Admin admin, List<String> topics, int place, long at) {
    try {
      brokers.awaitLossAndRecovery(admin, topics);
      double took = (System.nanoTime() - at) / 1e9;
      synchronized (this) {
        Kill kill = kills.get(place);
        kills.set(place, new Kill(kill.what(), kill.atSeconds(), null, null, took));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Settings settings) {
    long start = System.nanoTime();
    try (Publisher publisher = new Publisher(KafkaProperties.producer(settings), new ArticleCodec(), name(settings, Topics.ARTICLES))) {
      for (int i = 0; i < articles; i++) {
        long wait = start + (long) (i * 1e9 / rate) - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        Article article = article(i);
        published.put(article.id(), System.nanoTime());
        publisher.publish(article);
      }
      publisher.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      faults.add(e.getMessage());
    }
  }

  /** Every tenth article says that Russia rejected something that no other article names. */
  private static Article article(int i) {
    Article made = new MadeArticles(5, WORDS).article(i);
    return i % REJECTION_EVERY == 0 ? made : new Article(made.id(), 1, made.url(), made.publisher(), made.title(),
        made.text().replace("Russia rejected", "France welcomed"), made.language(), made.publishedAt(), null, null);
  }

  private void follow(Settings settings, AtomicBoolean stop) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name(settings, Topics.TAGGED))) {
      reader.follow(record -> {
        if (record.key().startsWith(WARM)) {
          warm.incrementAndGet();
        } else {
          arrived.putIfAbsent(record.key(), System.nanoTime());
        }
      }, stop::get);
    }
  }

  private List<Kill> withRecovery(long start) {
    List<Kill> complete = new ArrayList<>();
    for (Kill kill : kills) {
      long at = start + (long) (kill.atSeconds() * 1e9);
      long last = at;
      for (Map.Entry<String, Long> article : published.entrySet()) {
        if (article.getValue() >= at && article.getValue() < at + 1_000_000_000L) {
          last = Math.max(last, arrived.getOrDefault(article.getKey(), Long.MAX_VALUE));
        }
      }
      complete.add(new Kill(kill.what(), kill.atSeconds(), silence(at, at + every.toNanos()), last == Long.MAX_VALUE ? null : (last - at) / 1e9, kill.inSyncSeconds()));
    }
    return complete;
  }

  private double silence(long from, long to) {
    long longest = 0;
    long before = from;
    for (long at : arrived.values().stream().filter(time -> time > from).sorted().toList()) {
      longest = Math.max(longest, Math.min(at, to) - before);
      before = at;
      if (at > to) {
        break;
      }
    }
    return longest / 1e9;
  }

  private Map<String, Integer> check(Settings settings) throws InterruptedException {
    Tagger here = tagger.tagger(settings);
    Map<String, Set<String>> due = new TreeMap<>();
    for (Topic<?, ?> topic : List.of(Topics.ARTICLES, Topics.TAGGED, Topics.STATEMENTS, Topics.STANCES, Topics.ALERTS)) {
      due.put(topic.name(), new TreeSet<>());
    }
    for (int i = 0; i < articles; i++) {
      TaggedArticle tagged = here.tag(article(i)).article();
      due.get(Topics.ARTICLES.name()).add(tagged.id());
      due.get(Topics.TAGGED.name()).add(tagged.id());
      tagged.statements().stream().map(Statement::id).forEach(due.get(Topics.STATEMENTS.name())::add);
      tagged.stances().forEach(stance -> due.get(Topics.STANCES.name()).add(stance.id()));
      if (i % REJECTION_EVERY == 0) {
        due.get(Topics.ALERTS.name()).add(tagged.id());
      }
    }
    awaitAlerts(settings, due.get(Topics.ALERTS.name()).size());
    Map<String, Integer> records = new TreeMap<>();
    compare(settings, Topics.ARTICLES, due, records, (key, value) -> key);
    compare(settings, Topics.TAGGED, due, records, (key, value) -> key);
    compare(settings, Topics.STATEMENTS, due, records, (key, value) -> Json.read(value, StatementRecord.class).statement().id());
    compare(settings, Topics.STANCES, due, records, (key, value) -> Json.read(value, StanceRecord.class).stance().id());
    compare(settings, Topics.ALERTS, due, records, (key, value) -> {
      Alert alert = Json.read(value, Alert.class);
      return alert.watch().id().equals(WATCH.id()) ? alert.article().id() : null;
    });
    compare(settings, Topics.DEAD_LETTERS, Map.of(Topics.DEAD_LETTERS.name(), Set.of()), records, (key, value) -> String.valueOf(key));
    return records;
  }

  private static void awaitAlerts(Settings settings, int due) throws InterruptedException {
    for (int second = 0; second < PATIENCE.toSeconds(); second++) {
      int[] found = new int[1];
      try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name(settings, Topics.ALERTS))) {
        reader.readToEnd(record -> found[0] += WATCH.id().equals(record.key()) ? 1 : 0);
      }
      if (found[0] >= due) {
        return;
      }
      Thread.sleep(1_000);
    }
  }

  /** Reads a record's mark; null for a record that does not count. */
  private interface Mark {
    String of(String key, byte[] value);
  }

  private void compare(Settings settings, Topic<?, ?> topic, Map<String, Set<String>> due, Map<String, Integer> records, Mark mark) {
    Map<String, Integer> found = new HashMap<>();
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), name(settings, topic))) {
      reader.readToEnd(record -> {
        String id = mark.of(record.key(), record.value());
        if (id != null && !id.startsWith(WARM)) {
          found.merge(id, 1, Integer::sum);
        }
      });
    }
    Set<String> wanted = due.get(topic.name());
    fault(topic, "lost", wanted.stream(), id -> !found.containsKey(id));
    fault(topic, "doubled", found.keySet().stream(), id -> found.get(id) > 1);
    fault(topic, "not due", found.keySet().stream(), id -> !wanted.contains(id));
    records.put(topic.name(), found.values().stream().mapToInt(Integer::intValue).sum());
  }

  private void fault(Topic<?, ?> topic, String what, Stream<String> ids, Function<String, Boolean> is) {
    List<String> bad = ids.filter(is::apply).sorted().toList();
    if (!bad.isEmpty()) {
      faults.add(topic.name() + ": " + bad.size() + " " + what + ", such as " + bad.get(0));
    }
  }

  private static String name(Settings settings, Topic<?, ?> topic) {
    return topic.name(settings.text(Setting.TOPIC_PREFIX));
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
  }
}
