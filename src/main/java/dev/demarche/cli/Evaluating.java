package dev.demarche.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.demarche.app.Engine;
import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.evaluation.PronounReport;
import dev.demarche.evaluation.Report;
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
import java.util.function.Function;
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
   * Looks whether the options go together.
   *
   * @throws ParameterException if they do not
   */
  void check(CommandLine command) {
    if (tagged != null && write != null) {
      throw new ParameterException(command, "--tagged and --write: a file that was tagged before is not tagged again; leave one of them out");
    }
    if (threads < 1 || errors < 0) {
      throw new ParameterException(command, threads < 1 ? "--threads: " + threads + " is too few; write 1 or more"
          : "--errors: " + errors + " is too few; write 0 or more");
    }
  }

  int errors() {
    return errors;
  }

  /** What was found in {@code texts}: as the tagged file has it, else as the tagger finds it now. */
  <T> Map<String, T> found(List<Article> texts, Connection connection, Function<Path, Map<String, T>> read, Function<TaggedArticle, T> found)
      throws InterruptedException {
    if (tagged != null) {
      return read.apply(tagged);
    }
    try (ProgressBar progress = progress(texts.size())) {
      now = TaggedTexts.of(texts, Engine.tagger(connection.settings()), threads, progress == null ? () -> { } : progress::step);
    }
    if (write != null) {
      write(now.articles());
    }
    return now.by(found);
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

  /** Shows the report on standard output, and on standard error how fast it was tagged. */
  void print(Report report) {
    print(report, report.unit(), ReportText.of(report));
  }

  /** Like {@link #print(Report)}. */
  void print(PronounReport report) {
    print(report, "row", ReportText.of(report));
  }

  /** Shows {@code report}: as JSON where that is asked for, else as {@code text}; {@code unit} is what was tagged, an article or a sentence. */
  void print(Object report, String unit, String text) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (json) {
      ObjectNode result = Json.mapper().valueToTree(report);
      if (now == null) {
        result.putNull("speed");
      } else {
        result.putObject("speed").put("articlesPerSecond", now.perSecond()).put("seconds", now.seconds()).put("threads", now.threads());
      }
      out.println(new String(Json.write(result), StandardCharsets.UTF_8));
      return;
    }
    out.print(text);
    if (now != null) {
      System.err.printf(Locale.ROOT, "tagged %d %ss in %.1f s: %.1f a second, %d threads, start included%n", now.articles().size(), unit,
          now.seconds(), now.perSecond(), now.threads());
    }
  }

  private static ProgressBar progress(int size) {
    return System.console() == null ? null
        : new ProgressBarBuilder().setTaskName("tag").setInitialMax(size).setUnit(" articles", 1).setUpdateIntervalMillis(200).showSpeed().build();
  }
}
