package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Article;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.Deed;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Outlets;
import dev.demarche.domain.Polarity;
import dev.demarche.domain.Position;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Silence;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.StatementRecord;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Terms;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static final Path FOLDER = Path.of("topics/schemas");
  private static final Instant NOON = Instant.parse("2025-05-13T12:00:00.123Z");
  private static final Article ARTICLE = new Article("a1", 1, "https://example.org/1", "example.org", "Title", "He said no if", "en", NOON,
      null, null).accepted(2, NOON);
  private static final Span SPAN = Span.of(ARTICLE.text(), 0, 2);
  private static final Entity ENTITY = new Entity(0, 2, "He", EntityType.PERSON, EntityKind.PRONOUN, "Vladimir Putin", "vladimir-putin", 0.5);
  private static final Statement STATEMENT = new Statement("a1/2/s0", "Vladimir Putin", "vladimir-putin", SpeakerKind.PERSON, SPAN, SPAN,
      List.of(SPAN), StatementKind.MIXED, false, List.of("talks"), 1);
  private static final Statement BARE_STATEMENT = new Statement("a1/2/s1", null, null, SpeakerKind.UNKNOWN, null, null, List.of(SPAN),
      StatementKind.DIRECT, true, List.of(), 0);
  private static final Stance STANCE = new Stance("a1/2/a0", "Russia", "russia", SPAN, Act.REJECT, -1, "Ukraine", "ukraine", SPAN,
      List.of("ceasefire"), SPAN, "a1/2/s0", 0.25);
  private static final Stance BARE_STANCE = new Stance("a1/2/a1", "Russia", null, null, Act.STATE, 0, null, null, null, List.of(), SPAN, null, 0);
  private static final Deed DEED = new Deed("Finland", "finland", Act.RETREAT, "Norway", "norway", false, true, "withdraw", List.of("patrol"));
  private static final Condition CONDITION = new Condition("a1/2/c0", "Russia", "russia", SPAN, SPAN, SPAN, DEED, DEED, List.of("talks"), "a1/2/s0", 1);
  private static final Condition BARE_CONDITION = new Condition("a1/2/c1", null, null, SPAN, SPAN, SPAN, null, null, List.of(), null, 1);
  private static final ArticleRef BARE_REF = new ArticleRef("a1", 1, null, null, null, null, null, null);
  private static final WatchRef WATCH = new WatchRef("w", 17, "Who says no?", Severity.CRITICAL);
  private static final Finding FINDING = new Finding(Finding.Kind.STANCE, "a1/2/a0", "Russia", "russia", Act.REJECT, -1, "Ukraine", "ukraine",
      Set.of("russia", "ukraine"), List.of("ceasefire"), List.of(SPAN), SPAN, 0.25, null, null);
  private static final Finding BARE_FINDING = new Finding(Finding.Kind.MENTION, "a1/2/m0", null, null, null, null, null, Set.of(), List.of(),
      List.of(SPAN), SPAN, 0);

  private static final Receipt RECEIPT = new Receipt("a1:1:a0", "Vladimir Putin", "vladimir-putin", List.of("russia"), Act.REJECT, -1, "Ukraine",
      "ukraine", List.of("ceasefire"), SPAN, SPAN, 0.5, false, ARTICLE.ref(), "t-1", new Terms(Terms.Kind.ON_CONDITION, SPAN));
  private static final Receipt BARE_RECEIPT = new Receipt("a2:1:a0", "Jane Doe", null, List.of(), Act.AGREE, 1, null, null, List.of(), SPAN, SPAN, 0.5, true,
      new ArticleRef("a2", 1, null, null, null, NOON, null, null), "t-1");
  private static final Shift SHIFT = new Shift("s", Shift.Kind.OPENED, Shift.State.TOLD, "russia", "Russia", "ceasefire", "Ukraine", "ukraine",
      Side.AGAINST, Side.FOR, RECEIPT, BARE_RECEIPT, "because");
  private static final Shift BARE_SHIFT = new Shift("s", Shift.Kind.DEMAND_DROPPED, Shift.State.WITHDRAWN, null, "Jane Doe", "ceasefire", null, null,
      Side.DEMAND, Side.NEITHER, BARE_RECEIPT, BARE_RECEIPT, "because");
  private static final Position.Stood STOOD = new Position.Stood(Side.AGAINST, Act.REJECT, -1, NOON, NOON, 2, 3, RECEIPT);
  private static final Finding SHIFT_FINDING = new Finding(Finding.Kind.SHIFT, "s", "Russia", "russia", Act.AGREE, null, null, Set.of("russia"),
      List.of("ceasefire"), List.of(SPAN), SPAN, 0.5, SHIFT);

  private static final ConditionReceipt TOLD = new ConditionReceipt("a1:1:c0", SPAN, SPAN, ARTICLE.ref(), "t-1");
  private static final ConditionState MET = new ConditionState("c", ConditionState.State.MET, "Russia", "russia", "unless", "a", "b", DEED, List.of("talks"),
      NOON, 2, 3, List.of(TOLD), List.of(new ConditionState.Change(ConditionState.State.MET, NOON, TOLD, 1, "because")));
  private static final Finding MET_FINDING = new Finding(Finding.Kind.CONDITION, "c:MET", "Russia", "russia", null, null, null, null, Set.of(), List.of(),
      List.of(SPAN), SPAN, 1, null, MET);

  private static final Alert ALERT = new Alert("h", Alert.State.FIRING, "e", "u", WATCH, "because", FINDING, ARTICLE.ref(), NOON, "publishedAt", "t-1", NOON);
  private static final Alert BARE_ALERT = new Alert("h", Alert.State.FIRING, null, null, WATCH, null, BARE_FINDING, BARE_REF, null, null, null, null);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("tagged", TaggedArticle.of(ARTICLE, "t-1", List.of(ENTITY), List.of(STATEMENT, BARE_STATEMENT),
            List.of(STANCE, BARE_STANCE), List.of(CONDITION, BARE_CONDITION))),
        Arguments.of("statement", new StatementRecord(STATEMENT, SPAN, ARTICLE.ref())),
        Arguments.of("statement", new StatementRecord(BARE_STATEMENT, SPAN, BARE_REF)),
        Arguments.of("stance", new StanceRecord(STANCE, SPAN, ARTICLE.ref())),
        Arguments.of("condition", new ConditionRecord(CONDITION, SPAN, ARTICLE.ref())),
        Arguments.of("entity", new EntityRecord("Vladimir Putin", null, EntityType.PERSON, List.of(ENTITY), ARTICLE.ref())),
        Arguments.of("position", new Position("russia", "Russia", "ceasefire", "Ukraine", "ukraine", STOOD, 7, List.of(STOOD), RECEIPT)),
        Arguments.of("position", new Position(null, "Jane Doe", null, null, null, STOOD, 1, List.of())),
        Arguments.of("shift", SHIFT),
        Arguments.of("shift", BARE_SHIFT),
        Arguments.of("condition-state", MET),
        Arguments.of("alert", new Alert("h", Alert.State.FIRING, "e", "u", WATCH, "because", MET_FINDING, ARTICLE.ref(), NOON, "publishedAt", "t-1", NOON)),
        Arguments.of("alert", new Alert("h", Alert.State.FIRING, "e", "u", WATCH, "because", SHIFT_FINDING, ARTICLE.ref(), NOON, "publishedAt", "t-1",
            NOON)),
        Arguments.of("alert", ALERT),
        Arguments.of("alert", BARE_ALERT),
        Arguments.of("alert", new Alert("h", Alert.State.FIRING, TriggerRule.Kind.BURST, "e", "u", WATCH, "because",
            List.of(new Matched(Matched.Clause.WORDS, Matched.In.TITLE, SPAN)), "russia",
            List.of(new Counted("u", "Russia", "no", ARTICLE.ref()), new Counted("u", null, "", BARE_REF)), FINDING, ARTICLE.ref(), NOON, "publishedAt", "t-1", NOON)),
        Arguments.of("alert", new Alert("h", Alert.State.FIRING, TriggerRule.Kind.SILENCE, "e", null, WATCH, "because", null, "russia", null, null, null, NOON, null,
            null, NOON)),
        Arguments.of("notification", new Notification("n", WATCH, Map.of("actor", "russia"), List.of(ALERT), 2, 1, "because", Severity.CRITICAL, NOON)),
        Arguments.of("notification", Notification.of(BARE_ALERT)),
        Arguments.of("alert-life", AlertLife.of(ALERT, "first report", NOON).grouped("actor=russia", "at once", NOON)
            .after(new Reaction("w", "h", Reaction.Action.VERDICT, "anna", NOON, null, true), NOON)),
        Arguments.of("alert-life", AlertLife.of(BARE_ALERT, null, NOON)),
        Arguments.of("alert-life", AlertLife.of(ALERT, "first report", NOON).reported(new Reporting("u", new Reporting.Report("example.org", "a1", "u", "t", NOON),
            NOON, 3, 2, false, List.of("example.org"), new Reporting.Drift(0.5, "no way", "other.example")), NOON)),
        Arguments.of("alert-life", AlertLife.of(BARE_ALERT, null, NOON).reported(new Reporting("u", new Reporting.Report(null, "a1", null, null, NOON),
            NOON, 2, 1, true, List.of(), null), NOON)),
        Arguments.of("reaction", new Reaction("w", "h", Reaction.Action.COMMENT, "anna", NOON, "seen", null)),
        Arguments.of("reaction", new Reaction("w", "h", Reaction.Action.VERDICT, "anna", NOON, null, false)),
        Arguments.of("silence", new Silence("s", List.of("watch=w"), NOON, NOON.plusSeconds(1), "anna", "known")),
        Arguments.of("silence", new Silence("s", List.of("watch=w"), NOON, NOON.plusSeconds(1), null, null)),
        Arguments.of("inhibition", new Inhibition("i", List.of("severity=critical"), List.of("severity=info"), List.of("actor"), Duration.ofHours(1), "why")),
        Arguments.of("inhibition", new Inhibition("i", List.of("severity=critical"), List.of("severity=info"), null, Duration.ofHours(1), null)),
        Arguments.of("delivery", new Delivery("h", "desk", "w", Severity.INFO, "route", Delivery.Status.PENDING, 1, NOON, "500", NOON, NOON, true, 3, 17)),
        Arguments.of("delivery", new Delivery("h", "desk", null, Severity.INFO, null, Delivery.Status.FAILED, 1, null, null, null, NOON, false, 0, 0)),
        Arguments.of("dead-letter", DeadLetter.of(DeadLetter.Reason.NOT_JSON, "m", "n", "accept", "t", 0, 1, new byte[1], new byte[9], NOON)),
        Arguments.of("dead-letter", DeadLetter.of(DeadLetter.Reason.EMPTY_RECORD, "m", "n", "accept", "t", -1, -1, null, null, NOON)),
        Arguments.of("actor", new Actor("russia", "Russia", EntityType.COUNTRY, List.of("RF"), List.of("Russian"), "Moscow", List.of("the Kremlin"),
            "x", "un", List.of("y"), List.of(new Actor.Role("member", "un", LocalDate.parse("1991-12-24"), null)), "they", "Q159")),
        Arguments.of("issue", new Issue("ceasefire", "Ceasefire", "ceasefire OR truce")),
        Arguments.of("watch", Watch.of("w", Finding.Kind.STANCE).name("Who says no?").severity(Severity.INFO).actors("russia").roles(Role.HOLDER)
            .acts(Act.REJECT).polarity(Polarity.AGAINST).issues("ceasefire").words("offer*").minConfidence(0.5)
            .outlets(new Outlets(List.of("bbc.co.uk"), List.of("Tribune"), List.of("en"), List.of("fr"))).build()),
        Arguments.of("watch", Watch.of("w", Finding.Kind.SHIFT).name("Who turns?").severity(Severity.INFO).from(Side.AGAINST).to(Side.FOR).build()),
        Arguments.of("watch", Watch.of("w", Finding.Kind.CONDITION).name("What became of it?").severity(Severity.INFO)
            .states(ConditionState.State.MET).build()),
        Arguments.of("watch", Watch.of("w", Finding.Kind.MENTION).name("Any").severity(Severity.INFO).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void admitsWhatIsWrittenAndDescribesEachOfItsFields(String name, Object value) throws IOException {
    JsonNode written = Json.mapper().readTree(Json.write(value));
    assertThat(faults(name, written)).isEmpty();
    assertThat(fields(written)).containsExactlyInAnyOrderElementsOf(fields(file(name).get("properties")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void refusesAnUnknownFieldWhereverItStands(String name, Object value) throws IOException {
    JsonNode written = Json.mapper().readTree(Json.write(value));
    for (ObjectNode object : objects(written, new ArrayList<>())) {
      object.put("unknown", 1);
      assertThat(faults(name, written)).as("%s in %s", object, name).isNotEmpty();
      object.remove("unknown");
    }
    assertThat(faults(name, written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tagged", "statement", "stance", "condition", "entity", "position", "shift", "condition-state", "alert", "notification", "alert-life", "delivery", "dead-letter"})
  void refusesAMissingField(String name) throws IOException {
    Object value = values().filter(arguments -> arguments.get()[0].equals(name)).findFirst().orElseThrow().get()[1];
    ObjectNode written = (ObjectNode) Json.mapper().readTree(Json.write(value));
    for (String field : fields(written)) {
      ObjectNode without = written.deepCopy();
      without.remove(field);
      assertThat(faults(name, without)).as("%s without %s", name, field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":\"x\"}", "{\"text\":\"x\",\"id\":null,\"other\":[1]}", "{\"text\":\" x\",\"publishedAt\":\"2025-05-13\"}"})
  void theArticlesSchemaAdmitsWhatTheCodecAccepts(String json) throws IOException {
    assertThat(new ArticleCodec().read(json.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ArticleCodec.Read.Accepted.class);
    assertThat(faults("article", Json.mapper().readTree(json))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"text\":null}", "{\"text\":\" \"}", "{\"text\":1}", "{\"text\":\"x\",\"id\":1}", "[]"})
  void theArticlesSchemaRefusesWhatTheCodecRefuses(String json) throws IOException {
    assertThat(new ArticleCodec().read(json.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ArticleCodec.Read.Refused.class);
    assertThat(faults("article", Json.mapper().readTree(json))).isNotEmpty();
  }

  @Test
  void theArticlesSchemaDescribesTheFieldsThatTheCodecReads() throws IOException {
    assertThat(fields(file("article").get("properties"))).containsExactlyInAnyOrderElementsOf(ArticleCodec.FIELDS);
    assertThat(faults("article", Json.mapper().readTree(new ArticleCodec().write(ARTICLE)))).isEmpty();
  }

  @Test
  void namesEveryReasonOfADeadLetterAndEveryAct() throws IOException {
    assertThat(file("dead-letter").at("/properties/reason/enum")).extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(DeadLetter.Reason.values()).map(Enum::name).toList());
    assertThat(file("common").at("/$defs/act/enum")).extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(Act.values()).map(Enum::name).toList());
    assertThat(file("common").at("/$defs/statement/properties/speakerKind/enum")).extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(SpeakerKind.values()).map(Enum::name).toList());
  }

  @Test
  void describesEveryField() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        JsonNode schema = Json.mapper().readTree(file.toFile());
        assertThat(schema.get("$schema").asText()).as(file.toString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        for (JsonNode properties : schema.findValues("properties")) {
          properties.fields().forEachRemaining(field ->
              assertThat(field.getValue().path("description").asText()).as("%s of %s", field.getKey(), file).isNotBlank());
        }
      }
    }
  }

  private static JsonNode file(String name) throws IOException {
    return Json.mapper().readTree(FOLDER.resolve(name + ".schema.json").toFile());
  }

  private static Set<ValidationMessage> faults(String name, JsonNode value) {
    SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(SchemaLocation.of(FOLDER.resolve(name + ".schema.json").toUri().toString()), config);
    return schema.validate(value);
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> found) {
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(child -> objects(child, found));
    return found;
  }
}
