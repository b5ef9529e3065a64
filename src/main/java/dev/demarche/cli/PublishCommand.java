package dev.demarche.cli;

import dev.demarche.app.KafkaProperties;
import dev.demarche.app.Setting;
import dev.demarche.ingest.ArticleFiles;
import dev.demarche.ingest.Loaded;
import dev.demarche.ingest.Publisher;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes files to the articles topic. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = "Publishes articles to the articles topic.",
    footer = {"", "Publishing the same article twice changes nothing downstream; with another text it is a new revision.",
        "For the forms of files see: demarche tag --help", "",
        "Exit codes: 0 all published, 1 something could not be read (told on standard error; the rest is published)."})
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER|-", description = "what to publish; - is standard input")
  private List<String> paths;

  private int bad;

  @Override
  public Integer call() {
    ArticleCodec codec = new ArticleCodec(connection.settings().number(Setting.TEXT_LIMIT));
    connection.reader(Topics.ARTICLES).close();
    try (Publisher publisher = new Publisher(KafkaProperties.producer(connection.settings()), codec, connection.name(Topics.ARTICLES));
        ProgressBar progress = progress()) {
      new ArticleFiles(codec, System.in).read(paths, loaded -> {
        if (loaded instanceof Loaded.Good good) {
          publisher.publish(good.article());
          if (progress != null) {
            progress.step();
          }
        } else {
          bad++;
          spec.commandLine().getErr().println(loaded);
        }
      });
      publisher.flush();
      spec.commandLine().getErr().println("published " + publisher.sent() + " articles to " + connection.name(Topics.ARTICLES)
          + (bad == 0 ? "" : ", " + bad + " could not be read"));
    }
    return bad == 0 ? 0 : 1;
  }

  private static ProgressBar progress() {
    return System.console() == null ? null
        : new ProgressBarBuilder().setTaskName("publish").setUnit(" articles", 1).setUpdateIntervalMillis(200).showSpeed().build();
  }
}
