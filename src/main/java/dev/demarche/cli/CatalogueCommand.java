package dev.demarche.cli;

import dev.demarche.app.CatalogueKind;
import dev.demarche.app.CatalogueWriter;
import dev.demarche.app.Catalogues;
import dev.demarche.app.Settings;
import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.Packs;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A catalogue of a running stream: what its commands share. Each kind has a list of its own. */
abstract class CatalogueCommand<T> {
  @Spec private CommandSpec spec;

  private final CatalogueKind<T> kind;

  CatalogueCommand(CatalogueKind<T> kind) {
    this.kind = kind;
  }

  /** One line about a value. */
  abstract String line(T value, long version);

  /** Further lines about a value, for {@code show}. */
  List<String> more(T value, Catalogues all) {
    return List.of();
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one of the ${PARENT-COMMAND-NAME} as JSON, with its version.",
      footer = {"", "Exit codes: 0 shown, 1 there is none with this id."})
  int show(@Mixin Connection connection, @Parameters(paramLabel = "ID") String id,
           @Option(names = "--json", description = "on one line, as on the topic, and nothing else") boolean json) throws IOException {
    Catalogues all = read(connection, true);
    Catalogues.Standing<T> standing = all.of(kind).get(id);
    if (standing == null) {
      return noSuch(id);
    }
    if (json) {
      out().println(new String(standing.bytes(), StandardCharsets.UTF_8));
      return 0;
    }
    out().println("version " + standing.version());
    more(standing.value(), all).forEach(line -> out().println(Paint.clean(line)));
    out().println(Json.mapper().readTree(standing.bytes()).toPrettyString());
    return 0;
  }

  @Command(name = "put", mixinStandardHelpOptions = true,
      description = "Puts ${PARENT-COMMAND-NAME} from YAML; those of the same id are replaced.",
      footer = {"", "All files are checked, by themselves and with what the catalogues hold, before anything is put.",
          "How to write them: docs/catalogues.md", "",
          "Exit codes: 0 put, 1 something is wrong with a file, told with its line and mend; then nothing was put."})
  int put(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    Pack<T> pack = read(files);
    if (pack == null) {
      return 1;
    }
    if (refused(pack, read(connection, true), Set.of())) {
      return 1;
    }
    try (CatalogueWriter writer = new CatalogueWriter(connection.settings())) {
      for (T value : pack.plain()) {
        out().println(kind.id().apply(value) + " v" + writer.put(kind, value));
      }
    }
    return 0;
  }

  @Command(name = "delete", mixinStandardHelpOptions = true,
      description = "Deletes ${PARENT-COMMAND-NAME} for what comes from now on; what was written before stays.",
      footer = {"", "Exit codes: 0 deleted, 1 there is none with an id (the others are deleted), or others name one, told with a mend",
          "(then nothing was deleted)."})
  int delete(@Mixin Connection connection, @Parameters(arity = "1..*", paramLabel = "ID") List<String> ids,
             @Option(names = "--force", description = "also what others name") boolean force) {
    Catalogues all = read(connection, true);
    Set<String> known = new TreeSet<>(all.of(kind).keySet());
    known.retainAll(ids);
    List<PackProblem> problems = force ? List.of() : all.problems(kind, List.of(), known);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> err().println(problem.message()));
      return fail("nothing was deleted; --force deletes all the same");
    }
    int missing = 0;
    try (CatalogueWriter writer = new CatalogueWriter(connection.settings())) {
      for (String id : ids) {
        if (known.contains(id)) {
          writer.delete(kind, id);
          out().println(id + " deleted");
        } else {
          missing = noSuch(id);
        }
      }
    }
    return missing;
  }

  @Command(name = "import", mixinStandardHelpOptions = true,
      description = "Puts all ${PARENT-COMMAND-NAME} of a folder of packs, or of those that come with Demarche; what stands as it is is left.",
      footer = {"", "The packs are checked as a whole, and with what the catalogues hold, before anything is put.",
          "Import actors and issues before watches that name them.", "",
          "Exit codes: 0 done, 1 something is wrong with a file, told with its line and mend; then nothing was put."})
  int importAll(@Mixin Connection connection,
                @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "with the folder ${PARENT-COMMAND-NAME}/ in it") Path folder,
                @Option(names = "--bundled", description = "the packs that come with Demarche") boolean bundled,
                @Option(names = "--prune", description = "delete what stands and is not in the packs") boolean prune,
                @Option(names = "--dry-run", description = "check and count, and put nothing") boolean dryRun) {
    if (bundled == (folder != null)) {
      throw new ParameterException(spec.commandLine(), "import: name a folder, or --bundled");
    }
    Pack<T> pack;
    try {
      pack = kind.of().apply(bundled ? Packs.bundled() : Packs.of(folder));
    } catch (IllegalArgumentException e) {
      return fail(e.getMessage() + "; name a folder with " + kind.plural() + "/ in it");
    }
    if (pack.values().isEmpty() && pack.problems().isEmpty()) {
      return fail(folder + " holds no " + kind.plural() + "; put them into " + folder.resolve(kind.plural()) + "/ as .yaml files");
    }
    Catalogues all = read(connection, true);
    Catalogues.Change<T> change = all.change(kind, pack.plain(), prune);
    if (refused(pack, all, Set.copyOf(change.deleted()))) {
      return 1;
    }
    if (!dryRun && change.size() > 0) {
      try (CatalogueWriter writer = new CatalogueWriter(connection.settings())) {
        writer.write(kind, change, done -> err().println("put " + done + " of " + change.size()));
      }
    }
    out().printf("%s: %d added, %d changed, %d unchanged, %d deleted%s%n", kind.plural(), change.added().size(), change.changed().size(),
        change.unchanged(), change.deleted().size(), dryRun ? " (dry run: nothing was put)" : "");
    return 0;
  }

  /** What the files hold, with what is wrong with it; null where one cannot be read, which was told. */
  final Pack<T> read(List<Path> files) {
    Pack<T> pack = new Pack<>(List.of(), List.of());
    for (Path file : files) {
      try {
        pack = pack.and(kind.read().apply(file.toString(), Files.readString(file)));
      } catch (NoSuchFileException e) {
        fail(file + ": there is no such file; name one that exists");
        return null;
      } catch (IOException e) {
        fail(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")");
        return null;
      }
    }
    return pack;
  }

  /** The list; a value is shown where {@code wanted} says so and its JSON holds each of {@code words}, in any case. */
  int list(Connection connection, boolean json, List<String> words, Catalogues all, Predicate<T> wanted) {
    for (Map.Entry<String, Catalogues.Standing<T>> entry : all.of(kind).entrySet()) {
      Catalogues.Standing<T> standing = entry.getValue();
      String record = new String(standing.bytes(), StandardCharsets.UTF_8);
      String lower = record.toLowerCase(Locale.ROOT);
      if (wanted.test(standing.value()) && (words == null || words.stream().allMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT))))) {
        out().println(json ? record : line(standing.value(), standing.version()));
      }
    }
    return 0;
  }

  /** What the catalogues hold, or that of this kind alone; tells on the way what holds no value. */
  Catalogues read(Connection connection, boolean others) {
    Settings settings = connection.settings();
    try (Admin admin = connection.admin()) {
      Catalogues all = others ? Catalogues.read(settings) : Catalogues.read(settings, kind);
      all.unreadable().forEach(line -> err().println(Paint.clean(line)));
      return all;
    }
  }

  int fail(String message) {
    err().println(message);
    return 1;
  }

  private boolean refused(Pack<T> pack, Catalogues all, Set<String> deleted) {
    boolean refused = wrong(pack, all, deleted);
    if (refused) {
      err().println("nothing was put");
    }
    return refused;
  }

  /** Whether anything is wrong with what would be put and deleted; tells it. */
  final boolean wrong(Pack<T> pack, Catalogues all, Set<String> deleted) {
    List<PackProblem> problems = new ArrayList<>(pack.problems());
    // An actor that was not read would be missed by those that name it, which would only bring more problems.
    if (problems.isEmpty() || kind != CatalogueKind.ACTORS) {
      problems.addAll(all.problems(kind, pack.values(), deleted));
    }
    problems.forEach(problem -> err().println(problem.message()));
    return !problems.isEmpty();
  }

  private int noSuch(String id) {
    return fail("there is no " + kind.one().substring(kind.one().indexOf(' ') + 1) + " " + id + "; see: demarche " + kind.plural() + " list");
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
