package dev.demarche.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.app.Engine;
import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.evaluation.PronounReport;
import dev.demarche.evaluation.Report;
import dev.demarche.evaluation.SpeakerReport;
import dev.demarche.evaluation.StanceReport;
import dev.demarche.evaluation.TaggedTexts;
import dev.demarche.topics.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of all evaluations: what to score, and how to show it. */
final class Evaluating {
  @Option(names = "--tagged", paramLabel = "FILE.jsonl", description = "score what this file says was found, as demarche tag --json writes it; tag nothing")
  private Path tagged;

  @Option(names = "--write", paramLabel = "FILE.jsonl", description = "write what is tagged, too, to be scored again by --tagged")
  private Path write;

  @Option(names = "--threads", paramLabel = "N", description = "how many articles to tag at once; one for each core by default")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--errors", paramLabel = "N", description = "show the first N errors before the figures")
  private int errors;

  @Option(names = "--json", description = "one JSON object: counts, figures and their intervals, errors, speed")
  private boolean json;

  private TaggedTexts now;

  /**
   * A report to show.
   *
   * @param report as an object, for JSON
   * @param unit   what was tagged: article, sentence or row
   * @param text   for people
   */
  record Shown(Object report, String unit, String text) {
    static Shown of(Report report) {
      return new Shown(report, report.unit(), ReportText.of(report));
    }

    static Shown of(PronounReport report) {
      return new Shown(report, "row", ReportText.of(report));
    }

    static Shown of(SpeakerReport report) {
      return new Shown(report, "article", SpeakerReportText.of(report));
    }

    static Shown of(StanceReport report) {
      return new Shown(report, "sentence", ReportText.of(report));
    }
  }

  int errors() {
    return errors;
  }

  /**
   * Measures: looks whether the options go together, reads the corpus, has what was found read or its texts tagged, scores it and shows the report.
   *
   * @param corpus  reads the corpus
   * @param article what to tell the tagger of one of its items
   * @param read    what a tagged file says of each item, by its name
   * @param found   the same of an article that is tagged now
   * @param score   makes the report
   * @return the exit code
   * @throws ParameterException if the options do not go together
   */
  <C, T> int run(CommandLine command, Connection connection, Supplier<List<C>> corpus, Function<C, Article> article,
                 Function<Path, Map<String, T>> read, Function<TaggedArticle, T> found, BiFunction<List<C>, Map<String, T>, Shown> score)
      throws InterruptedException {
    check(command);
    List<C> items = corpus.get();
    Map<String, T> ours = tagged != null ? read.apply(tagged) : tag(items.stream().map(article).toList(), connection).by(found);
    print(score.apply(items, ours));
    return 0;
  }

  private void check(CommandLine command) {
    if (tagged != null && write != null) {
      throw new ParameterException(command, "--tagged and --write: a file that was tagged before is not tagged again; leave one of them out");
    }
    if (threads < 1 || errors < 0) {
      throw new ParameterException(command, threads < 1 ? "--threads: " + threads + " is too few; write 1 or more"
          : "--errors: " + errors + " is too few; write 0 or more");
    }
  }

  private TaggedTexts tag(List<Article> texts, Connection connection) throws InterruptedException {
    try (ProgressBar progress = progress(texts.size())) {
      now = TaggedTexts.of(texts, Engine.tagger(connection.settings()), threads, progress == null ? () -> { } : progress::step);
    }
    if (write != null) {
      write(now.articles());
    }
    return now;
  }

  private void write(List<TaggedArticle> articles) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(write))) {
      for (TaggedArticle article : articles) {
        out.write(Json.write(article));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("--write: " + write + " cannot be written (" + e + ")", e);
    }
  }

  private void print(Shown shown) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      ObjectNode result = Json.mapper().valueToTree(shown.report());
      if (now == null) {
        result.putNull("speed");
      } else {
        result.putObject("speed").put("articlesPerSecond", now.perSecond()).put("seconds", now.seconds()).put("threads", now.threads());
      }
      out.println(new String(Json.write(result), StandardCharsets.UTF_8));
      return;
    }
    out.print(shown.text());
    if (now != null) {
      System.err.printf(Locale.ROOT, "tagged %d %ss in %.1f s: %.1f a second, %d threads, start included%n", now.articles().size(), shown.unit(),
          now.seconds(), now.perSecond(), now.threads());
    }
  }

  private static ProgressBar progress(int size) {
    return System.console() == null ? null
        : new ProgressBarBuilder().setTaskName("tag").setInitialMax(size).setUnit(" articles", 1).setUpdateIntervalMillis(200).showSpeed().build();
  }
}
