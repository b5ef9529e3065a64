package dev.demarche.cli;

import dev.demarche.alerting.SilenceForm;
import dev.demarche.app.AlertTopics;
import dev.demarche.domain.Silence;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The silences. */
@Command(name = "silences", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists, adds and ends silences: alerts that people are not told of for a time, though they fire.")
final class SilencesCommand {
  @Spec private CommandSpec spec;

  /** When it ends. */
  static final class End {
    @Option(names = "--for", paramLabel = "SPAN", required = true, description = "how long: 30m, 2h, 7d")
    private String span;

    @Option(names = "--until", paramLabel = "TIME", required = true, description = "when it ends: 2026-03-01 or 2026-03-01T12:00:00Z")
    private String until;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists silences that are in force or still to come, the first to end first.",
      footer = {"", "Exit codes: 0 listed, 1 failed."})
  int list(@Mixin Connection connection, @Option(names = "--all", description = "those that have ended, too") boolean all,
           @Option(names = "--json", description = "one a line, as on the topic") boolean json) {
    Instant now = Instant.now();
    read(connection).values().stream().filter(silence -> all || silence.to().isAfter(now)).sorted(Comparator.comparing(Silence::to).thenComparing(Silence::id))
        .forEach(silence -> out().println(json ? new String(Json.write(silence), StandardCharsets.UTF_8) : line(silence, now)));
    return 0;
  }

  private static String line(Silence silence, Instant now) {
    String state = silence.inForce(now) ? "in force" : silence.to().isAfter(now) ? "to come" : "ended";
    return Paint.clean(String.format("%-10s %-9s %s to %s  %s  %s%s", silence.id(), state, silence.from().truncatedTo(ChronoUnit.SECONDS),
        silence.to().truncatedTo(ChronoUnit.SECONDS), String.join(", ", silence.matchers()), silence.author() == null ? "" : silence.author(),
        silence.comment() == null ? "" : ": " + silence.comment()));
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a silence, in force on all instances at once, and prints its id.",
      footer = {"", "Matchers are those of routes: watch=russia-rejects, severity!=critical, actor=~\"r.*\". An alert must fit all of them.",
          "Exit codes: 0 added, 2 something is wrong with what is asked for."})
  int add(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "MATCHER") List<String> matchers, @ArgGroup(multiplicity = "1") End end,
          @Option(names = "--from", paramLabel = "TIME", description = "when it begins; else now") String from,
          @Option(names = "--author", paramLabel = "NAME", description = "whose it is; else the user of this machine") String author,
          @Option(names = "--comment", paramLabel = "TEXT", description = "why") String comment) {
    Silence silence;
    try {
      silence = new SilenceForm(matchers, from, end.span, end.until, author == null ? System.getProperty("user.name") : author, comment)
          .silence(SilenceForm.newId(), Instant.now());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    connection.admin().close();
    write(connection, List.of(silence));
    out().println(silence.id());
    return 0;
  }

  @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends silences now.",
      footer = {"", "Exit codes: 0 ended, 1 there is none with an id; then none is ended."})
  int end(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids) {
    Map<String, Silence> known = read(connection);
    Instant now = Instant.now();
    for (String id : ids) {
      if (!known.containsKey(id)) {
        spec.commandLine().getErr().println("there is no silence " + Paint.clean(id) + "; demarche silences list shows all");
        return 1;
      }
    }
    List<Silence> ended = ids.stream().map(known::get).filter(silence -> silence.to().isAfter(now)).map(silence -> silence.ended(now)).toList();
    write(connection, ended);
    ids.forEach(id -> out().println(id + " ended"));
    return 0;
  }

  private static void write(Connection connection, List<Silence> silences) {
    try (AlertTopics topics = new AlertTopics(connection.settings())) {
      silences.forEach(topics::put);
    }
  }

  private static Map<String, Silence> read(Connection connection) {
    Map<String, Silence> all = new TreeMap<>();
    try (TopicReader reader = connection.reader(Topics.SILENCES)) {
      reader.newestByKey().forEach(record -> {
        try {
          all.put(record.key(), Json.read(record.value(), Silence.class));
        } catch (SerializationException e) {
          System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + Paint.clean(e.getMessage()));
        }
      });
    }
    return all;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
