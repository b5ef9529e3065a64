package dev.demarche.cli;

import dev.demarche.domain.Nearest;
import dev.demarche.topics.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows a topic's records as they come. */
@Command(name = "tail", mixinStandardHelpOptions = true,
    description = "Shows what the stream finds, as it comes, until Ctrl-C: a line or two for each record.",
    footer = {"", "Examples:", "  demarche tail stances --actor Russia --act reject --act threaten",
        "  demarche tail statements --issue ceasefire --from-beginning --no-follow --json",
        "", "Records of several partitions are shown in the order in which they are read."})
final class TailCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Connection connection;

  @Mixin private Filter filter;

  @Option(names = "--json", description = "one record a line, as on the topic")
  private boolean json;

  @Option(names = "--from-beginning", description = "first what the topic holds; without it, only what comes from now on")
  private boolean fromBeginning;

  @Option(names = "--no-follow", description = "end when all that the topic holds is shown; with --from-beginning")
  private boolean noFollow;

  @Option(names = "--max", paramLabel = "N", description = "end after N records")
  private Long max;

  @Parameters(paramLabel = "TOPIC", converter = ViewOfName.class, completionCandidates = Names.class,
      description = "one of: ${COMPLETION-CANDIDATES}")
  private View<?> view;

  /** The names of topics that can be shown, without the prefix. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      View.ALL.forEach(view -> add(view.topic().name()));
    }
  }

  /** Finds a view by its topic's name. */
  static final class ViewOfName implements ITypeConverter<View<?>> {
    @Override
    public View<?> convert(String name) {
      List<String> names = new Names();
      int at = names.indexOf(name);
      if (at < 0) {
        String near = Nearest.of(name, names);
        throw new TypeConversionException("\"" + name + "\" is no topic that can be shown; "
            + (near == null ? "write one of " + String.join(", ", names) : "did you mean " + near + "?"));
      }
      return View.ALL.get(at);
    }
  }

  @Override
  public Integer call() {
    if (max != null && max < 1) {
      throw new ParameterException(spec.commandLine(), "--max is a whole number of 1 or more, not " + max);
    }
    if (noFollow && !fromBeginning) {
      throw new ParameterException(spec.commandLine(), "--no-follow alone shows nothing; give --from-beginning, too");
    }
    return tail(view);
  }

  private <T> int tail(View<T> shown) {
    TailText text = new TailText(Paint.auto());
    Printer<T> printer = new Printer<>(shown.type(), filter.of(shown, spec.commandLine()), value -> shown.text().apply(text, value), json,
        max == null ? Long.MAX_VALUE : max);
    try (TopicReader reader = connection.reader(shown.topic())) {
      if (!fromBeginning) {
        reader.skipToEnd();
      }
      if (noFollow) {
        printer.present(reader);
      } else {
        spec.commandLine().getErr().println("reading " + connection.name(shown.topic())
            + (fromBeginning ? " from its beginning" : " from now on") + "; Ctrl-C ends it");
        printer.follow(reader);
      }
    }
    return 0;
  }
}
