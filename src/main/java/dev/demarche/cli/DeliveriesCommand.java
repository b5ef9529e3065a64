package dev.demarche.cli;

import dev.demarche.app.Retries;
import dev.demarche.domain.Delivery;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How far alerts have come to receivers. */
@Command(name = "deliveries", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Shows how far alerts have come to their receivers, and has them tried again.")
final class DeliveriesCommand {
  @Spec private CommandSpec spec;

  /** Which deliveries are meant. */
  static final class Wanted {
    @Option(names = "--status", paramLabel = "STATUS", split = ",", 
        description = "only those that stand so: ${COMPLETION-CANDIDATES}; several with commas between")
    private List<Delivery.Status> status = List.of();

    @Option(names = "--receiver", paramLabel = "NAME", description = "only those to this receiver")
    private String receiver;

    @Option(names = "--watch", paramLabel = "ID", description = "only those of this watch")
    private String watch;

    boolean nothing() {
      return status.isEmpty() && receiver == null && watch == null;
    }

    boolean fits(Delivery delivery) {
      return (status.isEmpty() || status.contains(delivery.status())) && (receiver == null || receiver.equals(delivery.receiver()))
          && (watch == null || watch.equals(delivery.watch()));
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists deliveries, the oldest first, a line each.",
      footer = {"", "Exit codes: 0 listed, 1 failed."})
  int list(@Mixin Connection connection, @Mixin Wanted wanted, @Option(names = "--json", description = "one record a line, as on the topic") boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    Paint paint = Paint.auto();
    for (Delivery delivery : read(connection)) {
      if (wanted.fits(delivery)) {
        out.println(json ? new String(Json.write(delivery), StandardCharsets.UTF_8) : line(paint, delivery));
      }
    }
    return 0;
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows all that is known of an alert's deliveries.",
      footer = {"", "Exit codes: 0 shown, 1 there is none."})
  int show(@Parameters(paramLabel = "ALERT", description = "id of the alert") String alert, @Mixin Connection connection) {
    List<Delivery> found = read(connection).stream().filter(delivery -> delivery.alert().equals(alert)).toList();
    Paint paint = Paint.auto();
    PrintWriter out = spec.commandLine().getOut();
    for (Delivery delivery : found) {
      out.println(line(paint, delivery));
      out.println("  " + paint.label("why") + Paint.clean(delivery.why()));
      out.println("  " + paint.label("watch") + Paint.clean(delivery.watch()) + ", " + delivery.severity());
      out.println("  " + paint.label("since") + delivery.since() + ", last recorded " + delivery.at()
          + (delivery.nextAttempt() == null ? "" : ", next attempt " + delivery.nextAttempt()));
      out.println("  " + paint.label("alert") + connection.name(Topics.ALERTS) + "-" + delivery.partition() + "@" + delivery.offset());
    }
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("no delivery of an alert " + Paint.clean(alert) + " is recorded; demarche deliveries list shows all");
    }
    return found.isEmpty() ? 1 : 0;
  }

  @Command(name = "retry", mixinStandardHelpOptions = true,
      description = "Has deliveries tried again from the first attempt on, at once, by the instances that run; enables a receiver that is disabled.",
      footer = {"", "Without --status, those that failed or are disabled. An alert that was delivered already keeps its id.",
          "Exit codes: 0 asked for, 1 nothing is as described, 2 nothing is described."})
  int retry(@Parameters(arity = "0..*", paramLabel = "ALERT", description = "ids of alerts; all of them where none is named") List<String> alerts,
            @Mixin Connection connection, @Mixin Wanted wanted) {
    List<String> ids = alerts == null ? List.of() : alerts;
    if (ids.isEmpty() && wanted.nothing()) {
      throw new ParameterException(spec.commandLine(), "say which: ids of alerts, --status, --receiver or --watch");
    }
    List<Delivery> again = read(connection).stream().filter(wanted::fits).filter(delivery -> ids.isEmpty() || ids.contains(delivery.alert()))
        .filter(delivery -> !wanted.status.isEmpty() || Retries.byDefault(delivery)).toList();
    Retries.of(connection.settings(), again, Instant.now());
    spec.commandLine().getErr().println(again.isEmpty() ? "no delivery is as described"
        : again.size() + (again.size() == 1 ? " delivery is" : " deliveries are") + " tried again");
    return again.isEmpty() ? 1 : 0;
  }

  private static List<Delivery> read(Connection connection) {
    List<Delivery> all = new ArrayList<>();
    try (TopicReader reader = connection.reader(Topics.DELIVERIES)) {
      reader.newestByKey().forEach(record -> {
        try {
          all.add(Json.read(record.value(), Delivery.class));
        } catch (SerializationException e) {
          System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + e.getMessage());
        }
      });
    }
    all.sort(Comparator.comparing(Delivery::since, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Delivery::key));
    return all;
  }

  private static String line(Paint paint, Delivery delivery) {
    String status = delivery.status().name();
    String word = delivery.status() == Delivery.Status.DELIVERED ? paint.green(status) : delivery.open() ? paint.yellow(status) : paint.red(status);
    return word + " ".repeat(11 - status.length()) + AlertText.time(delivery.since()) + "  " + Paint.clean(delivery.alert()) + "  "
        + paint.bold(delivery.receiver()) + "  " + delivery.attempts() + (delivery.attempts() == 1 ? " attempt" : " attempts")
        + (delivery.answer() == null ? "" : "  " + Paint.excerpt(delivery.answer(), 80));
  }
}
