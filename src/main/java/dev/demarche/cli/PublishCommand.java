package dev.demarche.cli;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.app.Sources;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.ingest.Publisher;
import dev.demarche.ingest.feeds.FeedOutbox;
import dev.demarche.ingest.feeds.UrlArticles;
import dev.demarche.ingest.web.WebAddress;
import dev.demarche.ingest.web.WebClient;
import dev.demarche.ingest.web.WebPages;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes files and pages of the web to the articles topic. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = "Publishes articles to the articles topic.",
    footer = {"", "Publishing the same article twice changes nothing downstream; with another text it is a new revision.",
        "For the forms of files see: demarche tag --help", "",
        "Of a page (http, https) its article is taken: canonical address, publisher, date and language as JSON-LD, OpenGraph or meta elements say,",
        "the text without the rest of the page; robots.txt is honoured. A page that cannot be had is a dead letter, too.", "",
        "Exit codes: 0 all published, 1 something could not be read (told on standard error; the rest is published)."})
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER|URL|-", description = "what to publish; - is standard input")
  private List<String> paths;

  @Option(names = "--allow-private", description = "fetch private, loopback and link-local addresses, too")
  private boolean allowPrivate;

  private int bad;

  private int published;

  @Override
  public Integer call() {
    if (allowPrivate) {
      connection.set(Setting.WEB_ALLOW_PRIVATE, "true");
    }
    ArticleCodec codec = new ArticleCodec(connection.settings().number(Setting.TEXT_LIMIT));
    connection.reader(Topics.ARTICLES).close();
    try (Publisher publisher = new Publisher(KafkaProperties.producer(connection.settings()), codec, connection.name(Topics.ARTICLES));
        WebClient web = new WebClient(Sources.limits(connection.settings()), Clock.systemUTC());
        ProgressBar progress = progress()) {
      ArticleFiles files = new ArticleFiles(codec, System.in);
      UrlArticles pages = new UrlArticles(new WebPages(web, Clock.systemUTC()), codec,
          Sources.letters(connection.settings(), "publish", Clock.systemUTC()));
      for (String path : paths) {
        if (WebAddress.isOne(path)) {
          take(pages.read(path, letter -> publisher.publish(FeedOutbox.letter(letter, connection.settings().text(Setting.TOPIC_PREFIX), "publish"))),
              publisher, progress);
        } else {
          files.read(List.of(path), loaded -> take(loaded, publisher, progress));
        }
      }
      publisher.flush();
      spec.commandLine().getErr().println("published " + published + " articles to " + connection.name(Topics.ARTICLES)
          + (bad == 0 ? "" : ", " + bad + " could not be read"));
    }
    return bad == 0 ? 0 : 1;
  }

  private void take(Loaded loaded, Publisher publisher, ProgressBar progress) {
    if (loaded instanceof Loaded.Good good) {
      publisher.publish(good.article());
      published++;
      if (progress != null) {
        progress.step();
      }
    } else {
      bad++;
      spec.commandLine().getErr().println(loaded);
    }
  }

  private static ProgressBar progress() {
    return System.console() == null ? null
        : new ProgressBarBuilder().setTaskName("publish").setUnit(" articles", 1).setUpdateIntervalMillis(200).showSpeed().build();
  }
}
