package dev.demarche.console.system;

import static dev.demarche.console.system.SystemRig.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.Readiness;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Delivery.Status;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.Json;
import dev.demarche.topics.Republisher;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemHttpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ID = "news.dead-letters-0@17";
  private static final String REPUBLISH = "/system/dead-letters/" + ID + "/republish";
  private static final String GOOD = "{\"text\":\"Norland rejects the plan.\"}";

  private SystemRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new SystemRig(0);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(rig.address() + path)));
  }

  private HttpResponse<String> form(String path, String... fields) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(HttpRequest.newBuilder(URI.create(rig.address() + path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(rig.address() + path)).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private String sent(int index) {
    return new String(rig.topics.sent().get(index).value(), StandardCharsets.UTF_8);
  }

  @Test
  void saysInOneSentenceThatAllIsWell() throws Exception {
    assertThat(get("/system").body()).contains("All is well: articles are read, the brokers are being asked.");
    rig.watchman.look();
    assertThat(get("/system/now").body()).contains("All is well: articles are read, 3 records are on the way.", "this instance", "news.articles: 2, 3")
        .doesNotContain("<html");
  }

  @Test
  void theEquationIsShownWithItsRemainder() throws Exception {
    JsonNode system = json(get("/api/v1/system"));
    assertThat(system.path("work").path("articles").asLong()).isEqualTo(1_000);
    assertThat(system.path("work").path("disposed").path("tagged").asLong()).isEqualTo(960);
    assertThat(get("/system").body()).containsPattern("remainder</dt><dd class=\"num total\">7<");
    assertThat(system.at("/stages/0/stage").asText()).isEqualTo("tag");
    assertThat(system.at("/stages/0/millis").asDouble()).isEqualTo(40);
  }

  @Test
  void whatIsNotWellIsToldWithItsMend() throws Exception {
    rig.readiness = new Readiness(true, false, "REBALANCING", "partitions are being shared out", Map.of());
    rig.sight = new Cluster.Sight(Instant.now(), List.of(), SystemRig.sight(Instant.now(), 5_000).lags(), List.of("news.hits"), List.of(
        new Cluster.Feed("https://a.example/feed", 4, "HTTP 500", null)), List.of(new Cluster.Unseen("not permitted to see the group demarche", "grant Describe")));
    rig.watchman.look();
    rig.letter(ID, Reason.NOT_JSON, "no json", "k", new byte[] {1});
    rig.delivery("n1", "desk", Status.FAILED, 9, "HTTP 404");
    JsonNode system = json(get("/api/v1/system"));
    assertThat(system.at("/well").asBoolean()).isFalse();
    assertThat(system.at("/sentence").asText()).isEqualTo("6 things are not well; the first: topics are missing: news.hits.");
    assertThat(system.at("/troubles").findValuesAsText("what")).anyMatch(what -> what.equals("5,000 records wait on news.articles for demarche"))
        .anyMatch(what -> what.equals("1 record of the last 24 hours became dead letters, the most by NOT_JSON"))
        .anyMatch(what -> what.startsWith("the feed https://a.example/feed failed 4 times: HTTP 500"))
        .anyMatch(what -> what.equals("1 notification did not reach desk")).anyMatch(what -> what.startsWith("not permitted"));
    assertThat(get("/system").body()).contains("run demarche topics apply", "grant Describe");
  }

  @Test
  void dayOldDeadLettersAreNoTrouble() throws Exception {
    rig.letter("news.dead-letters-0@2000", Reason.NOT_JSON, "old", "k", new byte[] {1});
    assertThat(json(get("/api/v1/system")).at("/well").asBoolean()).isTrue();
    assertThat(json(get("/api/v1/dead-letters")).at("/byReason/NOT_JSON").asInt()).isEqualTo(1);
  }

  @Test
  void deadLettersAreListedByReason() throws Exception {
    rig.letter(ID, Reason.NOT_JSON, "no json", "k", new byte[] {1});
    rig.letter("news.dead-letters-0@18", Reason.TEXT_MISSING, "no text", null, null);
    JsonNode listed = json(get("/api/v1/dead-letters?reason=TEXT_MISSING"));
    assertThat(listed.at("/byReason").toString()).isEqualTo("{\"NOT_JSON\":1,\"TEXT_MISSING\":1}");
    assertThat(listed.at("/items").findValuesAsText("id")).containsExactly("news.dead-letters-0@18");
    assertThat(get("/system/dead-letters?reason=TEXT_MISSING").body()).contains("href=\"/system/dead-letters/news.dead-letters-0%4018\"", "key none")
        .doesNotContain("no json<");
    assertThat(get("/api/v1/dead-letters?limit=0").statusCode()).isEqualTo(400);
    assertThat(json(get("/api/v1/dead-letters?limit=0")).at("/mend").asText()).isEqualTo("write a number from 1 to 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/system/dead-letters", "/system/dead-letters/" + ID, "/system/deliveries", "/system"})
  void hostileTextComesOutEscaped(String path) throws Exception {
    rig.letter(ID, Reason.NOT_JSON, HOSTILE, HOSTILE, HOSTILE.getBytes(StandardCharsets.UTF_8));
    rig.delivery(HOSTILE, HOSTILE, Status.FAILED, 3, HOSTILE);
    String page = get(path).body();
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>").doesNotContain("=\"<").doesNotContain("' \"");
  }

  @Test
  void theValueIsShownWithWhatCannotBeSeenNamed() throws Exception {
    rig.letter(ID, Reason.NOT_JSON, "m", "k", "</pre><b>\u0000\u202E".getBytes(StandardCharsets.UTF_8));
    assertThat(get("/system/dead-letters/" + ID).body()).contains("&lt;/pre&gt;&lt;b&gt;⟨U+0000⟩⟨U+202E⟩");
    rig.letter(ID, Reason.NOT_UTF8, "m", "k", new byte[] {(byte) 0xFF, '<'});
    assertThat(get("/system/dead-letters/" + ID).body()).contains("These bytes are no UTF-8", "000000  ff 3c");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(get("/system/dead-letters/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/system/dead-letters/news.dead-letters-0@1").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/dead-letters/news.dead-letters-0@1").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/dead-letters/nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void republishingAsksFirstAndAgainForTheSameLetter() throws Exception {
    rig.letter(ID, Reason.TEXT_MISSING, "m", "a1", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(form(REPUBLISH, "body", GOOD).body()).contains("edited, to", "news.articles").contains("name=\"sure\" value=\"0\"");
    assertThat(rig.topics.sent()).isEmpty();
    HttpResponse<String> done = form(REPUBLISH, "body", GOOD, "sure", "0");
    assertThat(done.body()).contains("Published as");
    assertThat(done.headers().firstValue("X-Said")).isPresent();
    assertThat(sent(0)).isEqualTo(GOOD);
    assertThat(form(REPUBLISH, "body", GOOD, "sure", "0").body()).contains("It was published already: by ana", "once more?");
    assertThat(rig.topics.sent()).hasSize(1);
    assertThat(get("/system/dead-letters/" + ID).body()).contains("Published already");
    form(REPUBLISH, "body", GOOD, "sure", "1");
    assertThat(rig.topics.sent()).hasSize(2);
    assertThat(rig.topics.sent().get(1).headers().lastHeader(Republisher.BY).value()).isEqualTo("ana".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anArticleThatIsNoneIsNotPublishedAndToldWhy() throws Exception {
    rig.letter(ID, Reason.TEXT_MISSING, "m", "a1", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(form(REPUBLISH).body()).contains("Not published. field \"text\" is missing");
    HttpResponse<String> refused = post("/api/v1/dead-letters/" + ID + "/republish", "{\"body\":\"{\\\"text\\\":\\\" \\\"}\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).at("/mend").asText()).isEqualTo("put the article's body into the field \"text\"");
    assertThat(rig.topics.sent()).isEmpty();
  }

  @Test
  void theApiPublishesOnceUnlessAskedAgain() throws Exception {
    rig.letter(ID, Reason.STAGE_FAILED, "m", "a1", GOOD.getBytes(StandardCharsets.UTF_8));
    String path = "/api/v1/dead-letters/" + ID + "/republish";
    assertThat(json(post(path, "")).at("/to/topic").asText()).isEqualTo("news.articles");
    assertThat(post(path, "{}").statusCode()).isEqualTo(409);
    assertThat(post(path, "{\"again\":true}").statusCode()).isEqualTo(200);
    assertThat(post(path, "[1]").statusCode()).isEqualTo(400);
    assertThat(rig.topics.sent()).hasSize(2);
  }

  @Test
  void whoOnlyReadsChangesNothing() throws Exception {
    rig.visitor = new Visitor("bo", Visitor.Role.READER);
    rig.letter(ID, Reason.STAGE_FAILED, "m", "a1", GOOD.getBytes(StandardCharsets.UTF_8));
    rig.delivery("n1", "desk", Status.FAILED, 9, "HTTP 404");
    assertThat(form(REPUBLISH, "sure", "0").statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/dead-letters/" + ID + "/republish", "").statusCode()).isEqualTo(403);
    assertThat(form("/system/deliveries/retry", "receiver", "desk").statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/deliveries/retry", "{\"receiver\":\"desk\"}").statusCode()).isEqualTo(403);
    assertThat(get("/system/dead-letters/" + ID).body()).doesNotContain("<textarea");
    assertThat(get("/system/deliveries").body()).doesNotContain("Try again");
    assertThat(rig.topics.sent()).isEmpty();
    assertThat(rig.again).isEmpty();
  }

  @Test
  void deliveriesAreToldByReceiver() throws Exception {
    rig.delivery("n1", "desk", Status.PENDING, 2, "HTTP 503");
    rig.delivery("n2", "desk", Status.PENDING, 0, null);
    rig.delivery("n3", "desk", Status.DELIVERED, 1, "HTTP 200");
    rig.delivery("n4", "wire", Status.FAILED, 9, "HTTP 404");
    JsonNode told = json(get("/api/v1/deliveries?status=FAILED"));
    assertThat(told.at("/receivers/0/name").asText()).isEqualTo("desk");
    assertThat(told.at("/receivers/0/pending").asInt()).isEqualTo(2);
    assertThat(told.at("/receivers/0/failing").asInt()).isEqualTo(1);
    assertThat(told.at("/receivers/1/failed").asInt()).isEqualTo(1);
    assertThat(told.at("/deliveries/items").findValuesAsText("alert")).containsExactly("n4");
    assertThat(get("/system/deliveries").body()).contains("HTTP 503", "after 2 attempts", "HTTP 404");
    assertThat(get("/api/v1/deliveries?status=LOST").statusCode()).isEqualTo(400);
  }

  @Test
  void whatWasGivenUpIsTriedAgain() throws Exception {
    rig.delivery("n1", "desk", Status.PENDING, 2, "HTTP 503");
    rig.delivery("n2", "desk", Status.FAILED, 9, "HTTP 404");
    rig.delivery("n3", "desk", Status.DISABLED, 0, "gone");
    rig.delivery("n4", "wire", Status.FAILED, 9, "HTTP 404");
    assertThat(form("/system/deliveries/retry", "receiver", "desk").body()).contains("2 deliveries are tried again");
    assertThat(rig.again).extracting(delivery -> delivery.alert()).containsExactly("n2", "n3");
    assertThat(post("/api/v1/deliveries/retry", "{\"receiver\":\"desk\",\"notification\":\"n1\"}").body()).isEqualTo("{\"again\":1}");
    assertThat(post("/api/v1/deliveries/retry", "{}").statusCode()).isEqualTo(400);
  }
}
