package dev.demarche.cli;

import dev.demarche.app.AlertDelivery;
import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.app.SettingsException;
import dev.demarche.app.Sources;
import dev.demarche.delivery.channels.Channels;
import dev.demarche.delivery.channels.Outcome;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.alerting.Matcher;
import dev.demarche.delivery.routing.Route;
import dev.demarche.delivery.text.Sample;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Nearest;
import dev.demarche.domain.Notification;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The file of receivers. */
@Command(name = "receivers", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Looks into the file of receivers, and tries them. Needs no broker.")
final class ReceiversCommand {
  @Spec private CommandSpec spec;

  @Command(name = "check", mixinStandardHelpOptions = true,
      description = "Reads a file of receivers with the secrets that it names, and says what is wrong, or who is told of what.",
      footer = {"", "Exit codes: 0 nothing is wrong, 2 something is."})
  int check(@Parameters(paramLabel = "FILE", description = "receivers and routes") String file,
            @Option(names = "--alerts", paramLabel = "FILE",
                description = "alerts as demarche alerts --json prints them: tells who would be told of each, and why") Path alerts)
      throws IOException {
    ReceiversFile read = AlertDelivery.file(Settings.of(Map.of(Setting.RECEIVERS.key(), file)));
    PrintWriter out = spec.commandLine().getOut();
    if (alerts != null) {
      try (Stream<String> lines = Files.lines(alerts)) {
        lines.filter(line -> !line.isBlank()).forEach(line -> routes(out, read.root(), line));
      }
      return 0;
    }
    for (Receiver receiver : read.receivers().values()) {
      out.println(receiver.name() + "  " + receiver.address().type() + ", " + receiver.address().place() + ", "
          + (receiver.retry().size() + 1) + " attempts at most"
          + (receiver.digest().isZero() ? "" : ", gathered for " + receiver.digest().toSeconds() + " s"));
    }
    out.println();
    show(out, read.root(), "");
    return 0;
  }

  private static void routes(PrintWriter out, Route root, String line) {
    try {
      Alert alert = Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class);
      root.told(alert).forEach(told -> out.println(alert.id() + "  " + told.receiver() + "  (" + told.why() + ")"));
    } catch (SerializationException e) {
      throw new SettingsException("a line of --alerts is no alert (" + e.getMessage() + "); write them by: demarche alerts --json");
    }
  }

  private static void show(PrintWriter out, Route route, String indent) {
    String what = route.matchers().isEmpty() ? "any other" : route.matchers().stream().map(Matcher::toString).collect(Collectors.joining(", "));
    out.println(indent + what + " -> " + String.join(", ", route.receivers()) + (route.goOn() ? ", and on" : ""));
    route.children().forEach(child -> show(out, child, indent + "  "));
  }

  @Command(name = "test", mixinStandardHelpOptions = true, description = "Sends a sample to one receiver, once, and tells what it answers.",
      footer = {"", "Exit codes: 0 it took the sample, 1 it did not, 2 there is no such receiver, or the file is bad."})
  int test(@Parameters(paramLabel = "NAME", description = "of the receiver") String name,
           @Option(names = "--receivers", paramLabel = "FILE", description = "receivers and routes; else the setting receivers") String file,
           @Mixin Connection connection) {
    if (file != null) {
      connection.set(Setting.RECEIVERS, file);
    }
    Settings settings = connection.settings();
    ReceiversFile read = AlertDelivery.file(settings);
    Receiver receiver = read.receivers().get(name);
    if (receiver == null) {
      String near = Nearest.of(name, read.receivers().keySet());
      throw new SettingsException("there is no receiver " + name + "; "
          + (near == null ? "the file names " + String.join(", ", read.receivers().keySet()) : "did you mean " + near + "?"));
    }
    try (Channels channels = new Channels(read, Sources.limits(settings).agent(), System.out, Clock.systemUTC())) {
      Alert sample = Sample.at(Instant.now());
      Outcome outcome = channels.of(receiver).deliver(List.of(Notification.of(sample)));
      boolean taken = outcome instanceof Outcome.Delivered;
      (taken ? spec.commandLine().getOut() : spec.commandLine().getErr())
          .println(name + (taken ? " took " : " did not take ") + sample.id() + ": " + Paint.clean(outcome.answer()));
      return taken ? 0 : 1;
    }
  }
}
