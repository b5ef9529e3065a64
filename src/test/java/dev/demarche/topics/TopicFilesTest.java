package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class TopicFilesTest {
  private static final Path FOLDER = Path.of("topics");
  private static final String GOOD = """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: news-x
      spec:
        topicName: news.x
        partitions: 12
        replicas: 3
        config:
          retention.ms: 1000
          cleanup.policy: delete
          preallocate: false
      """;

  @Test
  void readsATopic() {
    assertThat(TopicFiles.parse("x.yaml", GOOD)).containsExactly(
        new TopicSpec("news.x", 12, 3, Map.of("retention.ms", "1000", "cleanup.policy", "delete", "preallocate", "false")));
  }

  @Test
  void takesTheResourcesNameWhereThereIsNoOther() {
    assertThat(TopicFiles.parse("x.yaml", GOOD.replace("  topicName: news.x\n", ""))).extracting(TopicSpec::name).containsExactly("news-x");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "apiVersion: kafka.strimzi.io/v1 | apiVersion: v1        | apiVersion: \"v1\", expected kafka.strimzi.io/v1",
      "kind: KafkaTopic                | kind: KafkaUser       | kind: \"KafkaUser\", expected KafkaTopic",
      "partitions: 12                  | partitions: twelve    | spec.partitions: \"twelve\", expected a whole number of 1 or more",
      "partitions: 12                  | partitions: 0         | spec.partitions: \"0\", expected a whole number of 1 or more",
      "replicas: 3                     | replica: 3            | spec.replica: no such field: a topic has config, partitions, replicas, topicName",
      "replicas: 3                     | other: 3              | spec.other: no such field: a topic has config, partitions, replicas, topicName",
      "topicName: news.x               | topicName: news/x     | spec: \"news/x\" is no name of a topic: 1 to 249 of letters, digits, dot, underscore and hyphen",
      "topicName: news.x               | topicName: 17         | spec.topicName: \"17\", expected a text",
      "retention.ms: 1000              | retention.ms: [1]     | spec.config.retention.ms: \"[1]\", expected a text, a number or true or false",
      "retention.ms: 1000              | min.insync.replicas: no | spec.config.min.insync.replicas: \"false\", expected a number of 1 or more"})
  void namesFileAndFieldOfWhatIsWrong(String good, String bad, String message) {
    assertThatThrownBy(() -> TopicFiles.parse("x.yaml", GOOD.replace(good, bad)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("x.yaml: " + message);
  }

  @Test
  void refusesWhatIsNoTopicAtAll() {
    assertThatThrownBy(() -> TopicFiles.parse("x.yaml", "just text")).hasMessage("x.yaml: \"just text\", expected a mapping of names to values");
    assertThatThrownBy(() -> TopicFiles.parse("x.yaml", "a: [")).hasMessageStartingWith("x.yaml: no YAML: ");
    assertThatThrownBy(() -> TopicFiles.parse("x.yaml", GOOD + "kind: KafkaTopic\n")).hasMessageStartingWith("x.yaml: no YAML: ");
  }

  @Test
  void readsAFolderAndRefusesATopicThatStandsTwice(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> TopicFiles.in(folder)).hasMessageContaining("no topics there");
    Files.writeString(folder.resolve("asyncapi.yaml"), "asyncapi: 3.0.0\n");
    Files.writeString(folder.resolve("b.yaml"), GOOD);
    Files.writeString(folder.resolve("a.yml"), GOOD.replace("news.x", "news.y") + "---\n" + GOOD.replace("news.x", "news.z"));
    assertThat(TopicFiles.in(folder)).extracting(TopicSpec::name).containsExactly("news.y", "news.z", "news.x");
    Files.writeString(folder.resolve("c.yaml"), GOOD);
    assertThatThrownBy(() -> TopicFiles.in(folder)).hasMessageContaining("news.x stands twice");
  }

  @Test
  void everyTopicHasItsFileAndEveryFileItsTopic() {
    Set<String> names = Stream.concat(Topics.ALL.stream(), Topics.INTERNAL.stream()).map(topic -> topic.name("news.")).collect(Collectors.toSet());
    assertThat(TopicFiles.in(FOLDER)).extracting(TopicSpec::name).containsExactlyInAnyOrderElementsOf(names);
    assertThat(TopicFiles.bundled()).containsExactlyInAnyOrderElementsOf(TopicFiles.in(FOLDER));
  }

  @Test
  void cataloguesAreCompactedInOnePartitionStatesAreCompactedInTwelveAndStreamsExpireInTwelve() {
    Map<String, TopicSpec> specs = TopicFiles.bundled().stream().collect(Collectors.toMap(TopicSpec::name, spec -> spec));
    for (Topic<?, ?> topic : Topics.ALL) {
      TopicSpec spec = specs.get(topic.name("news."));
      boolean catalogue = topic.kind() == Topic.Kind.CATALOGUE;
      assertThat(spec.partitions()).as(spec.name()).isEqualTo(catalogue ? 1 : 12);
      boolean state = topic.kind() == Topic.Kind.STATE;
      assertThat(spec.config().get("cleanup.policy")).as(spec.name()).startsWith(catalogue || state ? "compact" : "delete");
      assertThat(spec.config().containsKey("retention.ms")).as(spec.name()).isEqualTo(spec.config().get("cleanup.policy").endsWith("delete"));
    }
  }

  @Test
  void thePrefixReplacesTheFilesOwn() {
    TopicSpec spec = new TopicSpec("news.tagged", 12, 3, Map.of());
    assertThat(spec.withPrefix("eu.news.").name()).isEqualTo("eu.news.tagged");
    assertThat(spec.withPrefix("").name()).isEqualTo("tagged");
    assertThat(new TopicSpec("mine", 1, 1, Map.of()).withPrefix("eu.").name()).isEqualTo("mine");
  }

  @Test
  void asyncApiDescribesEveryTopicAsItsFileDoes() throws IOException {
    JsonNode api = asyncApi();
    Map<String, TopicSpec> specs = TopicFiles.bundled().stream().collect(Collectors.toMap(TopicSpec::name, spec -> spec));
    Set<String> addresses = new TreeSet<>();
    for (JsonNode channel : api.get("channels")) {
      TopicSpec spec = specs.get(channel.get("address").asText());
      addresses.add(channel.get("address").asText());
      JsonNode kafka = channel.at("/bindings/kafka");
      assertThat(kafka.get("partitions").asInt()).isEqualTo(spec.partitions());
      assertThat(kafka.get("replicas").asInt()).isEqualTo(spec.replicas());
      JsonNode config = kafka.get("topicConfiguration");
      List<String> policies = new ArrayList<>();
      config.get("cleanup.policy").forEach(policy -> policies.add(policy.asText()));
      assertThat(String.join(",", policies)).isEqualTo(spec.config().get("cleanup.policy"));
      assertThat(config.get("max.message.bytes").asText()).isEqualTo(spec.config().get("max.message.bytes"));
      assertThat(config.path("retention.ms").asText()).isEqualTo(spec.config().getOrDefault("retention.ms", ""));
    }
    assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(topic -> topic.name("news.")).toList());
  }

  @Test
  void asyncApiRefersToWhatIsThere() throws IOException {
    JsonNode api = asyncApi();
    List<String> references = new ArrayList<>(api.findValuesAsText("$ref"));
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(FOLDER.resolve(reference)).isRegularFile();
      }
    }
    assertThat(references).containsAll(Topics.ALL.stream().map(topic -> "./schemas/" + topic.event() + ".schema.json").toList());
    Set<String> messages = new TreeSet<>();
    api.at("/components/messages").forEach(message -> messages.add(message.get("name").asText()));
    assertThat(messages).containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(topic -> "dev.demarche." + topic.event()).toList());
  }

  private static JsonNode asyncApi() throws IOException {
    Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve("asyncapi.yaml")));
    return Json.mapper().valueToTree(yaml);
  }
}
