package dev.demarche.catalogue;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one pack, a YAML text that holds one mapping or a list of mappings. Never throws for what the text holds: each problem is told with
 * its line, and the other values of the pack are read all the same.
 *
 * <pre>{@code
 * Pack<Watch> pack = PackReader.watches("my.yaml", text);
 * pack.problems().forEach(System.err::println);  // my.yaml:3: severity: "hihg" is not known; write one of: info, warning, critical
 * }</pre>
 */
public final class PackReader {
  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_NESTING = 20;
  private static final int MAX_ALIASES = 20;
  private static final List<String> ISSUE_FIELDS = List.of("id", "name", "words");

  private PackReader() {}

  /** Actors; fields as in {@link Actor}, of which {@code id}, {@code name} and {@code type} are required. */
  public static Pack<Actor> actors(String file, String yaml) {
    return read(file, yaml, "an actor", ActorFields.FIELDS, ActorFields::read, Actor::id);
  }

  /** Issues: {@code id}, {@code name} and {@code words}, all required. The syntax of {@code words} is not checked here. */
  public static Pack<Issue> issues(String file, String yaml) {
    return read(file, yaml, "an issue", ISSUE_FIELDS, PackReader::issue, Issue::id);
  }

  /**
   * Watches; fields as in {@link Watch}, of which {@code id} and {@code kind} are required. {@code name} is the id by default,
   * {@code severity} is warning, {@code minConfidence} is 0. The syntax of {@code words} is not checked here.
   */
  public static Pack<Watch> watches(String file, String yaml) {
    return read(file, yaml, "a watch", WatchFields.FIELDS, WatchFields::read, Watch::id);
  }

  private static Issue issue(Entry entry) {
    String id = entry.id();
    String name = entry.required("name", "Some name");
    String words = entry.required("words", "some words");
    return entry.good() ? new Issue(id, name, words) : null;
  }

  private static <T> Pack<T> read(String file, String yaml, String what, List<String> fields, Function<Entry, T> reading,
                                  Function<T, String> id) {
    List<Located<T>> values = new ArrayList<>();
    List<PackProblem> problems = new ArrayList<>();
    Map<String, Located<T>> byId = new HashMap<>();
    for (MappingNode node : mappings(file, yaml, what, problems)) {
      Entry entry = Entry.of(file, what, node, fields, problems);
      T value = reading.apply(entry);
      if (value == null || !entry.good()) {
        continue;
      }
      Located<T> located = entry.located(value);
      Located<T> first = byId.putIfAbsent(id.apply(value), located);
      if (first == null) {
        values.add(located);
      } else {
        entry.report("id", "\"" + id.apply(value) + "\" is taken by line " + first.lineOf("id"), "give it another id, or remove one");
      }
    }
    return new Pack<>(values, problems);
  }

  /**
   * Reads a YAML text that holds one mapping of whatever kind.
   *
   * @param what   it is, in words: "a list of receivers"
   * @param fields that it may have
   * @param into   takes what is wrong with it
   * @return the mapping; null where there is none
   */
  public static Entry document(String file, String yaml, String what, List<String> fields, List<PackProblem> into) {
    Node root = root(file, yaml, into).orElse(null);
    if (root instanceof MappingNode mapping) {
      return Entry.of(file, what, mapping, fields, into);
    }
    if (into.isEmpty()) {
      into.add(new PackProblem(file, 1, new Problem("", root == null ? "holds nothing" : Entry.kind(root) + " stands where " + what + " belongs",
          "write the fields: " + String.join(", ", fields))));
    }
    return null;
  }

  /** The value of a text; empty where it holds none or is no YAML, which is told. */
  private static Optional<Node> root(String file, String yaml, List<PackProblem> problems) {
    if (yaml.length() > MAX_CHARACTERS) {
      problems.add(new PackProblem(file, 1, new Problem("", "has " + yaml.length() + " characters", "split it: at most " + MAX_CHARACTERS)));
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new Yaml(limits()).compose(new StringReader(yaml)));
    } catch (YAMLException | StackOverflowError e) {
      problems.add(unreadable(file, yaml, e));
      return Optional.empty();
    }
  }

  private static List<MappingNode> mappings(String file, String yaml, String what, List<PackProblem> problems) {
    Node root = root(file, yaml, problems).orElse(null);
    if (root == null && !problems.isEmpty()) {
      return List.of();
    }
    List<Node> nodes = root == null ? List.of() : root instanceof SequenceNode list ? list.getValue() : List.of(root);
    if (nodes.isEmpty()) {
      problems.add(new PackProblem(file, 1, new Problem("", "holds nothing", "write " + what + ", or remove the file")));
    }
    List<MappingNode> mappings = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof MappingNode mapping) {
        mappings.add(mapping);
      } else {
        problems.add(new PackProblem(file, Entry.line(node),
            new Problem("", Entry.kind(node) + " stands where " + what + " belongs", "write \"id: some-name\" and further fields")));
      }
    }
    return mappings;
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_NESTING);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    return options;
  }

  private static PackProblem unreadable(String file, String yaml, Throwable e) {
    if (e instanceof MarkedYAMLException marked) {
      Mark mark = marked.getProblemMark() != null ? marked.getProblemMark() : marked.getContextMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      String where = mark == null ? "" : " near column " + (mark.getColumn() + 1);
      return new PackProblem(file, line, new Problem("", "is not YAML, " + marked.getProblem(),
          "look" + where + " for indentation, colons, quotation marks and brackets"));
    }
    if (e instanceof ReaderException reader) {
      int line = 1 + (int) yaml.codePoints().limit(Math.max(0, reader.getPosition())).filter(c -> c == '\n').count();
      String message = String.format("holds the character U+%04X, which YAML does not allow", reader.getCodePoint());
      return new PackProblem(file, line, new Problem("", message, "remove it"));
    }
    String message = e.getMessage() == null ? "nests too deep" : e.getMessage();
    return new PackProblem(file, 1, new Problem("", "is not read: " + message, "simplify the file: at most " + MAX_NESTING
        + " levels and " + MAX_ALIASES + " references to anchors"));
  }
}
