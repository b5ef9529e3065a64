package dev.demarche.bench;

import dev.demarche.app.Demo;
import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.pipeline.Counters;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The stream without tagging, on the embedded broker with exactly-once: how many articles a second, how long from publishing to the
 * alert at half that rate, and whether every article is accounted for, the bad ones among them.
 */
public final class StreamBench {
  private static final int STANCE_EVERY = 10;
  private static final int WORDS = 600;
  private static final Duration PATIENCE = Duration.ofMinutes(9);
  private static final Watch WATCH = Watch.of("bench", Finding.Kind.STANCE).name("Russia rejects something").severity(Severity.INFO)
      .actors("russia").acts(Act.REJECT).build();

  private final int articles;
  private final int latencySeconds;
  private final int threads;
  private final Consumer<String> progress;

  /**
   * A run.
   *
   * @param articles       how many are sent as fast as they are taken
   * @param latencySeconds how long half of the rate so found is kept up
   * @param threads        stream threads
   * @param progress       is told what goes on
   */
  public StreamBench(int articles, int latencySeconds, int threads, Consumer<String> progress) {
    this.articles = articles;
    this.latencySeconds = latencySeconds;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * What was measured.
   *
   * @param articles          sent at full speed
   * @param bytes             of these articles, as published
   * @param seconds           from the first one sent to the last one disposed of
   * @param articlesPerSecond disposed of
   * @param halfRate          articles a second sent while latency was measured
   * @param latencySamples    alerts timed
   * @param p50Millis         from publishing to the alert in a reader of what is committed
   * @param p99Millis         the same
   * @param good              articles among the 1,000 that should be tagged
   * @param bad               records among them that should become dead letters
   * @param deadLetters       dead letters by reason
   * @param accounted         whether all of it was accounted for, in the counters and on the topics
   * @param faults            what was not
   */
  public record Result(int articles, long bytes, double seconds, double articlesPerSecond, double halfRate, long latencySamples,
                       double p50Millis, double p99Millis, int good, int bad, Map<String, Integer> deadLetters, boolean accounted,
                       List<String> faults) {}

  /** Runs it; takes minutes. */
  public Result run() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    try (Demo demo = new Demo()) {
      demo.start(new Demo.Plan(0, 4, false, (a, i) -> new FirstSentence(STANCE_EVERY), Map.of(Setting.THREADS.key(), "" + threads)));
      putWatch(demo.settings());
      warmUp(demo);

      long[] bytes = new long[1];
      long start = System.nanoTime();
      MadeArticles made = new MadeArticles(1, WORDS);
      ArticleCodec codec = new ArticleCodec();
      long before = demo.app().counters().accountedFor();
      for (int i = 0; i < articles; i++) {
        Article article = made.article(i);
        byte[] value = codec.write(article);
        bytes[0] += value.length;
        demo.publisher().publish(article.id(), value);
      }
      demo.publisher().flush();
      progress.accept("published " + articles + " articles, " + bytes[0] / 1_000_000 + " MB, in " + seconds(start) + " s");
      require(demo.awaitDone(before + articles, PATIENCE), "not all articles were disposed of within " + PATIENCE.toMinutes() + " min", faults);
      double took = (System.nanoTime() - start) / 1e9;
      double rate = articles / took;
      progress.accept("disposed of all of them in " + seconds(start) + " s: " + Math.round(rate) + " articles a second");

      StringBuilder stages = new StringBuilder("time in the stages' own code, a thread:");
      demo.app().counters().nanosByStage().forEach((stage, nanos) -> stages.append(String.format(Locale.ROOT, "  %s %.1f s", stage,
          nanos / 1e9 / threads)));
      progress.accept(stages.toString());

      Histogram latency = latency(demo, rate / 2);
      Map<String, Integer> letters = bad(demo, faults);
      check(demo, faults);
      return new Result(articles, bytes[0], took, rate, rate / 2, latency.getTotalCount(), latency.getValueAtPercentile(50) / 1e3,
          latency.getValueAtPercentile(99) / 1e3, 890, 110, letters, faults.isEmpty(), faults);
    }
  }

  private static void putWatch(Settings settings) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(settings))) {
      writer.write(Topics.WATCHES, Topics.WATCHES.name(settings.text(Setting.TOPIC_PREFIX)), WATCH.id(), WATCH);
    }
  }

  private void warmUp(Demo demo) throws InterruptedException {
    MadeArticles made = new MadeArticles(2, WORDS);
    int n = Math.min(articles, 5_000);
    for (int i = 0; i < n; i++) {
      demo.publisher().publish(made.article(i));
    }
    demo.publisher().flush();
    demo.awaitDone(n, PATIENCE);
  }

  private Histogram latency(Demo demo, double rate) throws InterruptedException {
    progress.accept("publishing " + Math.round(rate) + " articles a second for " + latencySeconds + " s, timing every "
        + STANCE_EVERY + "th to its alert");
    Map<String, Long> sent = new ConcurrentHashMap<>();
    Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3);
    CountDownLatch stop = new CountDownLatch(1);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Thread reader = new Thread(() -> demo.followAlerts((Alert alert) -> {
      Long at = sent.get(alert.article().id());
      if (at != null && seen.add(alert.id())) {
        micros.recordValue(Math.min((System.nanoTime() - at) / 1_000, micros.getHighestTrackableValue()));
      }
    }, () -> stop.getCount() == 0), "latency");
    reader.start();
    MadeArticles made = new MadeArticles(3, WORDS);
    int n = (int) (rate * latencySeconds);
    long before = demo.app().counters().accountedFor();
    long start = System.nanoTime();
    for (int i = 0; i < n; i++) {
      long due = start + (long) (i / rate * 1e9);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Article article = made.article(i);
      if (i % STANCE_EVERY == 0) {
        // Time runs from when the article was due, so that a publisher that is held up hides nothing (coordinated omission).
        sent.put(article.id(), due);
      }
      demo.publisher().publish(article);
    }
    demo.publisher().flush();
    demo.awaitDone(before + n, PATIENCE);
    for (int i = 0; i < 500 && seen.size() < sent.size(); i++) {
      Thread.sleep(20);
    }
    stop.countDown();
    reader.join();
    progress.accept("timed " + seen.size() + " of " + sent.size() + " alerts");
    return micros;
  }

  private Map<String, Integer> bad(Demo demo, List<String> faults) throws InterruptedException {
    int limit = demo.settings().number(Setting.TEXT_LIMIT);
    MadeArticles made = new MadeArticles(4, WORDS);
    long before = demo.app().counters().accountedFor();
    Map<String, Integer> wanted = new TreeMap<>();
    int good = 0;
    for (int round = 0; round < 10; round++) {
      for (MadeArticles.Bad bad : MadeArticles.bad(round, limit)) {
        demo.publisher().publish(bad.key(), bad.value());
        wanted.merge(bad.reason(), 1, Integer::sum);
      }
      for (int i = 0; i < 89; i++) {
        demo.publisher().publish(made.article(good++));
      }
    }
    demo.publisher().flush();
    require(demo.awaitDone(before + 1_000, PATIENCE), "not all of the 1,000 records were disposed of", faults);
    Map<String, Integer> found = new TreeMap<>();
    read(demo.settings(), Topics.DEAD_LETTERS, value -> found.merge(Json.read(value, DeadLetter.class).reason().name(), 1, Integer::sum));
    require(found.equals(wanted), "dead letters " + found + " where " + wanted + " were due", faults);
    progress.accept("1,000 records, 110 of them bad: dead letters " + found);
    return found;
  }

  private void check(Demo demo, List<String> faults) {
    Counters c = demo.app().counters();
    require(c.count(Counters.Name.ARTICLES) == c.accountedFor(), "the counters' equation does not hold", faults);
    Set<String> ids = new HashSet<>();
    int[] records = new int[1];
    read(demo.settings(), Topics.TAGGED, value -> records[0]++, ids);
    long good = c.count(Counters.Name.TAGGED);
    require(records[0] == good && ids.size() == good, good + " articles were tagged, " + records[0] + " records with " + ids.size()
        + " ids stand on the topic", faults);
    Set<String> alerts = new HashSet<>();
    int[] alertRecords = new int[1];
    read(demo.settings(), Topics.ALERTS, value -> {
      alertRecords[0]++;
      alerts.add(Json.read(value, Alert.class).id());
    });
    require(alerts.size() == alertRecords[0] && alerts.size() == c.count(Counters.Name.ALERTS), alertRecords[0] + " alerts with "
        + alerts.size() + " ids, counted " + c.count(Counters.Name.ALERTS), faults);
    progress.accept("on the topics: " + records[0] + " tagged articles, " + alertRecords[0] + " alerts, each once");
  }

  private static void read(Settings settings, Topic<?, ?> topic, Consumer<byte[]> each) {
    read(settings, topic, each, new HashSet<>());
  }

  private static void read(Settings settings, Topic<?, ?> topic, Consumer<byte[]> each, Set<String> keys) {
    try (TopicReader reader = new TopicReader(KafkaProperties.consumer(settings), topic.name(settings.text(Setting.TOPIC_PREFIX)))) {
      reader.readToEnd(record -> {
        keys.add(record.key());
        each.accept(record.value());
      });
    }
  }

  private static void require(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
  }
}
