package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class JsonTest {
  private final Serde<Issue> issues = Json.serde(Issue.class);

  @Test
  void writesNullsAndDatesInFull() {
    Actor actor = new Actor("a", "A", EntityType.PERSON, null, null, null, null, null,
        List.of(new Actor.Role("president", "russia", LocalDate.parse("2000-05-07"), null)), null, null);
    assertThat(new String(Json.write(actor), StandardCharsets.UTF_8)).isEqualTo("""
        {"id":"a","name":"A","type":"PERSON","aliases":[],"demonyms":[],"capital":null,"metonyms":[],"country":null,"parent":null,"members":[],\
        "roles":[{"title":"president","of":"russia","from":"2000-05-07","to":null}],"pronouns":null,"wikidata":null}""");
    assertThat(Json.read(Json.write(actor), Actor.class)).isEqualTo(actor);
  }

  @Test
  void writesSetsInOrder() {
    Finding finding = new Finding(Finding.Kind.MENTION, "m", null, null, null, null, null, Set.of("d", "b", "a", "c"), List.of(),
        List.of(new Span(0, 1, "x")), new Span(0, 1, "x"), 1);
    assertThat(new String(Json.write(finding), StandardCharsets.UTF_8)).contains("\"mentioned\":[\"a\",\"b\",\"c\",\"d\"]");
    assertThat(Json.read(Json.write(finding), Finding.class)).isEqualTo(finding);
  }

  @Test
  void aTombstoneStaysOne() {
    assertThat(issues.serializer().serialize("t", null)).isNull();
    assertThat(issues.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void ignoresFieldsOfNewerWriters() {
    assertThat(read("{\"id\":\"i\",\"name\":\"n\",\"words\":\"w\",\"new\":1}")).isEqualTo(new Issue("i", "n", "w"));
  }

  @Test
  void refusesWhatIsNoIssueAndNamesTheType() {
    for (String bad : List.of("", "null", "{", "[]", "{}", "{\"id\":\"i\",\"id\":\"j\",\"name\":\"n\",\"words\":\"w\"}",
        "{\"id\":\"i\",\"name\":\"n\",\"words\":\"w\"} {}",
        "{\"id\":\"i\",\"name\":\"n\",\"words\":\"w\",\"deep\":" + "[".repeat(101) + "]".repeat(101) + "}")) {
      assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(SerializationException.class)
          .hasMessageStartingWith("cannot read Issue from JSON: ");
    }
  }

  @Test
  void writesHalfASurrogatePairAsAnEscape() {
    Issue issue = new Issue("i", "\uD83C", "w");
    byte[] bytes = issues.serializer().serialize("t", issue);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"i\",\"name\":\"\\uD83C\",\"words\":\"w\"}");
    assertThat(issues.deserializer().deserialize("t", bytes)).isEqualTo(issue);
  }

  private Issue read(String json) {
    return issues.deserializer().deserialize("t", json.getBytes(StandardCharsets.UTF_8));
  }
}
