package dev.demarche.cli;

import dev.demarche.alerting.Precision;
import dev.demarche.app.CatalogueKind;
import dev.demarche.app.Catalogues;
import dev.demarche.app.WatchTrial;
import dev.demarche.catalogue.Pack;
import dev.demarche.domain.Groups;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The watches of a running stream. */
@Command(name = "watches", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists and changes the watches; the stream takes a change without a restart.")
final class WatchesCommand extends CatalogueCommand<Watch> {
  private final Map<String, Precision> precisions = new HashMap<>();
  private static final int PROGRESS = 10_000;

  WatchesCommand() {
    super(CatalogueKind.WATCHES);
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists watches: all, or those that fit the options and hold every word.")
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one watch a line, as on the topic") boolean json,
           @Option(names = "--precision", description = "with how many of their alerts were useful, as verdicts say; reads the lives of all alerts") boolean precision,
           @Option(names = "--actor", paramLabel = "ID", description = "that name this actor or group") String actor,
           @Parameters(arity = "0..*", paramLabel = "WORD", description = "that hold this text in any field") List<String> words) {
    if (precision) {
      precisions.putAll(Precision.byWatch(Lives.read(connection).byId().values()));
    }
    return list(connection, json, words, read(connection, false), watch -> actor == null || watch.actors().contains(actor));
  }

  @Command(name = "test", mixinStandardHelpOptions = true,
      description = "Tries drafts of watches on what the topics still hold: which alerts they would have raised. Sends nothing and changes nothing.",
      footer = {"", "It matches and decides as the stream does, and takes the time of receipt for the time. Statements, stances, conditions and mentions",
          "are read from the tagged articles, shifts and states of conditions from topics of their own, as far back as they are kept.", "",
          "Examples:", "  demarche watches test draft.yaml --since 7d", "  demarche watches test draft.yaml --json | jq .alerts[].reason", "",
          "Exit codes: 0 tried, whatever was found; 1 something is wrong with a file, told with its line and mend."})
  int test(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "FILE", description = "watches in YAML") List<Path> files,
           @Option(names = "--since", paramLabel = "TIME", defaultValue = "30d", converter = Since.Converter.class,
               description = "from when on: a span such as 12h, a day, an instant (${DEFAULT-VALUE})") Since since,
           @Option(names = "--max", paramLabel = "N", defaultValue = "10", description = "show at most N alerts of a watch (${DEFAULT-VALUE})") int max,
           @Option(names = "--json", description = "one line a watch, with all its alerts") boolean json) {
    Pack<Watch> drafts = read(files);
    if (drafts == null) {
      return 1;
    }
    Catalogues all = read(connection, true);
    if (wrong(drafts, all, Set.of())) {
      return 1;
    }
    Instant now = Instant.now();
    Consumer<String> tell = line -> err().println(Paint.clean(line));
    try (WatchTrial trial = new WatchTrial(connection.settings(), drafts.plain(), Groups.of(all.actors()), tell)) {
      trial.read(since.at(now), read -> {
        if (read % PROGRESS == 0) {
          err().println(read + " records read");
        }
      });
      TrialText text = new TrialText(Paint.auto(), since.text(), trial.articles(), max);
      trial.outcomes(now).forEach(outcome -> out().print(json ? new String(Json.write(outcome), StandardCharsets.UTF_8) + System.lineSeparator()
          : text.of(outcome)));
    }
    out().flush();
    return 0;
  }

  @Override
  String line(Watch watch, long version) {
    return String.format("%-28s v%-5d %-8s %-9s %s", watch.id(), version, watch.severity().name().toLowerCase(Locale.ROOT),
        watch.kind().name().toLowerCase(Locale.ROOT), Paint.clean(watch.name()) + (watch.trigger().equals(TriggerRule.EVERY) ? ""
        : "  [" + watch.trigger().text() + "]")) + (precisions.containsKey(watch.id()) ? "  " + precisions.get(watch.id()).words() : "");
  }
}
