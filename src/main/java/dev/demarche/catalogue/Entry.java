package dev.demarche.catalogue;

import dev.demarche.domain.Nearest;
import dev.demarche.domain.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a file in YAML, whose fields are asked for by type. A field that is not as asked for becomes a problem, and the answer is null or
 * empty; so all problems of a mapping are found in one reading. Confined to the reading thread.
 */
public final class Entry {
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+");

  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,5}[smhd]");

  private final String file;
  private final int line;
  private final String path;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines;
  private final List<PackProblem> problems;
  private final int problemsBefore;

  /** A mapping at {@code path} ("" or "roles[0].") that is {@code what} ("an actor") and may have {@code fields}. */
  private Entry(String file, String what, String path, MappingNode node, List<String> fields, Map<String, Integer> lines,
                List<PackProblem> problems) {
    this.file = file;
    this.line = line(node);
    this.path = path;
    this.lines = lines;
    this.problems = problems;
    this.problemsBefore = problems.size();
    for (NodeTuple field : node.getValue()) {
      take(field, what, fields);
    }
  }

  static Entry of(String file, String what, MappingNode node, List<String> fields, List<PackProblem> problems) {
    return new Entry(file, what, "", node, fields, new LinkedHashMap<>(), problems);
  }

  private void take(NodeTuple field, String what, List<String> fields) {
    if (!(field.getKeyNode() instanceof ScalarNode key)) {
      problems.add(new PackProblem(file, line(field.getKeyNode()),
          new Problem("", kind(field.getKeyNode()) + " stands where a field's name belongs", "write one of: " + String.join(", ", fields))));
      return;
    }
    String name = key.getValue();
    Integer first = lines.putIfAbsent(path + name, line(key));
    if (first != null) {
      problems.add(new PackProblem(file, line(key), new Problem(path + name, "stands twice, first on line " + first, "keep one of the two")));
    } else if (!fields.contains(name)) {
      String near = Nearest.of(name.toLowerCase(Locale.ROOT), fields);
      report(name, "is no field of " + what,
          near != null ? "write \"" + near + "\"" : "remove it, the fields are: " + String.join(", ", fields));
    } else {
      values.put(name, field.getValueNode());
    }
  }

  /** Whether {@code field} is written. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /** Whether nothing was wrong so far. */
  public boolean good() {
    return problems.size() == problemsBefore;
  }

  <T> Located<T> located(T value) {
    return new Located<>(value, file, line, lines);
  }

  /** Tells that something is wrong with {@code field} of this mapping, or with the whole where it is "". */
  public void report(String field, String message, String mend) {
    String full = path + field;
    problems.add(new PackProblem(file, Located.lineOf(lines, line, full), new Problem(full, message, mend)));
  }

  /** A text that must be there. */
  public String required(String field, String example) {
    if (!has(field)) {
      report(field, "is missing", "add \"" + field + ": " + example + "\"");
      return null;
    }
    return text(field);
  }

  /** A text, or null where the field is left out. Numbers and the like count as the text that is written. */
  public String text(String field) {
    Node node = values.get(field);
    return node == null ? null : text(field, node);
  }

  private String text(String field, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      report(field, "is " + kind(node) + " and must be a text", "write \"" + leaf(field) + ": some text\"");
      return null;
    }
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      report(field, "is empty", "write a text, or leave it out");
      return null;
    }
    return scalar.getValue().strip();
  }

  /** An id that must be there. */
  public String id() {
    String id = required("id", "some-name");
    if (id != null && !isId(id)) {
      report("id", "\"" + id + "\" is no id, which has lower-case letters, digits and hyphens, at most 100", "write \"" + slug(id) + "\"");
    }
    return id;
  }

  /** An id of something else, or null. */
  String reference(String field) {
    String id = text(field);
    return id == null || checkReference(field, id) ? id : null;
  }

  boolean checkReference(String field, String id) {
    if (!isId(id)) {
      report(field, "\"" + id + "\" is no id, which has lower-case letters, digits and hyphens, at most 100", "write \"" + slug(id) + "\"");
      return false;
    }
    return true;
  }

  /** Ids of other things, none twice; empty where the field is left out. */
  List<String> references(String field) {
    List<String> ids = texts(field);
    for (int i = 0; i < ids.size(); i++) {
      checkReference(field + "[" + i + "]", ids.get(i));
    }
    return ids;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String slug(String text) {
    String slug = Forms.fold(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(100, slug.length())).replaceAll("^-|-$", "");
    return slug.isEmpty() ? "some-name" : slug;
  }

  /** Texts, none twice; empty where the field is left out. */
  public List<String> texts(String field) {
    Set<String> texts = new LinkedHashSet<>();
    List<Node> items = items(field);
    for (int i = 0; i < items.size(); i++) {
      String at = field + "[" + i + "]";
      String text = text(at, items.get(i));
      if (text != null && !texts.add(text)) {
        report(at, "\"" + text + "\" stands twice in the list", "keep one of the two");
      }
    }
    return new ArrayList<>(texts);
  }

  /** Mappings; empty where the field is left out. */
  public List<Entry> entries(String field, String what, List<String> fields) {
    List<Entry> entries = new ArrayList<>();
    List<Node> items = items(field);
    for (int i = 0; i < items.size(); i++) {
      String at = field + "[" + i + "]";
      if (items.get(i) instanceof MappingNode mapping) {
        entries.add(new Entry(file, what, path + at + ".", mapping, fields, lines, problems));
      } else {
        report(at, "is " + kind(items.get(i)) + " and must be a mapping", "write fields of " + what + ": " + String.join(", ", fields));
      }
    }
    return entries;
  }

  /** A mapping, or null where the field is left out. */
  public Entry entry(String field, String what, List<String> fields) {
    Node node = values.get(field);
    if (node == null || node instanceof MappingNode) {
      return node == null ? null : new Entry(file, what, path + field + ".", (MappingNode) node, fields, lines, problems);
    }
    report(field, "is " + kind(node) + " and must be a mapping", "write fields of " + what + ": " + String.join(", ", fields));
    return null;
  }

  private List<Node> items(String field) {
    Node node = values.get(field);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      boolean empty = node.getTag().equals(Tag.NULL);
      report(field, empty ? "is empty" : "is " + kind(node) + " and must be a list",
          empty ? "list something, or leave it out"
              : "write \"" + field + ": [" + (node instanceof ScalarNode scalar ? scalar.getValue() : "...") + "]\"");
      return List.of();
    }
    if (sequence.getValue().isEmpty()) {
      report(field, "is an empty list", "list something, or leave it out");
    }
    for (int i = 0; i < sequence.getValue().size(); i++) {
      lines.put(path + field + "[" + i + "]", line(sequence.getValue().get(i)));
    }
    return sequence.getValue();
  }

  /** One of {@code type}'s constants in any case, or null. */
  public <E extends Enum<E>> E constant(String field, Class<E> type) {
    String text = text(field);
    return text == null ? null : constant(field, text, type);
  }

  /** One of {@code type}'s constants that must be there. */
  public <E extends Enum<E>> E requiredConstant(String field, Class<E> type) {
    String text = required(field, type.getEnumConstants()[0].name().toLowerCase(Locale.ROOT));
    return text == null ? null : constant(field, text, type);
  }

  /** Several of {@code type}'s constants. */
  <E extends Enum<E>> List<E> constants(String field, Class<E> type) {
    Set<E> constants = new LinkedHashSet<>();
    List<String> texts = texts(field);
    for (int i = 0; i < texts.size(); i++) {
      E constant = constant(field + "[" + i + "]", texts.get(i), type);
      if (constant != null) {
        constants.add(constant);
      }
    }
    return new ArrayList<>(constants);
  }

  private <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    int at = allowed.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      report(field, "\"" + text + "\" is not known", "write one of: " + String.join(", ", allowed));
      return null;
    }
    return type.getEnumConstants()[at];
  }

  /** A day, or null. */
  LocalDate date(String field) {
    String text = text(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      report(field, "\"" + text + "\" is no day", "write it as year-month-day: 2024-05-31");
      return null;
    }
  }

  /** A number from 0 to 1; 0 where the field is left out. */
  double share(String field) {
    String text = text(field);
    if (text == null) {
      return 0;
    }
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : -1;
    if (number < 0 || number > 1) {
      report(field, "\"" + text + "\" is no number from 0 to 1", "write a number such as 0.5");
      return 0;
    }
    return number;
  }

  /** A whole number from {@code least} to {@code most}; {@code fallback} where the field is left out. */
  public int count(String field, int fallback, int least, int most) {
    String text = text(field);
    long number = text == null ? fallback : text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
    if (text != null && (number < least || number > most)) {
      report(field, "\"" + text + "\" is no whole number from " + least + " to " + most, "write a number such as " + fallback);
      return fallback;
    }
    return (int) number;
  }

  /** Whether it says true; {@code fallback} where the field is left out. */
  public boolean flag(String field, boolean fallback) {
    String text = text(field);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      report(field, "\"" + text + "\" is neither true nor false", "write true or false");
    }
    return text == null ? fallback : text.equals("true");
  }

  /** A time span such as {@code 90s}, {@code 5m}, {@code 2h} or {@code 1d}, of 1 s or more; {@code fallback} where the field is left out. */
  public Duration duration(String field, Duration fallback) {
    String text = text(field);
    return text == null ? fallback : duration(field, text, fallback);
  }

  /** Several time spans; {@code fallback} where the field is left out. */
  public List<Duration> durations(String field, List<Duration> fallback) {
    if (!has(field)) {
      return fallback;
    }
    List<Duration> spans = new ArrayList<>();
    List<Node> items = items(field);
    for (int i = 0; i < items.size(); i++) {
      String at = field + "[" + i + "]";
      String text = text(at, items.get(i));
      spans.add(text == null ? null : duration(at, text, null));
    }
    return spans;
  }

  private Duration duration(String field, String text, Duration fallback) {
    if (!SPAN.matcher(text).matches()) {
      report(field, "\"" + text + "\" is no time span", "write a number with s, m, h or d, such as 90s or 15m");
      return fallback;
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static String leaf(String field) {
    return field.replaceAll("\\[\\d+]$", "");
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  static String kind(Node node) {
    return node instanceof MappingNode ? "a mapping" : node instanceof SequenceNode ? "a list" : "a text";
  }
}
