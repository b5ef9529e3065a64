package dev.demarche.bench;

import dev.demarche.domain.Tagging;
import dev.demarche.watching.Findings;
import dev.demarche.watching.WatchIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.lucene.queryparser.classic.ParseException;

/**
 * Many made watches asked of made articles without Kafka: how long they take to load, the heap they need, how many findings a second are matched, how long one
 * takes while watches change and while they do not, beside plainer ways.
 */
public final class WatchingBench {
  private static final int ARTICLES = 400;
  private static final int BATCH = 10_000;
  private static final int CHANGES_PER_SECOND = 100;
  private static final long SEED = 1;

  private final List<Integer> sizes;
  private final int seconds;
  private final int plainAtMost;
  private final Consumer<String> progress;
  private final MadeWorld world = new MadeWorld();
  private final MadeWatches watches = new MadeWatches(world, SEED);
  private final List<Tagging> articles = new ArrayList<>();
  private final int[] findings = new int[ARTICLES];
  private final List<Tagging> single = new ArrayList<>();

  /**
   * A run.
   *
   * @param sizes       how many watches
   * @param seconds     how long each measurement goes on
   * @param plainAtMost up to how many watches the plainer ways are measured
   * @param progress    is told what goes on
   */
  public WatchingBench(List<Integer> sizes, int seconds, int plainAtMost, Consumer<String> progress) {
    this.sizes = sizes;
    this.seconds = seconds;
    this.plainAtMost = plainAtMost;
    this.progress = progress;
    MadeTaggings made = new MadeTaggings(world, SEED);
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(made.tagging(i));
      findings[i] = Findings.of(articles.get(i)).size();
      single.addAll(MadeTaggings.oneByOne(articles.get(i)));
    }
  }

  /**
   * What was measured.
   *
   * @param findingsPerArticle in the mean
   * @param rows               one for each number of watches
   */
  public record Result(double findingsPerArticle, List<Row> rows) {}

  /**
   * A number of watches.
   *
   * @param watches              how many stand
   * @param loadSeconds          to put them all
   * @param heapBytes            that they keep, after a garbage collection
   * @param oneThread            findings a second, in whole articles
   * @param twoThreads           the same
   * @param cpuMicros            of one thread for a finding, in whole articles; on a machine with other work this tells more than the rate
   * @param hitsPerFinding       in the mean
   * @param candidatesPerFinding watches looked at more closely, in the mean
   * @param p50Micros            of an article with one finding
   * @param p99Micros            the same
   * @param changingP50Micros    the same while {@value #CHANGES_PER_SECOND} watches a second change
   * @param changingP99Micros    the same
   * @param changingMaxMicros    the same
   * @param changesPerSecond     that were made meanwhile
   * @param wordsAlone           stances a second on one thread where as many watches ask for words alone; null where not measured
   * @param plainMonitor         the same with Lucene's monitor; null where not measured
   * @param everyWatch           the same where every watch of the first kind is asked; null where not measured
   */
  public record Row(int watches, double loadSeconds, long heapBytes, double oneThread, double twoThreads, double cpuMicros, double hitsPerFinding, double candidatesPerFinding,
                    double p50Micros, double p99Micros, double changingP50Micros, double changingP99Micros, double changingMaxMicros,
                    double changesPerSecond, Double wordsAlone, Double plainMonitor, Double everyWatch) {}

  /** Runs it; takes minutes. */
  public Result run() throws IOException, ParseException, InterruptedException, ExecutionException {
    List<Row> rows = new ArrayList<>();
    for (int size : sizes) {
      rows.add(row(size));
    }
    return new Result(Arrays.stream(findings).average().orElseThrow(), rows);
  }

  private Row row(int size) throws IOException, ParseException, InterruptedException, ExecutionException {
    boolean plain = size <= plainAtMost;
    long before = heap();
    try (WatchIndex index = new WatchIndex()) {
      index.groups(world.groups());
      double load = load(index, size);
      long heap = heap() - before;
      progress.accept(String.format("%,d watches loaded in %.1f s, %.0f MB", size, load, heap / 1e6));
      rate(index, 1);
      long asked = index.asked();
      Rate one = rate(index, 1);
      double candidates = (index.asked() - asked) / (double) one.findings;
      Rate two = rate(index, 2);
      Histogram still = latency(index);
      Changes changes = new Changes(index, size);
      ExecutorService other = Executors.newSingleThreadExecutor();
      Future<?> changing = other.submit(changes);
      Histogram moving = latency(index);
      changes.done.set(true);
      changing.get();
      other.shutdown();
      progress.accept(String.format("%,d watches: %.0f findings a second on one thread, %.0f on two, %.1f micros each, %.1f hits and %.1f candidates", size,
          one.perSecond(), two.perSecond(), one.cpuSeconds * 1e6 / one.findings,
          one.hits / (double) one.findings, candidates));
      return new Row(size, load, heap, one.perSecond(), two.perSecond(), one.cpuSeconds * 1e6 / one.findings,
          one.hits / (double) one.findings, candidates, micros(still, 50), micros(still, 99),
          micros(moving, 50), micros(moving, 99), micros(moving, 100), changes.made / (changes.nanos / 1e9), plain ? wordsAlone(size) : null, plain ? plainMonitor(size) : null,
          plain ? everyWatch(size) : null);
    }
  }

  private double load(WatchIndex index, int size) {
    long nanos = 0;
    for (int from = 0; from < size; from += BATCH) {
      List<WatchIndex.Versioned> batch = new ArrayList<>();
      for (int i = from; i < Math.min(size, from + BATCH); i++) {
        batch.add(new WatchIndex.Versioned(watches.watch(i, 0), i));
      }
      long start = System.nanoTime();
      if (!index.putAll(batch).isEmpty()) {
        throw new IllegalStateException("a made watch was refused");
      }
      nanos += System.nanoTime() - start;
    }
    return nanos / 1e9;
  }

  private double wordsAlone(int size) throws IOException {
    try (WatchIndex index = new WatchIndex()) {
      for (int i = 0; i < size; i++) {
        index.put(watches.wordsAlone(i), i);
      }
      return stances(tagging -> index.match(tagging).size());
    }
  }

  private double plainMonitor(int size) throws IOException, ParseException {
    try (PlainMonitor monitor = new PlainMonitor()) {
      for (int from = 0; from < size; from += BATCH) {
        monitor.put(IntStream.range(from, Math.min(size, from + BATCH)).mapToObj(watches::wordsAlone).toList());
      }
      return stances(monitor::match);
    }
  }

  private double everyWatch(int size) throws IOException {
    try (WatchIndex index = WatchIndex.askingEveryWatch()) {
      index.groups(world.groups());
      load(index, size);
      return stances(tagging -> index.match(tagging).size());
    }
  }

  /** Matches a tagging, and tells how many hits there are. */
  private interface Matching {
    int hits(Tagging tagging) throws IOException;
  }

  /** Stances a second on one thread, in articles with nothing else. */
  private double stances(Matching matching) throws IOException {
    List<Tagging> alone = articles.stream().map(MadeTaggings::stancesAlone).toList();
    long findings = 0;
    long start = 0;
    long end = System.nanoTime() + seconds * 500_000_000L;
    boolean warm = false;
    for (int i = 0; System.nanoTime() < end || !warm; i = (i + 1) % alone.size()) {
      if (!warm && System.nanoTime() >= end) {
        warm = true;
        findings = 0;
        start = System.nanoTime();
        end = start + seconds * 1_000_000_000L;
      }
      matching.hits(alone.get(i));
      findings += alone.get(i).article().stances().size();
    }
    return findings / ((System.nanoTime() - start) / 1e9);
  }

  private record Rate(long findings, long hits, double seconds, double cpuSeconds) {
    double perSecond() {
      return findings / seconds;
    }
  }

  private Rate rate(WatchIndex index, int threads) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      long end = start + seconds * 1_000_000_000L;
      List<Future<long[]>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = t * articles.size() / threads;
        running.add(pool.submit(() -> matchUntil(index, first, end)));
      }
      long findings = 0;
      long hits = 0;
      long cpu = 0;
      for (Future<long[]> one : running) {
        findings += one.get()[0];
        hits += one.get()[1];
        cpu += one.get()[2];
      }
      return new Rate(findings, hits, (System.nanoTime() - start) / 1e9, cpu / 1e9);
    } finally {
      pool.shutdown();
    }
  }

  private long[] matchUntil(WatchIndex index, int first, long end) {
    long[] counts = new long[3];
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = first; System.nanoTime() < end; i = (i + 1) % articles.size()) {
      Tagging tagging = articles.get(i);
      counts[1] += index.match(tagging).size();
      counts[0] += findings[i];
    }
    counts[2] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    return counts;
  }

  private Histogram latency(WatchIndex index) {
    Histogram latency = new Histogram(3);
    Random random = new Random(SEED);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Tagging tagging = single.get(random.nextInt(single.size()));
      long start = System.nanoTime();
      index.match(tagging);
      latency.recordValue(System.nanoTime() - start);
    }
    return latency;
  }

  private static double micros(Histogram latency, double percentile) {
    return latency.getValueAtPercentile(percentile) / 1e3;
  }

  /** Edits, deletes and puts back, again and again, at an even pace. */
  private final class Changes implements Runnable {
    private final WatchIndex index;
    private final int size;
    private final AtomicBoolean done = new AtomicBoolean();
    private int made;
    private long nanos;

    Changes(WatchIndex index, int size) {
      this.index = index;
      this.size = size;
    }

    @Override
    public void run() {
      Random random = new Random(SEED);
      long start = System.nanoTime();
      while (!done.get()) {
        int i = random.nextInt(size);
        if (random.nextInt(4) == 0) {
          index.remove("watch-" + i);
        } else {
          index.put(watches.watch(i, made), made);
        }
        made++;
        LockSupport.parkNanos(start + made * (1_000_000_000L / CHANGES_PER_SECOND) - System.nanoTime());
      }
      nanos = System.nanoTime() - start;
    }
  }

  private static long heap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
