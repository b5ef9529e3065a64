package dev.demarche.bench;

import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.domain.Article;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.encoder.Encoder;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.topics.ArticleCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tagging alone: how many articles, words and word pieces a second on how many threads, what each stage takes of the time, how long a fresh JVM
 * needs until it has tagged an article, and how much memory one takes.
 */
public final class TaggingBench {
  private static final int STARTS = 3;
  private static final int MEMORY_THREADS = 2;
  private static final Pattern PEAK = Pattern.compile(TaggingChild.WORDS + "(process|heap): (\\d+)");

  private final List<Article> articles;
  private final Settings settings;
  private final List<Integer> threads;
  private final int seconds;
  private final boolean kafka;
  private final Consumer<String> progress;

  /**
   * A run.
   *
   * @param articles what is tagged, one at least
   * @param settings name the packs
   * @param threads  for each figure how many threads, 1 or more
   * @param seconds  how long the articles are tagged again and again for each figure, after half as long to warm up
   * @param kafka    whether the same is done through the stream, on the last number of threads
   * @param progress is told what goes on
   */
  public TaggingBench(List<Article> articles, Settings settings, List<Integer> threads, int seconds, boolean kafka, Consumer<String> progress) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("articles are empty");
    }
    this.articles = articles.stream().map(article -> article.accepted(1, Instant.now())).toList();
    this.settings = settings;
    this.threads = List.copyOf(threads);
    this.seconds = seconds;
    this.kafka = kafka;
    this.progress = progress;
  }

  /**
   * The speed on some threads; a second's figures are those of the median round.
   *
   * @param threads           how many articles at a time
   * @param rounds            how often all articles were tagged
   * @param fastestSeconds    of a round
   * @param slowestSeconds    of a round
   * @param stages            share of each stage in the threads' time, from 0 to 1
   */
  public record Speed(int threads, double articlesPerSecond, double wordsPerSecond, double piecesPerSecond, int rounds, double fastestSeconds,
                      double slowestSeconds, Map<String, Double> stages) {}

  /**
   * What was measured.
   *
   * @param tagger       its version
   * @param articles     tagged in each round
   * @param words        of all articles, as the model counts them
   * @param pieces       into which these fall
   * @param speeds       one for each number of threads
   * @param startSeconds from the start of {@code demarche tag} to the first article tagged, median of three
   * @param peakBytes    the most memory of a fresh JVM that tags all articles on two threads, with the options of this one
   * @param peakOf       what that is: "process" for the resident set of the whole process, "heap" where the system does not tell
   * @param throughKafka articles a second through the stream on the last of the numbers of threads, null where that was not asked for
   */
  public record Result(String tagger, int articles, long words, long pieces, List<Speed> speeds, double startSeconds, long peakBytes,
                       String peakOf, Double throughKafka) {}

  /** Runs it; takes about a minute and a half for each figure of 20 seconds and the start. */
  public Result run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("demarche-tagging");
    try {
      double start = start(folder);
      progress.accept(String.format(Locale.ROOT, "a fresh JVM has tagged its first article after %.1f s", start));
      Matcher peak = peak(folder);
      NewsTagger tagger = Engine.tagger(settings);
      List<Words> words = articles.stream().map(article -> Words.of(article.text())).toList();
      long count = words.stream().mapToLong(Words::size).sum();
      long pieces = words.stream().mapToLong(Encoder.standard()::pieces).sum();
      List<Speed> speeds = new ArrayList<>();
      for (int each : threads) {
        speeds.add(speed(tagger, each, count, pieces));
      }
      return new Result(tagger.version(), articles.size(), count, pieces, speeds, start, Long.parseLong(peak.group(2)), peak.group(1),
          kafka ? throughKafka(tagger, speeds.get(speeds.size() - 1)) : null);
    } finally {
      for (String name : List.of("article.jsonl", "articles.jsonl", "child.log")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private Speed speed(NewsTagger tagger, int threads, long words, long pieces) throws InterruptedException {
    progress.accept("tagging " + articles.size() + " articles again and again on " + threads + (threads == 1 ? " thread" : " threads"));
    try (TaggingRounds warm = new TaggingRounds(tagger, articles, threads)) {
      warm.rounds(seconds / 2.0);
    }
    try (TaggingRounds rounds = new TaggingRounds(tagger, articles, threads)) {
      List<Double> took = rounds.rounds(seconds);
      double median = median(took);
      return new Speed(threads, articles.size() / median, words / median, pieces / median, took.size(), took.get(0), took.get(took.size() - 1),
          rounds.shares());
    }
  }

  private double throughKafka(NewsTagger tagger, Speed speed) throws IOException, InterruptedException {
    progress.accept("the same through the stream");
    return new TaggingThroughKafka(articles, tagger, speed.threads()).articlesPerSecond(seconds, speed.articlesPerSecond());
  }

  private double start(Path folder) throws IOException, InterruptedException {
    Path file = write(folder.resolve("article.jsonl"), articles.subList(0, 1));
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (ChildJvm child = child(folder, "dev.demarche.cli.Main", "tag", "--json", "--set", "packs=" + packs(), file.toString())) {
        child.awaitPrinted("\"taggerVersion\"");
        took.add((System.nanoTime() - start) / 1e9);
      }
    }
    took.sort(null);
    return median(took);
  }

  private Matcher peak(Path folder) throws IOException, InterruptedException {
    Path file = write(folder.resolve("articles.jsonl"), articles);
    try (ChildJvm child = child(folder, TaggingChild.class.getName(), file.toString(), "" + MEMORY_THREADS, packs())) {
      while (child.alive()) {
        Thread.sleep(20);
      }
      Matcher peak = PEAK.matcher(child.log());
      if (!peak.find()) {
        throw new IOException("a fresh JVM could not tag the articles: " + child.log());
      }
      return peak;
    }
  }

  /** A JVM with the options of this one, so that what is measured is what a user of these options gets. */
  private static ChildJvm child(Path folder, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    arguments.removeIf(argument -> argument.startsWith("-agentlib") || argument.startsWith("-javaagent"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(List.of(command));
    return ChildJvm.start("a fresh JVM", arguments, Map.of(), folder.resolve("child.log"));
  }

  private String packs() {
    return settings.text(Setting.PACKS);
  }

  private static Path write(Path file, List<Article> articles) throws IOException {
    ArticleCodec codec = new ArticleCodec();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Article article : articles) {
        out.write(codec.write(article));
        out.write('\n');
      }
    }
    return file;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
