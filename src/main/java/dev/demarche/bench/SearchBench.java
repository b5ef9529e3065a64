package dev.demarche.bench;

import dev.demarche.app.Engine;
import dev.demarche.app.Settings;
import dev.demarche.catalogue.Packs;
import dev.demarche.console.index.IndexFiles;
import dev.demarche.console.index.NewsIndex;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.search.Names;
import dev.demarche.console.search.Results;
import dev.demarche.console.search.Sought;
import dev.demarche.domain.Article;
import dev.demarche.domain.Houses;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the console's search costs: an index filled from the bytes of tagged articles by the code that reads the topics, and pages of results asked for one
 * after the other, with utterances joined and values counted, as the room Search makes them.
 */
public final class SearchBench {
  private static final int BATCH = 200;
  private static final int WARM_UP = 100;
  private static final long SEED = 1;
  private static final int COMMIT_EVERY = 20;

  private final int findings;
  private final int seconds;
  private final Consumer<String> progress;
  private final MadeWorld world = new MadeWorld();

  /**
   * A run.
   *
   * @param findings how many statements, stances and conditions there are in the index, at least
   * @param seconds  how long it is searched
   */
  public SearchBench(int findings, int seconds, Consumer<String> progress) {
    this.findings = findings;
    this.seconds = seconds;
    this.progress = progress;
  }

  /** How long searches of one sort take, in milliseconds. */
  public record Cost(String what, int searches, double p50Millis, double p99Millis) {}

  /**
   * What was measured.
   *
   * @param seconds     to fill the index, on one thread, merges beside
   * @param indexBytes  on disk
   * @param openMillis  to open it again, with all of it checked
   * @param heapBytes   in use after the searches, garbage apart
   * @param all         of all searches
   */
  public record Result(int articles, long findings, long articleBytes, double seconds, long indexBytes, double openMillis, long heapBytes, Cost all,
                       List<Cost> costs) {}

  /** Runs it; takes minutes. */
  public Result run() throws IOException {
    Path folder = Files.createTempDirectory("demarche-search");
    try {
      progress.accept("tagging the article that comes with it");
      VariedArticles varied = new VariedArticles(real(), world, SEED);
      NewsIndex index = new NewsIndex(folder);
      Filled filled = fill(index.files(), varied);
      index.files().close();
      long size = size(folder);
      long begin = System.nanoTime();
      index.files().open();
      double open = (System.nanoTime() - begin) / 1e6;
      progress.accept("searching for " + seconds + " s");
      Map<String, List<Double>> times = search(index, varied);
      System.gc();
      long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      index.files().close();
      List<Cost> costs = times.entrySet().stream().map(each -> cost(each.getKey(), each.getValue())).toList();
      return new Result(filled.articles, filled.findings, filled.bytes, filled.seconds, size, open, heap,
          cost("all", times.values().stream().flatMap(List::stream).toList()), costs);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static List<TaggedArticle> real() {
    Tagger tagger = Engine.tagger(Settings.of(Map.of()));
    Packs packs = Packs.bundled();
    return packs.names("articles").stream().filter(name -> name.endsWith(".txt")).map(name -> tagger.tag(new Article(name, 1, null, null, null,
        new String(packs.bytes(name), StandardCharsets.UTF_8), "en", null, VariedArticles.FIRST, null)).article()).toList();
  }

  private record Filled(int articles, long findings, long bytes, double seconds) {}

  private Filled fill(IndexFiles files, VariedArticles varied) throws IOException {
    files.open();
    long count = 0;
    long bytes = 0;
    long nanos = 0;
    int articles = 0;
    for (int batch = 1; count < findings; batch++) {
      List<byte[]> made = new ArrayList<>();
      for (int i = 0; i < BATCH && count < findings; i++) {
        TaggedArticle article = varied.article(articles++);
        count += article.statements().size() + article.stances().size() + article.conditions().size();
        made.add(Json.write(article));
      }
      bytes += made.stream().mapToLong(each -> each.length).sum();
      long begin = System.nanoTime();
      for (byte[] each : made) {
        files.put(each, VariedArticles.FIRST.plus(Duration.ofDays(VariedArticles.DAYS)));
      }
      if (batch % COMMIT_EVERY == 0) {
        files.refresh();
        files.commit(Map.of("read", String.valueOf(articles)));
      }
      nanos += System.nanoTime() - begin;
      if (batch % 25 == 0) {
        progress.accept(count + " findings in the index");
      }
    }
    long begin = System.nanoTime();
    files.refresh();
    files.commit(Map.of("read", String.valueOf(articles)));
    return new Filled(articles, count, bytes, (nanos + System.nanoTime() - begin) / 1e9);
  }

  private Map<String, List<Double>> search(NewsIndex index, VariedArticles varied) {
    Names names = new Names(new Rolls(index));
    Random random = new Random(SEED);
    Map<String, List<Double>> times = new LinkedHashMap<>();
    long end = 0;
    for (int i = 0; end == 0 || System.nanoTime() < end; i++) {
      Map.Entry<String, Map<String, String>> asked = ask(i, random, varied);
      long begin = System.nanoTime();
      Results.of(index, Houses.PLAIN, Sought.of(asked.getValue(), names));
      double millis = (System.nanoTime() - begin) / 1e6;
      if (i >= WARM_UP) {
        times.computeIfAbsent(asked.getKey(), any -> new ArrayList<>()).add(millis);
      } else if (i == WARM_UP - 1) {
        end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
      }
    }
    return times;
  }

  /** What people ask for, in turn. */
  private Map.Entry<String, Map<String, String>> ask(int i, Random random, VariedArticles varied) {
    return switch (i % 10) {
      case 0 -> Map.entry("a word", Map.of("q", world.askedWord(random)));
      case 1 -> Map.entry("two words, most relevant first", Map.of("q", world.word(random) + " " + world.askedWord(random), "order", "relevance"));
      case 2 -> Map.entry("a phrase of common words", Map.of("q", "\"peace talks\""));
      case 3, 4 -> Map.entry("an actor", Map.of("actor", MadeWorld.actorId(world.actor(random))));
      case 5 -> Map.entry("an actor on an issue", Map.of("actor", MadeWorld.actorId(world.actor(random)), "issue", world.issue(random)));
      case 6 -> Map.entry("an act towards an actor", Map.of("act", world.act(random).name(), "target", MadeWorld.actorId(world.actor(random))));
      case 7 -> Map.entry("a publisher in a week", Map.of("publisher", varied.publisher(random), "from", "2026-11-01", "until", "2026-11-07"));
      case 8 -> Map.entry("articles by a word", Map.of("q", world.askedWord(random), "show", "articles"));
      default -> Map.entry("all that is new", Map.of());
    };
  }

  private static Cost cost(String what, List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Cost(what, sorted.length, at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return Arrays.stream(all.toArray(Path[]::new)).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
