package dev.demarche.cli;

import dev.demarche.app.CatalogueKind;
import dev.demarche.app.Catalogues;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The actors of a running stream. */
@Command(name = "actors", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists and changes the people, bodies, countries and places that are known; the stream takes a change without a restart.")
final class ActorsCommand extends CatalogueCommand<Actor> {
  ActorsCommand() {
    super(CatalogueKind.ACTORS);
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists actors: all, or those that fit every option and word.",
      footer = {"", "Exit codes: 0 listed, 1 there is no such group."})
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one actor a line, as on the topic") boolean json,
           @Option(names = "--type", paramLabel = "TYPE", description = "one of: ${COMPLETION-CANDIDATES}") EntityType type,
           @Option(names = "--country", paramLabel = "ID", description = "that belong to this country") String country,
           @Option(names = "--group", paramLabel = "ID", description = "that belong to this group") String group,
           @Parameters(arity = "0..*", paramLabel = "WORD", description = "that hold this text in a name, alias, office or other field")
           List<String> words) {
    Catalogues all = read(connection, false);
    Groups groups = Groups.of(all.actors());
    if (group != null && !groups.has(group)) {
      return fail("there is no group " + group + "; the groups are: " + String.join(", ", groups.ids()));
    }
    return list(connection, json, words, all, actor -> (type == null || type == actor.type())
        && (country == null || country.equals(actor.country())) && (group == null || groups.groupsOf(actor.id()).contains(group)));
  }

  @Override
  String line(Actor actor, long version) {
    String about = !actor.members().isEmpty() ? "group of " + actor.members().size() : actor.country() == null ? "" : actor.country();
    return String.format("%-32s v%-5d %-12s %-20s %s", actor.id(), version, actor.type().name().toLowerCase(Locale.ROOT), about,
        Paint.clean(actor.name())).stripTrailing();
  }

  @Override
  List<String> more(Actor actor, Catalogues all) {
    Groups groups = Groups.of(all.actors());
    List<String> lines = new ArrayList<>();
    add(lines, "belongs to: ", groups.groupsOf(actor.id()));
    add(lines, "stands for: ", groups.members(actor.id()));
    return lines;
  }

  private static void add(List<String> lines, String before, Set<String> ids) {
    if (!ids.isEmpty()) {
      lines.add(before + String.join(", ", ids));
    }
  }
}
