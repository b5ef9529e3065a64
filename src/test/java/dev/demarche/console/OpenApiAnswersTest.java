package dev.demarche.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.demarche.topics.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is answered over the real index has all fields that the document describes, of the types that it says, and no others. */
class OpenApiAnswersTest {
  private static final JsonNode DOCUMENT = Json.mapper().valueToTree(new Yaml().load(
      OpenApiAnswersTest.class.getResourceAsStream("/console/openapi.yaml")));
  private static final String JSON = "/responses/200/content/application~1json/schema";

  /** The path of the document, and what is asked for. */
  private record Asked(String path, String address) {}

  private static List<Asked> all(String article, String alert, String actor, String issue, String condition, String watch, String letter, String key) {
    return List.of(new Asked("/articles/{id}", "/articles/" + article), new Asked("/live", "/live"), new Asked("/alerts", "/alerts?state=all"),
        new Asked("/alerts/{id}", "/alerts/" + alert), new Asked("/silences", "/silences"), new Asked("/silences/preview", "/silences/preview?matcher=watch%3Dx"),
        new Asked("/inhibitions", "/inhibitions"), new Asked("/positions", "/positions"), new Asked("/positions/{actor}/{issue}", "/positions/" + actor + "/" + issue),
        new Asked("/lines/{key}", "/lines/" + key), new Asked("/lines/{key}/here", "/lines/" + key + "/here"), new Asked("/issue-activity", "/issue-activity"),
        new Asked("/issues/{id}", "/issues/" + issue), new Asked("/conditions", "/conditions"), new Asked("/conditions/{id}", "/conditions/" + condition),
        new Asked("/told", "/told?days=0"), new Asked("/actors/{id}", "/actors/" + actor), new Asked("/watches", "/watches"),
        new Asked("/watches/{id}", "/watches/" + watch), new Asked("/search", "/search"), new Asked("/search", "/search?show=articles"),
        new Asked("/actors", "/actors"), new Asked("/issues", "/issues"), new Asked("/system", "/system"), new Asked("/dead-letters", "/dead-letters"),
        new Asked("/dead-letters/{id}", "/dead-letters/" + letter), new Asked("/deliveries", "/deliveries"), new Asked("/openapi.json", "/openapi.json"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void answersWhereMuchIsNotKnown() throws Exception {
    try (PlainHouse house = new PlainHouse()) {
      List<Asked> all = new ArrayList<>(all("n1", "alert1", "mara-lind", "ceasefire", "cond1", "refusals", PlainHouse.LETTER, encoded(PlainHouse.KEY)));
      all.removeIf(asked -> asked.path.equals("/watches/{id}"));
      String watch = Json.mapper().readTree(Raw.ask(house.at(), "GET", "/api/v1/watches").body()).at("/items/0/id").asText();
      all.addAll(List.of(new Asked("/watches/{id}", "/watches/" + watch), new Asked("/positions/{actor}/{issue}", "/positions/sudria/ceasefire"),
          new Asked("/positions/{actor}/{issue}", "/positions/nobody/ceasefire"), new Asked("/actors/{id}", "/actors/norway"),
          new Asked("/actors/{id}", "/actors/name:Ann%20Lee"), new Asked("/articles/{id}", "/articles/n2")));
      check(house.at(), all);
    }
  }

  @Test
  void answersWhereAllIsKnown() throws Exception {
    String text = encoded(HostileRecords.TEXT);
    try (HostileHouse house = new HostileHouse()) {
      house.live();
      List<Asked> all = new ArrayList<>(all(text, text, text, text, text, text, HostileHouse.LETTER, text));
      all.add(new Asked("/dead-letters/{id}", "/dead-letters/" + HostileHouse.BINARY));
      check(house.at(), all);
      String trial = Json.mapper().readTree(Raw.send(house.at(), "POST", "/api/v1/watches/try", "{\"id\":\"x\",\"name\":\"x\",\"severity\":\"INFO\",\"kind\":\"STANCE\","
          + "\"acts\":[\"REJECT\"]}", "Content-Type: application/json").body()).path("id").asText();
      JsonNode last = null;
      for (int i = 0; i < 200 && (last == null || !last.path("state").asText().equals("DONE")); i++) {
        Thread.sleep(10);
        last = answered(house.at(), new Asked("/watches/try/{trial}", "/watches/try/" + trial));
      }
      assertThat(last.path("state").asText()).isEqualTo("DONE");
    }
  }

  private static void check(ListenAddress at, List<Asked> all) throws Exception {
    Set<String> asked = new TreeSet<>(Set.of("/api/v1/watches/try/{trial}"));
    SoftAssertions softly = new SoftAssertions();
    for (Asked each : all) {
      asked.add("/api/v1" + each.path);
      softly.check(() -> answered(at, each));
    }
    softly.assertAll();
    Set<String> described = new TreeSet<>();
    DOCUMENT.get("paths").fields().forEachRemaining(path -> {
      if (!path.getValue().at("/get/responses/200/content/application~1json").isMissingNode() || path.getValue().at("/get/responses/200").has("$ref")) {
        described.add(path.getKey());
      }
    });
    assertThat(asked).isEqualTo(described);
  }

  private static JsonNode answered(ListenAddress at, Asked asked) throws Exception {
    Raw.Answer answer = Raw.ask(at, "GET", "/api/v1" + asked.address);
    assertThat(answer.status()).as(asked.address + " " + answer.body()).isEqualTo(200);
    JsonNode body = Json.mapper().readTree(answer.body());
    JsonNode response = DOCUMENT.at("/paths/~1api~1v1" + asked.path.replace("/", "~1") + "/get/responses/200");
    if (response.has("$ref")) {
      return body;
    }
    ObjectNode whole = strict(DOCUMENT.deepCopy());
    whole.put("$ref", "#/paths/~1api~1v1" + asked.path.replace("/", "~1").replace("{", "%7B").replace("}", "%7D") + "/get" + JSON);
    assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(body)).as(asked.address).isEmpty();
    return body;
  }

  /** That fields may be added is said to clients; here none goes undescribed. */
  private static <T extends JsonNode> T strict(T node) {
    if (node instanceof ObjectNode object && object.path("properties").isObject() && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiAnswersTest::strict);
    return node;
  }
}
