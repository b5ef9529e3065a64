package dev.demarche.cli;

import dev.demarche.app.AlertDelivery;
import dev.demarche.app.Denied;
import dev.demarche.app.Engine;
import dev.demarche.app.LogFormat;
import dev.demarche.app.Setting;
import dev.demarche.app.Served;
import dev.demarche.app.Settings;
import dev.demarche.app.StreamApp;
import dev.demarche.topics.TopicAdmin;
import dev.demarche.topics.TopicFiles;
import dev.demarche.topics.TopicPlan;
import dev.demarche.topics.TopicSpec;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an instance of the stream against a cluster. */
@Command(name = "run", mixinStandardHelpOptions = true,
    description = "Runs an instance of the stream against a Kafka cluster; instances of one application.id share the work.",
    footer = {"", "Create the topics first: demarche topics apply. Load watches with: demarche watches put.",
        "With the setting receivers it tells receivers of alerts, too; see demarche deliver.",
        "The web console, health and metrics are served at the setting http.listen, 127.0.0.1:8080 by default.",
        "Ends on Ctrl-C or SIGTERM and hands its partitions over, within 20 s.",
        "Exit codes: 0 ended, 1 a fault, or not ended within 20 s; 2 a bad setting."})
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--console", paramLabel = "on|off", description = "whether to serve the web console; on by default, short for --set console=...")
  private String served;

  @Override
  public Integer call() throws InterruptedException {
    if (served != null) {
      connection.set(Setting.CONSOLE, served);
    }
    Settings settings = connection.settings();
    LogFormat.apply(settings);
    try (Admin admin = connection.admin()) {
      // That of feeds is for who polls them, that of deliveries for who delivers: an instance that does not need not even see it.
      Set<String> others = delivers(settings) ? Set.of(Topics.FEEDS.name(Topics.DEFAULT_PREFIX))
          : Set.of(Topics.FEEDS.name(Topics.DEFAULT_PREFIX), Topics.DELIVERIES.name(Topics.DEFAULT_PREFIX));
      List<TopicSpec> used = TopicFiles.bundled().stream().filter(topic -> !others.contains(topic.name())).toList();
      TopicPlan plan = new TopicAdmin(admin, settings.text(Setting.TOPIC_PREFIX)).plan(used);
      for (TopicPlan.Change change : plan.changes()) {
        if (change instanceof TopicPlan.Create missing) {
          say(settings, "the topic " + missing.topic() + " is missing; run: demarche topics apply --bootstrap "
              + settings.text(Setting.BOOTSTRAP) + " (or this user has no permission for it: grant what docs/deploy.md lists)");
          return 1;
        }
      }
    }
    StreamApp app = new StreamApp(settings, (actors, issues) -> Engine.tagger(settings, actors, issues), Clock.systemUTC());
    AlertDelivery delivery = delivers(settings) ? AlertDelivery.of(settings, System.out, Clock.systemUTC()) : null;
    try (Served http = Served.of(settings, app, delivery); app; delivery) {
      Thread hook = new Thread(() -> stop(app, delivery), "shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        http.start().ifPresent(at -> say(settings, "http://" + at + ": " + http.what()));
        return run(app, delivery, settings);
      } finally {
        remove(hook);
      }
    }
  }

  private static boolean delivers(Settings settings) {
    return settings.text(Setting.RECEIVERS) != null;
  }

  private int run(StreamApp app, AlertDelivery delivery, Settings settings) throws InterruptedException {
    app.start();
    if (delivery != null) {
      delivery.start();
      delivery.onEnd(app::close);
    }
    while (!app.awaitRunning(Duration.ofSeconds(5)) && !app.hasEnded()) {
      say(settings, "waiting for partitions and state ...");
    }
    if (!app.hasEnded()) {
      say(settings, "running: " + settings.text(Setting.APPLICATION_ID) + " on " + settings.text(Setting.BOOTSTRAP)
          + ", topics " + settings.text(Setting.TOPIC_PREFIX) + "*" + (delivery == null ? "" : ", " + delivery.receivers() + " receivers"));
    }
    app.awaitEnd();
    if (app.fault() != null) {
      say(settings, "the stream ended: " + Denied.tell(app.fault(), settings));
      return 1;
    }
    if (delivery != null && delivery.service().fault() != null) {
      say(settings, "delivery ended: " + Denied.tell(delivery.service().fault(), settings));
      return 1;
    }
    return 0;
  }

  /** A JVM that a signal ends exits by the signal's number whatever it did; who supervises it would take a clean end for a crash. */
  private static void stop(StreamApp app, AlertDelivery delivery) {
    boolean failed = delivery != null && delivery.service().fault() != null;
    if (delivery != null) {
      delivery.close();
    }
    app.close();
    Runtime.getRuntime().halt(app.fault() == null && app.handedOver() && !failed ? 0 : 1);
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // A signal came first, and the hook runs already.
    }
  }

  private void say(Settings settings, String line) {
    if (LogFormat.isJson(settings)) {
      LOG.info(line);
    } else {
      spec.commandLine().getErr().println(line);
    }
  }
}
