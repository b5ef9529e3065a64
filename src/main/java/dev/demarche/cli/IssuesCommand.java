package dev.demarche.cli;

import dev.demarche.app.CatalogueKind;
import dev.demarche.domain.Issue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The issues of a running stream. */
@Command(name = "issues", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists and changes what stances are about; the stream takes a change without a restart.")
final class IssuesCommand extends CatalogueCommand<Issue> {
  IssuesCommand() {
    super(CatalogueKind.ISSUES);
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists issues: all, or those that hold every word.")
  int list(@Mixin Connection connection, @Option(names = "--json", description = "one issue a line, as on the topic") boolean json,
           @Parameters(arity = "0..*", paramLabel = "WORD", description = "that hold this text in their name or words") List<String> words) {
    return list(connection, json, words, read(connection, false), issue -> true);
  }

  @Override
  String line(Issue issue, long version) {
    return String.format("%-28s v%-5d %s", issue.id(), version, Paint.clean(issue.name()));
  }
}
