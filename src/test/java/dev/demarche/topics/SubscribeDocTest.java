package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.demarche.Snippets;
import dev.demarche.domain.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscribeDocTest {
  private static final Path DOCUMENT = Path.of("docs/subscribe.md");

  @Test
  void everyExampleOfAValueIsOneByItsSchema() throws IOException {
    List<Snippets.Snippet> examples = Snippets.of(DOCUMENT).stream().filter(snippet -> snippet.language().equals("json")).toList();
    assertThat(examples).extracting(example -> example.attributes().get("schema"))
        .containsExactlyInAnyOrder("statement", "stance", "condition", "entity", "shift", "alert");
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    for (Snippets.Snippet example : examples) {
      Path schema = Path.of("topics/schemas", example.attributes().get("schema") + ".schema.json");
      assertThat(factory.getSchema(SchemaLocation.of(schema.toUri().toString())).validate(Json.mapper().readTree(example.text())))
          .as(example.text()).isEmpty();
    }
  }

  @Test
  void theExamplesAreReadAsTheProgramsOwnRecords() throws IOException {
    for (Snippets.Snippet example : Snippets.of(DOCUMENT)) {
      if (example.language().equals("json")) {
        Topic<?, ?> topic = Topics.ALL.stream().filter(t -> t.event().equals(example.attributes().get("schema"))).findFirst().orElseThrow();
        assertThat(topic.values().deserializer().deserialize(topic.name(), example.text().getBytes())).isNotNull();
      }
    }
  }

  @Test
  void namesEveryTopicForSubscribersEveryHeaderAndEveryAct() throws IOException {
    String text = Files.readString(DOCUMENT);
    assertThat(text).contains("`news.tagged`", "`news.statements`", "`news.stances`", "`news.conditions`", "`news.entities`",
        "`news.positions`", "`news.shifts`", "`news.alerts`", "`news.dead-letters`");
    assertThat(text).contains(CloudEvents.ID, CloudEvents.TYPE, CloudEvents.SOURCE, CloudEvents.TIME, CloudEvents.SPEC_VERSION,
        CloudEvents.CONTENT_TYPE, CloudEvents.SCHEMA_VERSION, CloudEvents.TAGGER_VERSION);
    for (Act act : Act.values()) {
      assertThat(text).contains(act.name());
    }
  }
}
