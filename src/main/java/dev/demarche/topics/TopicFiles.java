package dev.demarche.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads topics as code: Strimzi's {@code KafkaTopic} resources, one or more a file, which {@code kubectl apply} takes as they are. The
 * names are those in the files; {@link TopicSpec#withPrefix} changes them. What is wrong is told as an {@link IllegalArgumentException}
 * that names file and field.
 */
public final class TopicFiles {
  private static final Set<String> API_VERSIONS = Set.of("kafka.strimzi.io/v1", "kafka.strimzi.io/v1beta2");
  private static final Set<String> SPEC_FIELDS = Set.of("topicName", "partitions", "replicas", "config");
  private static final String DESCRIPTION = "asyncapi.yaml";

  private TopicFiles() {}

  /** The topics that come with Demarche, in the order of the flow, the internal ones last. */
  public static List<TopicSpec> bundled() {
    List<TopicSpec> specs = new ArrayList<>();
    for (List<Topic<?, ?>> topics : List.of(Topics.ALL, Topics.INTERNAL)) {
      for (Topic<?, ?> topic : topics) {
        String file = "topics/" + topic.name() + ".yaml";
        specs.addAll(parse(file, resource("/" + file)));
      }
    }
    return unique(specs, "the bundled topics");
  }

  /**
   * The topics of a folder's files {@code *.yaml} and {@code *.yml}, in order of the files' names; {@code asyncapi.yaml} is none of them.
   *
   * @throws UncheckedIOException     if folder or file cannot be read
   * @throws IllegalArgumentException if the folder has no such file, or a file is wrong
   */
  public static List<TopicSpec> in(Path folder) {
    List<TopicSpec> specs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(TopicFiles::isTopicFile).sorted().toList()) {
        specs.addAll(parse(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the topics in " + folder + ": " + e.getMessage(), e);
    }
    if (specs.isEmpty()) {
      throw new IllegalArgumentException(folder + ": no topics there: no file NAME.yaml with kind: KafkaTopic");
    }
    return unique(specs, folder.toString());
  }

  private static boolean isTopicFile(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.equals(DESCRIPTION) && Files.isRegularFile(file);
  }

  private static String resource(String name) {
    try (InputStream in = TopicFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's file " + name, e);
    }
  }

  private static List<TopicSpec> unique(List<TopicSpec> specs, String where) {
    Map<String, TopicSpec> seen = new HashMap<>();
    for (TopicSpec spec : specs) {
      if (seen.put(spec.name(), spec) != null) {
        throw new IllegalArgumentException(where + ": spec.topicName: " + spec.name() + " stands twice");
      }
    }
    return List.copyOf(specs);
  }

  /** The topics in the text of one file. */
  static List<TopicSpec> parse(String file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<TopicSpec> specs = new ArrayList<>();
    try {
      for (Object document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
        specs.add(spec(new Node(file, "", document)));
      }
    } catch (YAMLException e) {
      throw new IllegalArgumentException(file + ": no YAML: " + e.getMessage(), e);
    }
    return specs;
  }

  private static TopicSpec spec(Node resource) {
    String version = resource.field("apiVersion").text();
    if (!API_VERSIONS.contains(version)) {
      throw resource.field("apiVersion").wrong("kafka.strimzi.io/v1");
    }
    if (!resource.field("kind").text().equals("KafkaTopic")) {
      throw resource.field("kind").wrong("KafkaTopic");
    }
    Node spec = resource.field("spec");
    for (String field : spec.fields()) {
      if (!SPEC_FIELDS.contains(field)) {
        throw new IllegalArgumentException(spec.field(field).where() + ": no such field: a topic has "
            + String.join(", ", new TreeSet<>(SPEC_FIELDS)));
      }
    }
    String name = (spec.field("topicName").isMissing() ? resource.field("metadata").field("name") : spec.field("topicName")).text();
    Map<String, String> config = new TreeMap<>();
    if (!spec.field("config").isMissing()) {
      spec.field("config").fields().forEach(key -> config.put(key, spec.field("config").field(key).scalar()));
    }
    if (config.containsKey(TopicSpec.MIN_IN_SYNC) && !config.get(TopicSpec.MIN_IN_SYNC).matches("[1-9]\\d{0,4}")) {
      throw spec.field("config").field(TopicSpec.MIN_IN_SYNC).wrong("a number of 1 or more");
    }
    int partitions = spec.field("partitions").positive();
    int replicas = spec.field("replicas").positive();
    try {
      return new TopicSpec(name, partitions, replicas, config);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(spec.where() + ": " + e.getMessage(), e);
    }
  }

  /** A place in a file; it can say where it is and what should stand there. */
  private record Node(String file, String path, Object value) {
    Node field(String name) {
      Object child = map().get(name);
      return new Node(file, path.isEmpty() ? name : path + "." + name, child);
    }

    Set<String> fields() {
      Map<String, Object> sorted = new TreeMap<>();
      map().forEach((key, child) -> sorted.put(String.valueOf(key), child));
      return sorted.keySet();
    }

    boolean isMissing() {
      return value == null;
    }

    String text() {
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
      throw wrong("a text");
    }

    String scalar() {
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        return value.toString();
      }
      throw wrong("a text, a number or true or false");
    }

    int positive() {
      if (value instanceof Integer number && number > 0) {
        return number;
      }
      throw wrong("a whole number of 1 or more");
    }

    private Map<?, ?> map() {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw wrong("a mapping of names to values");
    }

    String where() {
      return path.isEmpty() ? file : file + ": " + path;
    }

    IllegalArgumentException wrong(String expected) {
      String found = value == null ? "missing" : Excerpt.quoted(value.toString());
      return new IllegalArgumentException(where() + ": " + found + ", expected " + expected);
    }
  }
}
