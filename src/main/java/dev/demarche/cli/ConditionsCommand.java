package dev.demarche.cli;

import dev.demarche.domain.ConditionState;
import dev.demarche.domain.ConditionState.State;
import dev.demarche.topics.Json;
import dev.demarche.topics.TopicReader;
import dev.demarche.topics.Topics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
import picocli.CommandLine.Spec;

/** Shows conditions and what has become of them. */
@Command(name = "conditions", mixinStandardHelpOptions = true,
    description = "Shows the conditions that are followed, each with what has become of it and the reports that say so, the last change last.",
    footer = {"", "Examples:", "  demarche conditions --state open", "  demarche conditions --actor Norway",
        "  demarche conditions --issue ceasefire --json"})
final class ConditionsCommand implements Callable<Integer> {
  private static final Comparator<ConditionState> ORDER =
      Comparator.comparing((ConditionState state) -> state.last().at()).thenComparing(ConditionState::id);

  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Mixin private Filter filter;

  @Option(names = "--state", paramLabel = "STATE", split = ",", description = "its state: open, met, breached or withdrawn; may be repeated")
  private List<State> states = new ArrayList<>();

  @Option(names = "--json", description = "one condition a line, as on the topic")
  private boolean json;

  @Override
  public Integer call() {
    Predicate<ConditionState> asked = filter.of(View.CONDITION_STATES, spec.commandLine());
    List<Map.Entry<ConditionState, byte[]>> found = new ArrayList<>();
    boolean any = read(asked.and(state -> states.isEmpty() || states.contains(state.state())), found);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println(any ? "no condition is such; \"demarche conditions\" shows which there are"
          : "there are no conditions on " + connection.name(Topics.CONDITION_STATES)
          + " yet: they are followed by \"demarche run\"; publish some articles, for "
          + "instance with \"demarche publish FILE\"");
      return 0;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ConditionsText text = new ConditionsText(Paint.auto());
    for (Map.Entry<ConditionState, byte[]> entry : found) {
      if (json) {
        out.println(new String(entry.getValue(), StandardCharsets.UTF_8));
      } else {
        text.of(entry.getKey()).forEach(out::println);
      }
    }
    return 0;
  }

  /** Whether the topic holds any condition. */
  private boolean read(Predicate<ConditionState> wanted, List<Map.Entry<ConditionState, byte[]>> found) {
    boolean any = false;
    try (TopicReader reader = connection.reader(Topics.CONDITION_STATES)) {
      for (ConsumerRecord<String, byte[]> record : reader.newestByKey()) {
        try {
          ConditionState state = Json.read(record.value(), ConditionState.class);
          any = true;
          if (wanted.test(state)) {
            found.add(Map.entry(state, record.value()));
          }
        } catch (SerializationException e) {
          spec.commandLine().getErr().println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": not shown: " + e.getMessage());
        }
      }
    }
    found.sort(Map.Entry.comparingByKey(ORDER));
    return any;
  }
}
