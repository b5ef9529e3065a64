package dev.demarche.cli;

import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.app.Sources;
import dev.demarche.ingest.feeds.FeedSource;
import dev.demarche.topics.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Polls feeds and publishes their entries. */
@Command(name = "feeds", mixinStandardHelpOptions = true, description = "Polls RSS, Atom and JSON feeds and publishes their entries, each once.",
    footer = {"", "The list of feeds is YAML:", "", "  feeds:", "    - https://example.org/rss.xml",
        "    - url: https://example.org/atom.xml",
        "      publisher: Example     # else as the page or the address says",
        "      text: page             # auto (default), feed or page", "      min: 10m               # polls no closer than this",
        "", "How far each feed was read is kept on the cluster: an instance that starts elsewhere goes on. One instance polls at a time; the last",
        "one started takes over. What cannot be fetched is a dead letter (demarche dead-letters).", "",
        "Exit codes: 0 ended by --once or Ctrl-C, 1 failed or taken over by another instance, 2 wrong settings or list."})
final class FeedsCommand implements Callable<Integer> {
  private static final int STOP_SECONDS = 20;

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--feeds", paramLabel = "FILE", description = "the list of feeds; else the setting feeds")
  private String feeds;

  @Option(names = "--once", description = "poll each feed that is due once, then end")
  private boolean once;

  @Option(names = "--check", description = "read the list, say what is wrong in it, and end; needs no broker")
  private boolean check;

  @Option(names = "--allow-private", description = "fetch private, loopback and link-local addresses, too")
  private boolean allowPrivate;

  @Override
  public Integer call() throws InterruptedException {
    if (feeds != null) {
      connection.set(Setting.FEEDS, feeds);
    }
    if (allowPrivate) {
      connection.set(Setting.WEB_ALLOW_PRIVATE, "true");
    }
    PrintWriter err = spec.commandLine().getErr();
    Settings settings = connection.settings();
    List<FeedSource> list = Sources.feeds(settings);
    if (check) {
      spec.commandLine().getOut().println(list.size() + " feeds, nothing wrong");
      return 0;
    }
    connection.reader(Topics.FEEDS).close();
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      stop.set(true);
      try {
        ended.await(STOP_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }, "feeds-stop"));
    try {
      err.println("polling " + list.size() + " feeds" + (once ? " once" : "; Ctrl-C ends it"));
      Sources.Polled polled = Sources.poll(settings, once, stop::get);
      err.println("published " + polled.counts().articles() + " articles of " + polled.counts().polls() + " polls (" + polled.counts().failed()
          + " failed) to " + connection.name(Topics.ARTICLES) + ", " + polled.counts().letters() + " dead letters"
          + (polled.early() == 0 ? "" : "; " + polled.early() + " feeds were not due yet"));
      return 0;
    } finally {
      ended.countDown();
    }
  }
}
