package dev.demarche.ingest.feeds;

import dev.demarche.ingest.feeds.FeedSource.Text;
import dev.demarche.ingest.web.Languages;
import dev.demarche.ingest.web.WebAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the list of feeds: YAML with {@code defaults} and {@code feeds}, each an address or a mapping with {@code url}. */
public final class FeedList {
  private static final Set<String> FIELDS = new TreeSet<>(Set.of("url", "publisher", "language", "text", "updates", "min", "max"));
  private static final Set<String> DEFAULTS = new TreeSet<>(Set.of("language", "text", "updates", "min", "max"));
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})\\s*([smhd])");

  private final Path file;
  private final Duration min;
  private final Duration max;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private FeedList(Path file, Duration min, Duration max) {
    this.file = file;
    this.min = min;
    this.max = max;
  }

  /**
   * The feeds in {@code file}.
   *
   * @param min shortest time between polls of a feed that says nothing else
   * @param max longest
   * @throws IllegalArgumentException with one line for each fault, naming file, line and mend
   */
  public static List<FeedSource> read(Path file, Duration min, Duration max) {
    FeedList list = new FeedList(file, min, max);
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<FeedSource> feeds = List.of();
    try (Reader reader = Files.newBufferedReader(file)) {
      feeds = list.feeds(new Yaml(options).compose(reader));
    } catch (IOException e) {
      list.faults.add(file + ": the list of feeds cannot be read (" + e.getMessage() + "); name a file that exists and is UTF-8");
    } catch (MarkedYAMLException e) {
      list.faults.add(file + ":" + (e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1) + ": " + e.getProblem() + "; mend the YAML there");
    }
    if (!list.faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), list.faults));
    }
    return feeds;
  }

  private List<FeedSource> feeds(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      faults.add(file + ": holds no feeds; write \"feeds:\" and an address a line, each behind \"- \"");
      return List.of();
    }
    Map<String, String> defaults = new LinkedHashMap<>();
    SequenceNode feeds = null;
    for (NodeTuple tuple : mapping.getValue()) {
      String name = name(tuple);
      if (name.equals("defaults") && tuple.getValueNode() instanceof MappingNode fields) {
        defaults = fields(fields, DEFAULTS);
      } else if (name.equals("feeds") && tuple.getValueNode() instanceof SequenceNode sequence) {
        feeds = sequence;
      } else {
        fault(tuple.getKeyNode(), "\"" + name + "\" is not expected here", "the list has \"defaults\" (a mapping) and \"feeds\" (a list)");
      }
    }
    List<FeedSource> sources = new ArrayList<>();
    for (Node node : feeds == null ? List.<Node>of() : feeds.getValue()) {
      FeedSource source = source(node, defaults);
      if (source != null) {
        sources.add(source);
      }
    }
    if (sources.isEmpty() && faults.isEmpty()) {
      faults.add(file + ": holds no feeds; write \"feeds:\" and an address a line, each behind \"- \"");
    }
    return sources;
  }

  private FeedSource source(Node node, Map<String, String> defaults) {
    Map<String, String> fields = new LinkedHashMap<>(defaults);
    if (node instanceof ScalarNode scalar) {
      fields.put("url", scalar.getValue());
    } else if (node instanceof MappingNode mapping) {
      fields.putAll(fields(mapping, FIELDS));
    }
    URI uri = WebAddress.of(fields.get("url")).orElse(null);
    if (uri == null) {
      fault(node, "a feed's url is no address of http or https: " + fields.get("url"), "write - url: https://...");
      return null;
    }
    Integer before = seen.putIfAbsent(uri.toString(), line(node));
    if (before != null) {
      fault(node, uri + " stands twice, first in line " + before, "keep one");
    }
    int faultsBefore = faults.size();
    Text text = text(node, fields.get("text"));
    boolean updates = "true".equals(fields.get("updates"));
    if (fields.get("updates") != null && !fields.get("updates").matches("true|false")) {
      fault(node, "updates: " + fields.get("updates") + " is neither true nor false", "write one of them");
    }
    if (fields.get("language") != null && Languages.tag(fields.get("language")) == null) {
      fault(node, "language: " + fields.get("language") + " is no tag of a language", "write one such as en or pt-BR");
    }
    Duration shortest = duration(node, "min", fields.get("min"), min);
    Duration longest = duration(node, "max", fields.get("max"), max.compareTo(shortest) < 0 ? shortest : max);
    if (longest.compareTo(shortest) < 0) {
      fault(node, "min is longer than max", "swap them");
    }
    return faults.size() > faultsBefore ? null
        : new FeedSource(uri, fields.get("publisher"), Languages.tag(fields.get("language")), text, updates, shortest, longest);
  }

  private Text text(Node node, String value) {
    try {
      return value == null ? Text.AUTO : Text.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      fault(node, "text: " + value + " is none of auto, feed and page", "write one of them");
      return Text.AUTO;
    }
  }

  private Duration duration(Node node, String field, String value, Duration fallback) {
    if (value == null) {
      return fallback;
    }
    Matcher matcher = DURATION.matcher(value.strip());
    if (!matcher.matches()) {
      fault(node, field + ": " + value + " is no time", "write 90s, 15m, 2h or 1d");
      return fallback;
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private Map<String, String> fields(MappingNode mapping, Set<String> known) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = name(tuple);
      if (!known.contains(name)) {
        fault(tuple.getKeyNode(), "there is no field " + name, "the fields are " + String.join(", ", known));
      } else if (tuple.getValueNode() instanceof ScalarNode value) {
        fields.put(name, value.getValue());
      } else {
        fault(tuple.getValueNode(), name + " is no text", "write it on one line");
      }
    }
    return fields;
  }

  private static String name(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
  }

  private void fault(Node node, String message, String mend) {
    faults.add(file + ":" + line(node) + ": " + message + "; " + mend);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
