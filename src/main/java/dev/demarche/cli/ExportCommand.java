package dev.demarche.cli;

import dev.demarche.app.Catalogues;
import dev.demarche.app.CatalogueKind;
import dev.demarche.app.Engine;
import dev.demarche.app.Settings;
import dev.demarche.domain.Actor;
import dev.demarche.export.PloverCoder;
import dev.demarche.export.TableFormat;
import dev.demarche.topics.PublicationDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes what the stream has found in the forms of others. */
@Command(name = "export", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Writes what Demarche has found in the forms of other programs.")
final class ExportCommand {
  @Spec private CommandSpec spec;

  /** From where stances are read. */
  enum From { tagged, stances }

  /** A day as {@link PublicationDate} reads it. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return PublicationDate.read(text).map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
          .orElseThrow(() -> new TypeConversionException(text + " is no date; write 2025-05-13"));
    }
  }

  @Command(name = "plover", mixinStandardHelpOptions = true,
      description = "Writes stances as PLOVER events, one a row, with the columns of POLECAT's tables: who did what to whom, when, by which report.",
      footer = {"", "Reads files of tagged articles, as demarche tag --json writes them, or without a file the stream's topics: tagged has what was found in the "
          + "newest text of each article and forgets what was forgotten; stances reaches back further. Every event comes once. What the columns mean, and "
          + "which act becomes which event type: docs/export.md", "",
          "Examples:", "  demarche tag --json FILE | demarche export plover - > events.tsv",
          "  demarche export plover --bootstrap localhost:9092 --since 2025-05-01 --format csv > events.csv", "",
          "Exit codes: 0 all written, 1 something could not be read (told on standard error; the rest is written), 2 wrong usage."})
  int plover(
      @Parameters(paramLabel = "FILE|-", arity = "0..*", description = "tagged articles, one a line; - is standard input") List<String> files,
      @Mixin Connection connection,
      @Option(names = "--topic", paramLabel = "TOPIC", defaultValue = "tagged", description = "which topic to read: tagged (the default) or stances") From from,
      @Option(names = "--since", paramLabel = "DATE", converter = Day.class, description = "only events of this day (UTC) or later") LocalDate since,
      @Option(names = "--until", paramLabel = "DATE", converter = Day.class, description = "only events of this day (UTC) or earlier") LocalDate until,
      @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "tsv", description = "tsv (the default), csv, or jsonl: one JSON object a line")
      TableFormat format,
      @Option(names = "--all", description = "also stances whose act PLOVER does not have: deny, doubt, expect, decline and state; they have no quad code")
      boolean all) {
    if (since != null && until != null && until.isBefore(since)) {
      throw new ParameterException(spec.commandLine(), "--until: " + until + " lies before --since " + since + "; nothing is of both");
    }
    boolean stream = files == null || files.isEmpty();
    Settings settings = connection.settings();
    PloverCoder coder = new PloverCoder(stream ? actors(connection, settings) : Engine.packs(settings).actors().plain(), all);
    ExportedRows rows = new ExportedRows(format, since, until);
    TaggedSource source = new TaggedSource(spec.commandLine().getErr(), rows::closed);
    if (!stream) {
      source.readFiles(files, article -> coder.events(article, stance -> rows.wants(stance, article.ref())).forEach(rows::add));
    } else if (from == From.tagged) {
      source.readTagged(connection, article -> coder.events(article, stance -> rows.wants(stance, article.ref())).forEach(rows::add));
    } else {
      source.readStances(connection, record -> coder.events(record, stance -> rows.wants(stance, record.article())).forEach(rows::add));
    }
    rows.end();
    spec.commandLine().getErr().println("exported " + rows.written() + " events" + told(rows.left())
        + (source.bad() == 0 ? "" : "; " + source.bad() + " lines or records could not be read"));
    return source.bad() == 0 ? 0 : 1;
  }

  private static List<Actor> actors(Connection connection, Settings settings) {
    connection.admin().close();
    return Catalogues.read(settings, CatalogueKind.ACTORS).actors();
  }

  private static String told(Map<String, Integer> left) {
    return left.isEmpty() ? "" : "; left out " + new TreeMap<>(left).entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
        .reduce((a, b) -> a + ", " + b).orElseThrow();
  }
}
