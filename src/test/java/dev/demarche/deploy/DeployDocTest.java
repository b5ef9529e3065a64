package dev.demarche.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.app.Setting;
import dev.demarche.app.Settings;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Watch;
import dev.demarche.pipeline.CatalogueListener;
import dev.demarche.pipeline.Counters;
import dev.demarche.pipeline.NewsTopology;
import dev.demarche.pipeline.StreamProperties;
import dev.demarche.positions.Rules;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/deploy.md says is so. */
class DeployDocTest {
  private final String document;

  DeployDocTest() throws IOException {
    document = Files.readString(Path.of("docs", "deploy.md"));
  }

  @Test
  void theStreamMayReadAndWriteWhatItsTopologyDoesAndNothingElse() throws IOException {
    Set<String> read = new TreeSet<>();
    Set<String> written = new TreeSet<>();
    TopologyDescription topology = topology().describe();
    topology.globalStores().forEach(store -> read.addAll(store.source().topicSet()));
    topology.subtopologies().stream().flatMap(part -> part.nodes().stream()).forEach(node -> {
      if (node instanceof TopologyDescription.Source source) {
        read.addAll(source.topicSet());
      } else if (node instanceof TopologyDescription.Sink sink) {
        written.add(sink.topic());
      }
    });

    assertThat(granted("stream", AclOperation.READ)).isEqualTo(read);
    assertThat(granted("stream", AclOperation.WRITE)).isEqualTo(written);
  }

  private static Set<String> granted(String role, AclOperation operation) throws IOException {
    return new Permissions().of(role).stream().filter(line -> line.resource() == ResourceType.TOPIC && line.pattern() == PatternType.LITERAL)
        .filter(line -> line.operations().contains(operation)).flatMap(line -> line.names().stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Topology topology() {
    StreamsConfig config = new StreamsConfig(StreamProperties.of("demarche", "localhost:1", "state", 1, "exactly_once_v2", "classic",
        Topics.DEAD_LETTERS.name(Topics.DEFAULT_PREFIX), Map.of()));
    return NewsTopology.build(new TopologyConfig(config), new NewsTopology.Parts(Topics.DEFAULT_PREFIX, new ArticleCodec(), 1_000,
        Duration.ofDays(1), article -> null, tagging -> List.of(), Houses.PLAIN, new NewsTopology.Standing(() -> Offices.NONE,
        new Rules(0, 1, Duration.ofDays(1), Duration.ofDays(1), 1), shift -> List.of()),
        new NewsTopology.Pursuit(() -> Offices.NONE, new dev.demarche.conditions.Rules(1, 1), Duration.ofDays(1), state -> List.of()), null, null, new Unheard(), () -> 1, new Counters(), Clock.systemUTC()));
  }

  private static final class Unheard implements CatalogueListener<Watch> {
    @Override
    public void put(Watch watch, long version) {}

    @Override
    public void remove(String id) {}
  }

  @Test
  void settingsInTheTableHaveTheNamesThatStandThere() {
    Matcher row = Pattern.compile("\\| `([a-z.]+)` \\| `(DEMARCHE_[A-Z_]+)` \\|").matcher(document);
    Map<String, String> found = new HashMap<>();
    while (row.find()) {
      found.put(row.group(1), row.group(2));
    }

    assertThat(found).hasSizeGreaterThan(5).allSatisfy((key, environment) -> assertThat(Arrays.stream(Setting.values()))
        .anyMatch(setting -> setting.key().equals(key) && setting.environment().equals(environment)));
  }

  @Test
  void theExampleOfSecureSettingsIsTaken(@TempDir Path folder) throws IOException {
    String example = Pattern.compile("# demarche\\.yaml;.*\\n((?:    \\S.*\\n)+)").matcher(document).results().findFirst().orElseThrow().group(1);
    Path file = Files.writeString(folder.resolve("demarche.yaml"), example.indent(-4));

    Settings settings = Settings.load(file, Map.of(), Map.of());

    assertThat(settings.kafka()).containsEntry("security.protocol", "SASL_SSL").containsEntry("sasl.mechanism", "SCRAM-SHA-512");
  }

  @Test
  void theExampleForKubernetesHasSettingsThatExistAndWritesWhereSomethingIsMounted() throws IOException {
    String example = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(document).results().findFirst().orElseThrow().group(1);
    Map<String, Object> set = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(example));
    Map<String, Object> pod = map(map(map(set.get("spec")).get("template")).get("spec"));
    Map<String, Object> container = map(list(pod.get("containers")).get(0));
    Map<String, String> environment = new HashMap<>();
    list(container.get("env")).forEach(variable -> environment.put((String) map(variable).get("name"), String.valueOf(map(variable).get("value"))));

    Settings settings = Settings.load(null, environment, Map.of());

    assertThat(settings.text(Setting.BOOTSTRAP)).isEqualTo("demarche-kafka-bootstrap:9093");
    assertThat(list(container.get("volumeMounts")).stream().map(mount -> map(mount).get("mountPath"))).contains("/tmp", "/var/lib/demarche");
    assertThat(new ImageFile().all("VOLUME")).containsExactly("/var/lib/demarche");
    assertThat(map(pod.get("securityContext"))).containsEntry("runAsUser", 10001);
  }

  @Test
  void filesThatAreNamedExist() {
    Set<String> named = Pattern.compile("`((?:ops|topics|docs|seeds)/[\\w./-]*)`").matcher(document).results().map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isNotEmpty().allSatisfy(path -> assertThat(Path.of(path)).exists());
  }

  @Test
  void theCommandForKubectlNamesEachTopicsFileAndNoOther() throws IOException {
    assertThat(document).contains("$(grep -l '^kind: KafkaTopic' topics/*.yaml | sed 's/^/-f /')");
    try (Stream<Path> files = Files.list(Path.of("topics"))) {
      List<String> matching = files.filter(file -> file.toString().endsWith(".yaml")).filter(DeployDocTest::isTopic)
          .map(file -> file.getFileName().toString().replace(".yaml", "")).toList();

      assertThat(matching).containsExactlyInAnyOrderElementsOf(Stream.concat(Topics.ALL.stream(), Topics.INTERNAL.stream()).map(Topic::name).toList());
    }
  }

  private static boolean isTopic(Path file) {
    try {
      return Files.readAllLines(file).contains("kind: KafkaTopic");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
