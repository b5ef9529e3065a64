package dev.demarche.cli;

import dev.demarche.alerting.Precision;
import dev.demarche.app.CatalogueKind;
import dev.demarche.domain.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The watches of a running stream. */
@Command(name = "watches", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists and changes the watches; the stream takes a change without a restart.")
final class WatchesCommand extends CatalogueCommand<Watch> {
  private final Map<String, Precision> precisions = new HashMap<>();

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

  @Override
  String line(Watch watch, long version) {
    return String.format("%-28s v%-5d %-8s %-9s %s", watch.id(), version, watch.severity().name().toLowerCase(Locale.ROOT),
        watch.kind().name().toLowerCase(Locale.ROOT), Paint.clean(watch.name()))
        + (precisions.containsKey(watch.id()) ? "  " + precisions.get(watch.id()).words() : "");
  }
}
