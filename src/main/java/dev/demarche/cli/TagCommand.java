package dev.demarche.cli;

import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Json;
import dev.demarche.topics.PublicationDate;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tags files without Kafka. */
@Command(name = "tag", mixinStandardHelpOptions = true, description = "Tags articles without Kafka: who said what, who stands where, on which condition.",
    footer = {"", "A .txt file is one article, its id the file's name; what else is known of it stands in NAME.yaml beside it",
        "(url, publisher, title, language, publishedAt). A .jsonl file holds one article a line.", "",
        "Exit codes: 0 all tagged, 1 something could not be read (told on standard error; the rest is tagged)."})
final class TagCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--json", description = "one tagged article a line, as on the topic news.tagged")
  private boolean json;

  @Option(names = "--published-at", paramLabel = "DATE", description = "when articles without a date were published, such as 2025-05-13")
  private String publishedAt;

  @Option(names = "--threads", paramLabel = "N", description = "how many articles to tag at once; one for each core by default")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER|-", description = "what to tag; - is standard input")
  private List<String> paths;

  private int bad;

  @Override
  public Integer call() {
    Instant published = date(spec, publishedAt);
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads: " + threads + " is too few; write 1 or more");
    }
    Tagger tagger = Engine.tagger(connection.settings());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ArticleText text = new ArticleText(Paint.auto());
    ArticleCodec codec = new ArticleCodec(connection.settings().number(Setting.TEXT_LIMIT));
    try (InOrder<Article, String> tagging = new InOrder<>(threads, article -> {
      TaggedArticle tagged = tagger.tag(dated(article, published)).article();
      return json ? new String(Json.write(tagged), StandardCharsets.UTF_8) : text.of(tagged);
    }, out::println)) {
      new ArticleFiles(codec, System.in).read(paths, loaded -> {
        if (loaded instanceof Loaded.Good good) {
          tagging.give(good.article());
        } else {
          bad++;
          spec.commandLine().getErr().println(loaded);
        }
      });
    }
    return bad == 0 ? 0 : 1;
  }

  /** What --published-at says, null where it is not given. */
  static Instant date(CommandSpec spec, String publishedAt) {
    return publishedAt == null ? null : PublicationDate.read(publishedAt).orElseThrow(() -> new ParameterException(spec.commandLine(),
        "--published-at: " + publishedAt + " is no date; write 2025-05-13 or 2025-05-13T12:00:00Z"));
  }

  /** {@code a} as it is tagged: accepted now, published at {@code publishedAt} where it says nothing itself. */
  static Article dated(Article a, Instant publishedAt) {
    Instant date = a.publishedAt() == null ? publishedAt : a.publishedAt();
    return new Article(a.id(), a.revision(), a.url(), a.publisher(), a.title(), a.text(), a.language(), date, null, null)
        .accepted(1, Instant.now());
  }
}
