package dev.demarche.cli;

import dev.demarche.app.AlertDelivery;
import dev.demarche.app.Denied;
import dev.demarche.app.LogFormat;
import dev.demarche.app.Operation;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells receivers of alerts. */
@Command(name = "deliver", mixinStandardHelpOptions = true,
    description = "Tells receivers of alerts: webhooks, chats, PagerDuty, mail, files, feeds; instances of one group share the work.",
    footer = {"", "The file of receivers and routes is described in docs/deliver.md; demarche receivers check FILE looks whether it is well.",
        "A new group begins with the alerts that come from now on; --set deliver.from=earliest begins with all that are kept.",
        "Health and metrics are served at the setting http.listen, 127.0.0.1:8080 by default.",
        "Ends on Ctrl-C or SIGTERM, lets attempts end and hands its partitions over, within 20 s.",
        "Exit codes: 0 ended, 1 a fault, 2 a bad setting or file of receivers."})
final class DeliverCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverCommand.class);
  private static final int STOP_SECONDS = 20;

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Option(names = "--receivers", paramLabel = "FILE", description = "receivers and routes; else the setting receivers")
  private String receivers;

  @Override
  public Integer call() throws InterruptedException {
    if (receivers != null) {
      connection.set(Setting.RECEIVERS, receivers);
    }
    Settings settings = connection.settings();
    LogFormat.apply(settings);
    CountDownLatch ended = new CountDownLatch(1);
    try (AlertDelivery delivery = AlertDelivery.of(settings, System.out, Clock.systemUTC()); Operation operation = Operation.of(settings, delivery)) {
      connection.admin().close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(delivery, ended), "shutdown"));
      operation.start().ifPresent(at -> say(settings, "http://" + at + ": /health/ready, /metrics"));
      delivery.start();
      while (!delivery.service().ready() && delivery.service().fault() == null) {
        Thread.sleep(20);
      }
      if (delivery.service().fault() == null) {
        say(settings, "delivering: " + connection.name(Topics.NOTIFICATIONS) + " on " + settings.text(Setting.BOOTSTRAP) + " to " + delivery.receivers()
            + (delivery.receivers() == 1 ? " receiver" : " receivers") + ", group " + AlertDelivery.group(settings));
      }
      delivery.service().awaitEnd();
      Throwable fault = delivery.service().fault();
      if (fault != null) {
        say(settings, "delivery ended: " + Denied.tell(fault, settings));
      }
      return fault == null ? 0 : 1;
    } finally {
      ended.countDown();
    }
  }

  /** A JVM that a signal ends exits by the signal's number whatever it did; who supervises it would take a clean end for a crash. */
  private static void stop(AlertDelivery delivery, CountDownLatch ended) {
    delivery.close();
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(delivery.service().fault() == null ? 0 : 1);
  }

  private void say(Settings settings, String line) {
    if (LogFormat.isJson(settings)) {
      LOG.info(line);
    } else {
      spec.commandLine().getErr().println(line);
    }
  }
}
