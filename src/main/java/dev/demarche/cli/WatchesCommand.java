package dev.demarche.cli;

import dev.demarche.app.KafkaProperties;
import dev.demarche.catalogue.CrossCheck;
import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WatchIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The watches of a running stream. */
@Command(name = "watches", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists and changes the watches; the stream takes a change without a restart.")
final class WatchesCommand {
  @Spec private CommandSpec spec;

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all watches.")
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one watch a line") boolean json) {
    try (TopicReader reader = connection.reader(Topics.WATCHES)) {
      for (ConsumerRecord<String, byte[]> record : reader.newestByKey()) {
        if (json) {
          out().println(new String(record.value(), StandardCharsets.UTF_8));
        } else {
          Watch watch = Json.read(record.value(), Watch.class);
          out().printf("%-28s v%-5d %-8s %-9s %s%n", watch.id(), record.offset(), watch.severity().name().toLowerCase(), watch.kind().name()
              .toLowerCase(), Paint.clean(watch.name()));
        }
      }
    }
    return 0;
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a watch as JSON, with its version.",
      footer = {"", "Exit codes: 0 shown, 1 there is no such watch."})
  int show(@Mixin Connection connection, @Parameters(paramLabel = "ID") String id) throws IOException {
    Optional<ConsumerRecord<String, byte[]>> record = find(connection, id);
    if (record.isEmpty()) {
      return noSuch(id);
    }
    out().println("version " + record.get().offset());
    out().println(Json.mapper().readTree(record.get().value()).toPrettyString());
    return 0;
  }

  @Command(name = "put", mixinStandardHelpOptions = true, description = "Puts watches from YAML; those of the same id are replaced.",
      footer = {"", "All files are checked before anything is put. How to write a watch: docs/watches.md", "",
          "Exit codes: 0 put, 1 something is wrong with a file, told with its line and mend; then nothing was put."})
  int put(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) throws IOException {
    List<Located<Watch>> watches = new ArrayList<>();
    List<PackProblem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        Pack<Watch> pack = PackReader.watches(file.toString(), Files.readString(file));
        watches.addAll(pack.values());
        problems.addAll(pack.problems());
      } catch (NoSuchFileException e) {
        spec.commandLine().getErr().println(file + ": there is no such file; name one that exists");
        return 1;
      } catch (IOException e) {
        spec.commandLine().getErr().println(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")");
        return 1;
      }
    }
    for (Located<Watch> watch : watches) {
      WatchIndex.check(watch.value()).ifPresent(problem -> problems.add(watch.problem(problem)));
    }
    problems.addAll(CrossCheck.watches(watches, ids(connection, Topics.ACTORS), ids(connection, Topics.ISSUES)));
    if (!problems.isEmpty()) {
      problems.forEach(problem -> spec.commandLine().getErr().println(problem.message()));
      spec.commandLine().getErr().println("nothing was put");
      return 1;
    }
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(connection.settings()))) {
      for (Located<Watch> watch : watches) {
        long version = writer.write(Topics.WATCHES, connection.name(Topics.WATCHES), watch.value().id(), watch.value());
        out().println(watch.value().id() + " v" + version);
      }
    }
    return 0;
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes watches; alerts raised before stay.",
      footer = {"", "Exit codes: 0 deleted, 1 there is no such watch; the others are deleted."})
  int delete(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids) {
    int missing = 0;
    Collection<String> known = ids(connection, Topics.WATCHES);
    try (TopicWriter writer = new TopicWriter(KafkaProperties.producer(connection.settings()))) {
      for (String id : ids) {
        if (known.contains(id)) {
          writer.write(Topics.WATCHES, connection.name(Topics.WATCHES), id, null);
          out().println(id + " deleted");
        } else {
          missing = noSuch(id);
        }
      }
    }
    return missing;
  }

  private int noSuch(String id) {
    spec.commandLine().getErr().println("there is no watch " + id + "; see: demarche watches list");
    return 1;
  }

  private static Optional<ConsumerRecord<String, byte[]>> find(Connection connection, String id) {
    try (TopicReader reader = connection.reader(Topics.WATCHES)) {
      return reader.newestByKey().stream().filter(record -> record.key().equals(id)).findFirst();
    }
  }

  private static List<String> ids(Connection connection, Topic<?, ?> topic) {
    try (TopicReader reader = connection.reader(topic)) {
      return reader.newestByKey().stream().map(ConsumerRecord::key).toList();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
