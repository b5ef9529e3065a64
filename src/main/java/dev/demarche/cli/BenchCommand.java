package dev.demarche.cli;

import dev.demarche.app.Setting;
import dev.demarche.bench.ChaosBench;
import dev.demarche.bench.CopyBench;
import dev.demarche.bench.CrashBench;
import dev.demarche.bench.DeliveryBench;
import dev.demarche.bench.InstanceTagger;
import dev.demarche.bench.StreamBench;
import dev.demarche.bench.TaggingBench;
import dev.demarche.bench.WatchingBench;
import dev.demarche.domain.Article;
import dev.demarche.evaluation.EvaluationException;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measurements. */
@Command(name = "bench", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    subcommands = {BenchLatencyCommand.class, BenchLiveCommand.class, BenchSearchCommand.class},
    description = "Measures tagging and the stream on this machine.")
final class BenchCommand {
  @Spec private CommandSpec spec;

  @Command(name = "tagging", mixinStandardHelpOptions = true,
      description = "Measures tagging without Kafka: articles, words and word pieces a second, what each stage takes, start-up time and peak memory.",
      footer = {"", "A round tags all articles once; the figures are those of the median round, after a warm-up of half of --seconds. start: a fresh JVM, "
          + "from its start to the first article that demarche tag has tagged, median of three. peak memory: of a fresh JVM that tags all articles on two "
          + "threads, the whole process (VmHWM), or the heap alone where the system does not tell. Fresh JVMs get the options of this one.", "",
          "Exit codes: 0 measured, 1 something could not be read (told on standard error; the rest is measured)."})
  int tagging(
      @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "articles, as for demarche tag") List<String> paths,
      @Option(names = "--threads", defaultValue = "1,2", split = ",", paramLabel = "N",
          description = "how many articles to tag at once, several numbers with commas between; ${DEFAULT-VALUE} by default") List<Integer> threads,
      @Option(names = "--seconds", defaultValue = "20", paramLabel = "S",
          description = "how long at least for each number of threads; ${DEFAULT-VALUE} by default") int seconds,
      @Option(names = "--kafka", description = "the same through the stream too, on the embedded broker with exactly-once and the last of --threads") boolean kafka,
      @Option(names = "--json", description = "the result as JSON") boolean json, @Mixin Connection connection) throws Exception {
    int fewest = Collections.min(threads);
    if (seconds < 1 || fewest < 1) {
      throw new ParameterException(spec.commandLine(), (seconds < 1 ? "--seconds: " + seconds : "--threads: " + fewest)
          + " is too few; write 1 or more");
    }
    List<Article> articles = new ArrayList<>();
    int bad = read(paths, connection, spec.commandLine().getErr(), articles);
    if (articles.isEmpty()) {
      return 1;
    }
    TaggingBench.Result r = new TaggingBench(articles, connection.settings(), threads, seconds, kafka,
        line -> spec.commandLine().getErr().println(line)).run();
    spec.commandLine().getOut().println(json ? new String(Json.write(r), StandardCharsets.UTF_8) : TaggingText.of(r));
    return bad == 0 ? 0 : 1;
  }

  /** Reads articles into {@code articles}; tells {@code err} of those that cannot be read, and returns how many these are. */
  static int read(List<String> paths, Connection connection, PrintWriter err, List<Article> articles) {
    int[] bad = new int[1];
    new ArticleFiles(new ArticleCodec(connection.settings().number(Setting.TEXT_LIMIT)), InputStream.nullInputStream()).read(paths, loaded -> {
      if (loaded instanceof Loaded.Good good) {
        articles.add(good.article());
      } else {
        bad[0]++;
        err.println(loaded);
      }
    });
    return bad[0];
  }

  @Command(name = "watching", mixinStandardHelpOptions = true,
      description = "Measures many watches without Kafka: loading, heap, findings matched a second, and how long one takes while watches change.",
      footer = {"", "Watches and articles are made, the same each time: of 100 watches 70 ask for actors, acts and issues, 25 for words besides or alone, "
          + "5 for a long Boolean text; common actors, issues and words are asked for and told of more often. A finding is a statement, a stance or a "
          + "mention. Times of one article are those of articles with a single finding, in microseconds. Beside it, up to --plain watches: as many watches that ask for words "
          + "alone, the same by Lucene's monitor as it comes, and every watch asked in turn.", "",
          "Exit codes: 0 measured."})
  int watching(@Option(names = "--watches", defaultValue = "1000,10000,100000,1000000", split = ",", paramLabel = "N",
                   description = "how many, several numbers with commas between; ${DEFAULT-VALUE} by default") List<Integer> sizes,
               @Option(names = "--seconds", defaultValue = "10", paramLabel = "S",
                   description = "how long each measurement goes on; ${DEFAULT-VALUE} by default") int seconds,
               @Option(names = "--plain", defaultValue = "100000", paramLabel = "N",
                   description = "up to how many watches plainer ways are measured; ${DEFAULT-VALUE} by default") int plain,
               @Option(names = "--json", description = "the result as JSON") boolean json) throws Exception {
    int fewest = Collections.min(sizes);
    if (seconds < 1 || fewest < 1) {
      throw new ParameterException(spec.commandLine(), (seconds < 1 ? "--seconds: " + seconds : "--watches: " + fewest)
          + " is too few; write 1 or more");
    }
    WatchingBench.Result r = new WatchingBench(sizes, seconds, plain, line -> spec.commandLine().getErr().println(line)).run();
    spec.commandLine().getOut().println(json ? new String(Json.write(r), StandardCharsets.UTF_8) : WatchingText.of(r));
    return 0;
  }

  @Command(name = "stream", mixinStandardHelpOptions = true,
      description = "Measures the stream without tagging, on the embedded broker with exactly-once.",
      footer = {"", "Exit codes: 0 measured, 1 some article was not accounted for."})
  int stream(@Option(names = "--articles", defaultValue = "100000", paramLabel = "N", description = "how many; ${DEFAULT-VALUE} by default") int articles,
             @Option(names = "--seconds", defaultValue = "30", paramLabel = "S",
                 description = "how long half of the highest rate is kept up; ${DEFAULT-VALUE} by default") int seconds,
             @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "stream threads; ${DEFAULT-VALUE} by default") int threads,
             @Option(names = "--json", description = "the result as JSON") boolean json) throws Exception {
    StreamBench.Result r = new StreamBench(articles, seconds, threads, line -> spec.commandLine().getErr().println(line)).run();
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
    } else {
      spec.commandLine().getOut().printf(Locale.ROOT, "%d articles, %.1f MB, in %.1f s: %.0f articles/s, %.1f MB/s%n", r.articles(), r.bytes() / 1e6,
          r.seconds(), r.articlesPerSecond(), r.bytes() / 1e6 / r.seconds());
      spec.commandLine().getOut().printf(Locale.ROOT, "publish to alert at %.0f articles/s: p50 %.0f ms, p99 %.0f ms (%d alerts)%n", r.halfRate(),
          r.p50Millis(), r.p99Millis(), r.latencySamples());
      spec.commandLine().getOut().println("dead letters: " + r.deadLetters());
      spec.commandLine().getOut().println(r.accounted() ? "all accounted for" : "NOT ACCOUNTED FOR: " + String.join("; ", r.faults()));
    }
    return r.accounted() ? 0 : 1;
  }

  @Command(name = "chaos", mixinStandardHelpOptions = true,
      description = "Kills a broker of three and an instance of two in turn while articles flow, and compares every record with what was due.",
      footer = {"", "Exit codes: 0 nothing lost and nothing doubled, 1 something was."})
  int chaos(@Option(names = "--articles", defaultValue = "20000", paramLabel = "N", description = "how many; ${DEFAULT-VALUE} by default") int articles,
            @Option(names = "--rate", defaultValue = "50", paramLabel = "N", description = "articles a second; ${DEFAULT-VALUE} by default") int rate,
            @Option(names = "--every", defaultValue = "10", paramLabel = "S",
                description = "seconds from kill to kill; ${DEFAULT-VALUE} by default") int every,
            @Option(names = "--tagger", defaultValue = "trivial", paramLabel = "NAME", description = "of the instances: trivial, which does nearly "
                + "nothing, or trained, that of demarche run; ${DEFAULT-VALUE} by default") InstanceTagger tagger,
            @Option(names = "--json", description = "the result as JSON") boolean json) throws Exception {
    ChaosBench.Result r = new ChaosBench(articles, rate, Duration.ofSeconds(every), tagger, line -> spec.commandLine().getErr().println(line)).run();
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
    } else {
      spec.commandLine().getOut().printf(Locale.ROOT, "%d articles in %.1f s, %d kills%n", r.articles(), r.seconds(), r.kills().size());
      r.kills().forEach(kill -> spec.commandLine().getOut().printf(Locale.ROOT, "%4.0f s  %-11s nothing came for %4.1f s, caught up after %5.1f s%s%n",
          kill.atSeconds(), kill.what(), kill.silentSeconds(), kill.backSeconds(), kill.inSyncSeconds() == null ? ""
              : String.format(Locale.ROOT, ", all replicas in sync after %4.1f s", kill.inSyncSeconds())));
      spec.commandLine().getOut().println("records: " + r.records());
      spec.commandLine().getOut().println(r.faults().isEmpty() ? "nothing lost, nothing doubled" : "FAULTS: " + String.join("; ", r.faults()));
    }
    return r.faults().isEmpty() ? 0 : 1;
  }

  @Command(name = "crash", mixinStandardHelpOptions = true,
      description = "Kills an instance again and again amid articles, and looks whether an alert is lost or doubled.",
      footer = {"", "Exit codes: 0 nothing lost, nothing doubled; 1 otherwise."})
  int crash(@Option(names = "--articles", defaultValue = "5000", paramLabel = "N", description = "how many; ${DEFAULT-VALUE} by default") int articles,
            @Option(names = "--kills", defaultValue = "10", paramLabel = "N", description = "how often; ${DEFAULT-VALUE} by default") int kills,
            @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "of the random moments; ${DEFAULT-VALUE} by default") long seed,
            @Option(names = "--tagger", defaultValue = "trivial", paramLabel = "NAME", description = "of the instances: trivial, which does nearly "
                + "nothing, or trained, that of demarche run; ${DEFAULT-VALUE} by default") InstanceTagger tagger,
            @Option(names = "--json", description = "the result as JSON") boolean json) throws Exception {
    CrashBench.Result r = new CrashBench(articles, kills, seed, tagger, line -> spec.commandLine().getErr().println(line)).run();
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
    } else {
      spec.commandLine().getOut().printf(Locale.ROOT, "%d articles, %d kills: tagged %d (twice %d), alerts %d of %d: lost %d, doubled %d, unexpected %d; %.0f s%n",
          r.articles(), r.kills(), r.tagged(), r.taggedTwice(), r.alerts(), r.expectedAlerts(), r.lost(), r.doubled(), r.unexpected(), r.seconds());
    }
    return r.good() ? 0 : 1;
  }

  @Command(name = "deliveries", mixinStandardHelpOptions = true,
      description = "Kills demarche deliver again and again amid alerts, and looks whether a receiver misses one.",
      footer = {"", "Exit codes: 0 nothing lost, and nothing came again but under its id and as it was; 1 otherwise."})
  int deliveries(@Option(names = "--alerts", defaultValue = "2000", paramLabel = "N", description = "how many; ${DEFAULT-VALUE} by default") int alerts,
                 @Option(names = "--kills", defaultValue = "20", paramLabel = "N", description = "how often; ${DEFAULT-VALUE} by default") int kills,
                 @Option(names = "--rate", defaultValue = "25", paramLabel = "N", description = "alerts a second; ${DEFAULT-VALUE} by default") int rate,
                 @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "of the random moments; ${DEFAULT-VALUE} by default") long seed,
                 @Option(names = "--json", description = "the result as JSON") boolean json) throws Exception {
    DeliveryBench.Result r = new DeliveryBench(alerts, kills, seed, rate, line -> spec.commandLine().getErr().println(line)).run();
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
    } else {
      spec.commandLine().getOut().printf(Locale.ROOT, "%d alerts to 4 receivers, %d kills: lost %d, not recorded as delivered %d, told again %d (with another body %d), "
          + "lines twice %d; to a webhook that works p50 %.0f ms, p99 %.0f ms; %.0f s%n", r.alerts(), r.kills(), r.lost(), r.open(), r.repeated(), r.changed(),
          r.lineTwice(), r.p50Millis(), r.p99Millis(), r.seconds());
    }
    return r.good() ? 0 : 1;
  }

  @Command(name = "copies", mixinStandardHelpOptions = true,
      description = "Measures how copies of articles are recognised, and what a document costs while more and more are stored.",
      footer = {"", "Copies are made of the articles: cut, put under another head, edited, and all of it. Near misses are the articles nearest to each other by "
          + "their words, and the same with a quotation in common.", "", "Exit codes: 0 measured, 1 the corpora could not be read."})
  int copies(@Option(names = "--corpora", required = true, paramLabel = "DIR", description = "folder with polnear/train and linking") Path corpora,
             @Option(names = "--stored", defaultValue = "1000000", paramLabel = "N",
                 description = "how many texts are stored at the end, from 1000 on tenfold each time; ${DEFAULT-VALUE} by default") int stored,
             @Option(names = "--choosing", description = "by the half of the articles that limits were chosen on; without it, by the other") boolean choosing,
             @Option(names = "--json", description = "the result as JSON") boolean json) {
    CopyBench.Result r;
    try {
      r = new CopyBench(corpora, choosing, stored, line -> spec.commandLine().getErr().println(line)).run();
    } catch (IOException | EvaluationException e) {
      spec.commandLine().getErr().println(corpora + ": " + e.getMessage() + "; name a folder with polnear/train/text and linking");
      return 1;
    }
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
      return 0;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%d articles; %d copies, %d near misses, %d more with a quotation in common (%d pairs that are copies as they stand left out)%n",
        r.articles(), r.copies(), r.nearMisses(), r.sharedQuotes(), r.leftOut());
    out.printf(Locale.ROOT, "precision %.4f, recall %.4f (by the index %.4f), %d near misses and %d that share a quotation taken for copies, containment from %.2f on%n",
        r.precision(), r.recall(), r.indexRecall(), r.taken(), r.takenQuotes(), r.threshold());
    r.recallByWay().forEach((way, recall) -> out.printf(Locale.ROOT, "  recall %.4f  %s%n", recall, way.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    r.costs().forEach(cost -> out.printf(Locale.ROOT, "%,9d stored: fingerprint %.0f \u00b5s, find %.1f \u00b5s, add %.1f \u00b5s a document; recall %.4f%n", cost.stored(),
        cost.fingerprint(), cost.find(), cost.add(), cost.hits()));
    return 0;
  }
}
