package dev.demarche.cli;

import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.tagging.Explanation;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why mentions and speakers have their names. */
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Shows who is who in an article, and why: the canonical name of each mention and speaker, its chain, and the reason.",
    footer = {"", "Mentions of one actor form a chain, #1 and on. Names, offices and pronouns that mean nobody likely enough are shown with a dash.", "",
        "Exit codes: 0 all explained, 1 something could not be read (told on standard error; the rest is explained)."})
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--json", description = "one JSON object a line: article, mentions, speakers, with the reason as data")
  private boolean json;

  @Option(names = "--published-at", paramLabel = "DATE", description = "when articles without a date were published, such as 2025-05-13: offices change hands")
  private String publishedAt;

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER|-", description = "what to explain, in the forms that tag reads; - is standard input")
  private List<String> paths;

  private int bad;

  @Override
  public Integer call() {
    Instant published = TagCommand.date(spec, publishedAt);
    NewsTagger tagger = Engine.tagger(connection.settings());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ExplanationText text = new ExplanationText(Paint.auto());
    ArticleCodec codec = new ArticleCodec(connection.settings().number(Setting.TEXT_LIMIT));
    new ArticleFiles(codec, System.in).read(paths, loaded -> {
      if (loaded instanceof Loaded.Good good) {
        Explanation explanation = tagger.explain(TagCommand.dated(good.article(), published));
        out.println(json ? new String(Json.write(explanation), StandardCharsets.UTF_8) : text.of(explanation));
      } else {
        bad++;
        spec.commandLine().getErr().println(loaded);
      }
    });
    return bad == 0 ? 0 : 1;
  }
}
