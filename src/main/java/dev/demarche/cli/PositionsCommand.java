package dev.demarche.cli;

import dev.demarche.domain.Position;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows where actors stand. */
@Command(name = "positions", mixinStandardHelpOptions = true,
    description = "Shows where actors stand: a table of actors by issues, or, where an actor, an issue or a target is named, each position with its "
        + "receipt.",
    footer = {"", "Examples:", "  demarche positions", "  demarche positions --actor Hungary --history",
        "  demarche positions --issue ceasefire --json"})
final class PositionsCommand implements Callable<Integer> {
  private static final Comparator<Position> ORDER = Comparator.comparing(Position::name)
      .thenComparing(Position::issue, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(Position::target, Comparator.nullsFirst(Comparator.naturalOrder()));

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Mixin private Filter filter;

  @Option(names = "--history", description = "each position with the stands before")
  private boolean history;

  @Option(names = "--json", description = "one position a line, as on the topic")
  private boolean json;

  @Option(names = "--max", paramLabel = "N", defaultValue = "40", description = "at most N actors in the table (${DEFAULT-VALUE})")
  private int max;

  @Override
  public Integer call() {
    if (max < 1) {
      throw new ParameterException(spec.commandLine(), "--max is a whole number of 1 or more, not " + max);
    }
    Predicate<Position> wanted = filter.of(View.POSITIONS, spec.commandLine());
    Map<Position, byte[]> found = new LinkedHashMap<>();
    boolean any = read(wanted, found);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println(any ? "nobody's position is such; \"demarche positions\" shows whose there are"
          : "there are no positions on " + connection.name(Topics.POSITIONS) + " yet: they are made from articles by \"demarche run\"; publish"
          + " some, for instance with \"demarche publish FILE\"");
      return 0;
    }
    print(found);
    return 0;
  }

  /** Whether the topic holds any position. */
  private boolean read(Predicate<Position> wanted, Map<Position, byte[]> found) {
    boolean any = false;
    List<Map.Entry<Position, byte[]>> read = new ArrayList<>();
    try (TopicReader reader = connection.reader(Topics.POSITIONS)) {
      for (ConsumerRecord<String, byte[]> record : reader.newestByKey()) {
        try {
          Position position = Json.read(record.value(), Position.class);
          any = true;
          if (wanted.test(position)) {
            read.add(Map.entry(position, record.value()));
          }
        } catch (SerializationException e) {
          spec.commandLine().getErr().println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + e.getMessage());
        }
      }
    }
    read.stream().sorted(Map.Entry.comparingByKey(ORDER)).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return any;
  }

  private void print(Map<Position, byte[]> found) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PositionsText text = new PositionsText(Paint.auto());
    if (json) {
      found.values().forEach(bytes -> out.println(new String(bytes, StandardCharsets.UTF_8)));
    } else if (history || filter.asks()) {
      found.keySet().forEach(position -> text.of(position, history).forEach(out::println));
    } else {
      text.table(found.keySet(), max).forEach(out::println);
    }
  }
}
