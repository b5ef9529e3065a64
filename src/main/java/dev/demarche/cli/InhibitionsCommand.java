package dev.demarche.cli;

import dev.demarche.alerting.Inhibitions;
import dev.demarche.app.KafkaProperties;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Moment;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The inhibitions. */
@Command(name = "inhibitions", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists, puts and deletes inhibitions: people are not told of some alerts while others fire.")
final class InhibitionsCommand {
  @Spec private CommandSpec spec;

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the inhibitions.", footer = {"", "Exit codes: 0 listed, 1 failed."})
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one a line, as on the topic") boolean json) {
    read(connection).values().forEach(rule -> out().println(json ? new String(Json.write(rule), StandardCharsets.UTF_8)
        : Paint.clean(rule.id() + "  " + String.join(", ", rule.sources()) + " inhibits " + String.join(", ", rule.targets())
        + (rule.equal().isEmpty() ? "" : " of the same " + String.join(", ", rule.equal())) + " for " + rule.within().toString().substring(2).toLowerCase()
        + (rule.comment() == null ? "" : ": " + rule.comment()))));
    return 0;
  }

  @Command(name = "put", mixinStandardHelpOptions = true, description = "Puts an inhibition, in force for alerts that are raised from now on.",
      footer = {"", "Matchers are those of routes: watch=russia-rejects, severity=critical, actor=~\"r.*\".",
          "Exit codes: 0 put, 2 something is wrong with what is asked for."})
  int put(@Mixin Connection connection, @Parameters(paramLabel = "ID") String id,
          @Option(names = "--source", required = true, paramLabel = "MATCHER", description = "what an alert must fit to inhibit others; may be repeated") List<String> sources,
          @Option(names = "--target", required = true, paramLabel = "MATCHER", description = "what an alert must fit to be inhibited; may be repeated") List<String> targets,
          @Option(names = "--equal", paramLabel = "LABEL", split = ",", description = "of which both must share a value: actor, issue") List<String> equal,
          @Option(names = "--for", paramLabel = "SPAN", defaultValue = "1h", description = "how long an alert inhibits others, at most 7d; else 1h") String span,
          @Option(names = "--comment", paramLabel = "TEXT", description = "why") String comment) {
    Inhibition rule;
    try {
      rule = new Inhibition(id, sources, targets, equal, Moment.span(span), comment);
      Inhibitions.check(rule);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    connection.admin().close();
    write(connection, rule.id(), rule);
    out().println(rule.id() + " put");
    return 0;
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes inhibitions.",
      footer = {"", "Exit codes: 0 deleted, 1 there is none with an id; then none is deleted."})
  int delete(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids) {
    Map<String, Inhibition> known = read(connection);
    for (String id : ids) {
      if (!known.containsKey(id)) {
        spec.commandLine().getErr().println("there is no inhibition " + Paint.clean(id) + "; demarche inhibitions list shows all");
        return 1;
      }
    }
    ids.forEach(id -> {
      write(connection, id, null);
      out().println(id + " deleted");
    });
    return 0;
  }

  private static void write(Connection connection, String id, Inhibition rule) {
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(connection.settings()))) {
      writer.write(Topics.INHIBITIONS, connection.name(Topics.INHIBITIONS), id, rule);
    }
  }

  private static Map<String, Inhibition> read(Connection connection) {
    Map<String, Inhibition> all = new TreeMap<>();
    try (TopicReader reader = connection.reader(Topics.INHIBITIONS)) {
      reader.newestByKey().forEach(record -> {
        try {
          all.put(record.key(), Json.read(record.value(), Inhibition.class));
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
