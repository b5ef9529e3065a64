package dev.demarche.app;

import dev.demarche.domain.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The settings of a run. Precedence, from the weakest: the defaults of {@link Setting}, a file, the environment, flags. Names that start with
 * {@code kafka.} are handed to the Kafka clients without that beginning. Immutable.
 */
public final class Settings {
  private static final String KAFKA = "kafka.";
  private static final Set<String> OTHER_VARIABLES = Set.of("DEMARCHE_LOG", "DEMARCHE_LOG_LIBRARIES", "DEMARCHE_JAVA_OPTS");

  private final Map<Setting, String> values;
  private final Map<String, String> kafka;

  private Settings(Map<Setting, String> values, Map<String, String> kafka) {
    this.values = values;
    this.kafka = kafka;
  }

  /**
   * Reads the settings.
   *
   * @param file        YAML, nested or with dotted names, or null
   * @param environment as of {@link System#getenv()}
   * @param flags       names and values given on the command line
   * @throws SettingsException naming every unknown or bad setting, where it stands, and its mend
   */
  public static Settings load(Path file, Map<String, String> environment, Map<String, String> flags) {
    Collector all = new Collector();
    if (file != null) {
      readFile(file, all);
    }
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      if (variable.getKey().startsWith("DEMARCHE_") && !OTHER_VARIABLES.contains(variable.getKey())) {
        String key = variable.getKey().substring("DEMARCHE_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
        all.put(key, variable.getValue(), "the environment variable " + variable.getKey());
      }
    }
    flags.forEach((key, value) -> all.put(key, value, "a flag"));
    if (!all.faults.isEmpty()) {
      throw new SettingsException(all.faults);
    }
    return new Settings(all.values, Map.copyOf(all.kafka));
  }

  /** The defaults with {@code flags}. */
  public static Settings of(Map<String, String> flags) {
    return load(null, Map.of(), flags);
  }

  private static void readFile(Path file, Collector all) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      // No setting needs an alias, and one that stands within itself would never end.
      options.setMaxAliasesForCollections(0);
      Node root = new Yaml(options).compose(reader);
      if (root != null) {
        flatten("", root, file, all);
      }
    } catch (IOException e) {
      all.faults.add(file + ": the settings cannot be read (" + e.getMessage() + "); name a file that exists and is UTF-8");
    } catch (MarkedYAMLException e) {
      all.faults.add(file + ":" + (e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1) + ": " + e.getProblem()
          + "; mend the YAML there");
    } catch (YAMLException e) {
      all.faults.add(file + ":1: " + e.getMessage().lines().findFirst().orElse("not YAML") + "; mend the YAML");
    }
  }

  private static void flatten(String prefix, Node node, Path file, Collector all) {
    String where = file + ":" + (node.getStartMark().getLine() + 1);
    if (node instanceof MappingNode mapping) {
      Set<String> seen = new HashSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
        if (!seen.add(name)) {
          all.faults.add(where + ": " + prefix + name + " stands twice; keep one");
        }
        flatten(prefix + name + (tuple.getValueNode() instanceof MappingNode ? "." : ""), tuple.getValueNode(), file, all);
      }
    } else if (node instanceof ScalarNode scalar && !prefix.isEmpty()) {
      all.put(prefix, scalar.getValue(), where);
    } else {
      all.faults.add(where + ": " + (prefix.isEmpty() ? "the file" : prefix) + " is not of the form NAME: VALUE; write one setting a line");
    }
  }

  /** Takes values from the weakest place to the strongest, and what is wrong with them. */
  private static final class Collector {
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<String, String> kafka = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    void put(String key, String value, String where) {
      if (key.startsWith(KAFKA)) {
        String property = key.substring(KAFKA.length());
        KafkaProperties.refuse(property).ifPresentOrElse(
            mend -> faults.add(where + ": " + key + " is no property of Kafka's clients that can be set here; " + mend),
            () -> kafka.put(property, value));
        return;
      }
      Setting setting = Setting.of(key).orElse(null);
      if (setting == null) {
        faults.add(where + ": there is no setting " + key + "; " + meant(key));
        return;
      }
      setting.refuse(value).ifPresentOrElse(
          words -> faults.add(where + ": " + key + " cannot be \"" + value + "\"; write " + words), () -> values.put(setting, value));
    }
  }

  private static String meant(String key) {
    String near = Nearest.of(key, Setting.keys());
    return near == null ? "the settings are " + String.join(", ", Setting.keys()) : "did you mean " + near + "?";
  }

  /** The value of {@code setting}, or null where it is not set and has no default. */
  public String text(Setting setting) {
    return values.getOrDefault(setting, setting.fallback());
  }

  /** Whether {@code setting} was set, be it to its default. */
  public boolean isGiven(Setting setting) {
    return values.containsKey(setting);
  }

  /** The value of a setting that is a number. */
  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** The value of a setting that is a share, 0 to 1. */
  public double share(Setting setting) {
    return Double.parseDouble(text(setting));
  }

  /** Whether a setting that is a switch is on. */
  public boolean on(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /**
   * The value of a setting that must be given.
   *
   * @throws SettingsException if it is not
   */
  public String required(Setting setting) {
    String value = text(setting);
    if (value == null || value.isBlank()) {
      throw new SettingsException(setting.key() + " is not set (" + setting.description() + "); give --" + setting.key()
          + ", set it in the file of --config, or set " + setting.environment());
    }
    return value;
  }

  /** Properties for Kafka's clients, as given. */
  public Map<String, String> kafka() {
    return kafka;
  }
}
