package dev.demarche.cli;

import dev.demarche.app.Demo;
import dev.demarche.app.Engine;
import dev.demarche.app.Setting;
import dev.demarche.pipeline.Counters;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole stream, on a Kafka of its own. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Runs the whole stream on a Kafka of its own, with the articles and watches that come with it, and prints the alerts.",
    footer = {"", "The data lies in a temporary folder that is removed at the end.",
        "Exit codes: 0 done, 1 something did not start or was not processed within a minute."})
final class DemoCommand implements Callable<Integer> {
  private static final int PARTITIONS = 4;
  private static final int CONSOLE_PORT = 8080;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration DELIVERY = Duration.ofSeconds(20);

  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "end when the articles are processed")
  private boolean once;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "port of the broker; any free one by default")
  private int port;

  @Option(names = "--receivers", paramLabel = "FILE", description = "tell these receivers of the alerts, too; see demarche deliver")
  private String receivers;

  @Option(names = "--console", paramLabel = "on|off", defaultValue = "on", description = "whether to serve the web console; not with --once")
  private Switch console;

  @Option(names = "--http", paramLabel = "HOST:PORT", description = "where to serve it; 127.0.0.1:8080 by default, any free port where that is taken")
  private String http;

  /** Whether a part is wanted. */
  enum Switch { ON, OFF }

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong shown = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port: " + port + " is no port; write 1 to 65535, or 0 for any free one");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
    long start = System.nanoTime();
    try (Demo demo = new Demo()) {
      say("starting Kafka and the stream ...");
      demo.start(new Demo.Plan(port, PARTITIONS, true, Engine::tagger, settings()));
      AlertText text = new AlertText(Paint.auto());
      Thread reader = new Thread(() -> demo.followAlerts(alert -> {
        out.print(text.of(alert));
        shown.incrementAndGet();
      }, () -> stopped.getCount() == 0), "alerts");
      reader.start();
      if (console == Switch.ON && !once) {
        demo.serve().ifPresent(at -> say("the console: http://" + at));
      }
      int articles = demo.publishSeeds();
      say("published " + articles + (articles == 1 ? " article" : " articles") + " to Kafka at " + demo.settings().text(Setting.BOOTSTRAP));
      boolean done = demo.awaitDone(articles, PATIENCE) && awaitShown(demo);
      if (once && done && !demo.awaitDelivered(DELIVERY)) {
        say("not all alerts were delivered within " + DELIVERY.toSeconds() + " s");
      }
      if (!once) {
        explain(out, demo);
        stopped.await();
      }
      stopped.countDown();
      reader.join();
      summary(out, demo.app().counters(), System.nanoTime() - start);
      if (!done) {
        say("the articles were not processed within " + PATIENCE.toSeconds() + " s");
      }
      return done ? 0 : 1;
    } finally {
      closed.countDown();
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Map.of("threads", "2"));
    settings.put(Setting.HTTP_LISTEN.key(), http == null ? free() : http);
    if (receivers != null) {
      settings.putAll(Map.of(Setting.RECEIVERS.key(), receivers, Setting.DELIVER_FROM.key(), "earliest"));
    }
    return settings;
  }

  private static String free() {
    try (ServerSocket probe = new ServerSocket(CONSOLE_PORT, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + probe.getLocalPort();
    } catch (IOException e) {
      return "127.0.0.1:0";
    }
  }

  private void stop() {
    stopped.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitShown(Demo demo) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (shown.get() < demo.app().counters().count(Counters.Name.ALERTS) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return shown.get() >= demo.app().counters().count(Counters.Name.ALERTS);
  }

  private static void explain(PrintStream out, Demo demo) {
    String bootstrap = demo.settings().text(Setting.BOOTSTRAP);
    out.println("The stream goes on; Ctrl-C ends it. In another terminal:");
    out.println("  ./demarche publish --bootstrap " + bootstrap + " FILE...       more articles");
    out.println("  ./demarche watches put --bootstrap " + bootstrap + " FILE      a watch of your own, at once in force");
    out.println("  ./demarche alerts --follow --bootstrap " + bootstrap + "       the alerts as they come");
    out.println("  ./demarche tail stances --bootstrap " + bootstrap + "        who stands where, as it comes");
    out.println("  any Kafka client, isolation.level=read_committed: news.statements, news.stances, news.conditions, news.alerts");
    out.println();
  }

  private void summary(PrintStream out, Counters c, long nanos) {
    out.printf("articles in %d, tagged %d, known already %d, dead letters %d%n", c.count(Counters.Name.ARTICLES),
        c.count(Counters.Name.TAGGED), c.count(Counters.Name.KNOWN), c.count(Counters.Name.DEAD_ARTICLES) + c.count(Counters.Name.DEAD_OTHERS));
    out.printf("statements %d, stances %d, conditions %d, alerts %d%n", c.count(Counters.Name.STATEMENTS), c.count(Counters.Name.STANCES),
        c.count(Counters.Name.CONDITIONS), c.count(Counters.Name.ALERTS));
    out.print("time by stage:");
    c.nanosByStage().forEach((stage, time) -> out.printf("  %s %.0f ms", stage, time / 1e6));
    out.printf("%nall in all %.1f s%n", nanos / 1e9);
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
  }
}
