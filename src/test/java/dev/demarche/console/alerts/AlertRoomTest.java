package dev.demarche.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Act;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Severity;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertRoomTest {
  private final MadeAlerts made = MadeAlerts.some();
  private final List<Visitor> visitors = new ArrayList<>();
  private HttpEndpoint endpoint;
  private ListenAddress at;

  @BeforeEach
  void listen() throws Exception {
    AlertRoom room = new AlertRoom(made.archive, made, Clock.fixed(MadeAlerts.NOON.plusSeconds(1500), ZoneOffset.UTC));
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    Routes visiting = routes -> routes.beforeMatched(context -> visitors.forEach(visitor -> visitor.enter(context)));
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new Gate(), visiting, assets, new AlertPages(room, pages), new AlertApi(room),
        new SilencePages(room, pages), new SilenceApi(room)));
    at = endpoint.start();
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + at + path)).header("Content-Type", type).header("HX-Request", "true")
        .header("Sec-Fetch-Site", "same-origin").method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private String get(String path) throws Exception {
    return send("GET", path, "text/plain", null).body();
  }

  private JsonNode json(String path) throws Exception {
    return Json.mapper().readTree(get(path));
  }

  private HttpResponse<String> form(String path, String body) throws Exception {
    return send("POST", path, "application/x-www-form-urlencoded", body);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, "application/json", body);
  }

  @Test
  void whatIsOpenIsListedByGroupWithTheNewestFirst() throws Exception {
    JsonNode open = json("/api/v1/alerts");
    assertThat(open.at("/total").asInt()).isEqualTo(4);
    assertThat(open.at("/groups/0/alerts")).extracting(JsonNode::asText).containsExactly("aaa2", "aaa1");
    assertThat(open.at("/groups/0/group").asText()).isEqualTo("actor=russia, issue=ceasefire");
    assertThat(get("/alerts")).contains("<h2>Russia rejects something</h2>", "actor=russia, issue=ceasefire · 2 alerts", "3 independent publishers, 4 reports",
        "<mark>Moscow </mark><mark><strong>rejected</strong></mark><mark> the offer</mark>", ">critical</span>").doesNotContain("Ankara");
  }

  @Test
  void tabsAndFiltersNarrowTheList() throws Exception {
    assertThat(json("/api/v1/alerts?state=acknowledged").at("/alerts/0/life/alert/id").asText()).isEqualTo("bbb1");
    assertThat(json("/api/v1/alerts?state=all").at("/total").asInt()).isEqualTo(5);
    assertThat(json("/api/v1/alerts?state=silenced").at("/alerts/0/silenced").asText()).isEqualTo("silenced until 2026-01-05T14:00:00Z by bob: the summit");
    assertThat(json("/api/v1/alerts?q=Summer+TALKS").at("/alerts")).hasSize(1);
    assertThat(json("/api/v1/alerts?severity=warning&actor=Georgia&issue=ceasefire&watch=burst").at("/total").asInt()).isEqualTo(1);
    assertThat(json("/api/v1/alerts?limit=1&skip=1").at("/alerts/0/life/alert/id").asText()).isEqualTo("hhh1");
  }

  @Test
  void aBadFilterIsNamedWithAMend() throws Exception {
    HttpResponse<String> bad = send("GET", "/api/v1/alerts?severity=loud", "text/plain", null);
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).isEqualTo("{\"error\":\"there is no severity loud\",\"field\":\"severity\",\"mend\":\"write one of: info, warning, critical\"}");
    assertThat(send("GET", "/alerts?limit=0", "text/plain", null).statusCode()).isEqualTo(400);
  }

  @Test
  void hostileTextsComeOutAsText() throws Exception {
    for (String path : List.of("/alerts", "/alerts/hhh1", "/silences", "/silences/new?alert=hhh1", "/silences/preview?matchers=watch%3Dhostile",
        "/alerts?q=%22%3E%3Cscript%3Ealert('x')")) {
      assertThat(get(path)).as(path).doesNotContain("<script>alert", "javascript:").contains("&lt;script&gt;alert");
    }
    assertThat(get("/alerts/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")).doesNotContain("<script>alert");
  }

  @Test
  void anAlertTellsWhyItFiredAndWhatBecameOfIt() throws Exception {
    String page = get("/alerts/aaa1");
    assertThat(page).contains("news.example.org reported on 2026-01-05 12:00 UTC that Russia rejects Ukraine, on ceasefire", "What came before.", "What comes after.",
        "<strong class=\"\">delivered</strong> to <b>desk</b>", "attempt 2: 421 busy", "next attempt", "Moscow turned the truce down", "40 %", "/articles/art-aaa1#a0");
    assertThat(page).doesNotContain("And more.");
    JsonNode steps = json("/api/v1/alerts/aaa1").at("/steps");
    assertThat(steps).extracting(step -> step.at("/what").asText()).containsExactly("fired", "grouped", "told", "delivered", "pending");
    assertThat(get("/alerts/ccc1")).contains("What was counted", "thousands marched", "suppressed", "silence s1");
  }

  @Test
  void anUnknownAlertIs404() throws Exception {
    assertThat(send("GET", "/alerts/none", "text/plain", null).statusCode()).isEqualTo(404);
    assertThat(post("/api/v1/alerts/none/acknowledge", "").statusCode()).isEqualTo(404);
    assertThat(json("/api/v1/alerts/none").at("/error").asText()).isEqualTo("there is no alert none");
  }

  @Test
  void whatIsDoneIsSignedWrittenAndSeenAtOnce() throws Exception {
    made.comes = false;
    HttpResponse<String> done = form("/alerts/aaa1/acknowledge", "");
    assertThat(done.body()).contains("is-acknowledged", "the stream is taking it in").doesNotContain(">Acknowledge<");
    assertThat(done.headers().firstValue("X-Said").orElseThrow()).startsWith("Acknowledged%3A%20Russia");
    assertThat(made.reactions).singleElement().satisfies(one -> {
      assertThat(one.watch()).isEqualTo("russia-rejects");
      assertThat(one.action()).isEqualTo(Reaction.Action.ACKNOWLEDGE);
      assertThat(one.author()).isEqualTo("local");
    });
    Reaction sent = made.reactions.get(0);
    AlertLife life = made.archive.shelf(Shelves.ALERTS).get("aaa1").orElseThrow();
    made.index.put(Shelves.ALERTS, "aaa1", life.after(sent, sent.at()));
    assertThat(get("/alert-parts/row/aaa1")).contains("is-acknowledged").doesNotContain("the stream is taking it in");
    assertThat(json("/api/v1/alerts/aaa1").at("/steps")).filteredOn(step -> step.at("/what").asText().equals("acknowledged")).hasSize(1);
  }

  @Test
  void commentsAndVerdictsAreTaken() throws Exception {
    assertThat(post("/api/v1/alerts/aaa1/comment", "{\"text\":\"see the note\"}").statusCode()).isEqualTo(200);
    assertThat(post("/api/v1/alerts/aaa1/verdict", "{\"useful\":false}").body()).contains("\"useful\":false", "\"author\":\"local\"");
    assertThat(form("/alerts/aaa1/useful", "as=story").body()).contains("judged useful", "see the note", "id=\"story\"");
    assertThat(post("/api/v1/alerts/aaa1/comment", "{}").body()).isEqualTo("{\"error\":\"a comment needs a text\",\"field\":\"text\",\"mend\":\"write another text\"}");
    assertThat(post("/api/v1/alerts/aaa1/verdict", "{}").body()).contains("\"field\":\"useful\"");
    assertThat(post("/api/v1/alerts/aaa1/resolve", "[1").statusCode()).isEqualTo(400);
  }

  @Test
  void aGroupIsAcknowledgedAsAWhole() throws Exception {
    HttpResponse<String> done = form("/alert-parts/group/acknowledge?state=open&ofWatch=russia-rejects&ofGroup=actor%3Drussia,%20issue%3Dceasefire", "");
    assertThat(made.reactions).extracting(Reaction::alert).containsExactlyInAnyOrder("aaa1", "aaa2");
    assertThat(done.body()).contains("id=\"a-aaa1\"", "id=\"a-aaa2\"", "is-acknowledged").doesNotContain("is-firing");
    assertThat(form("/alert-parts/group/acknowledge?ofWatch=none", "").statusCode()).isEqualTo(404);
    assertThat(form("/alert-parts/group/comment?state=all&ofWatch=russia-rejects&ofGroup=actor%3Drussia,%20issue%3Dceasefire", "text=old").statusCode()).isEqualTo(200);
    assertThat(made.reactions).extracting(Reaction::text).containsOnly(null, "old");
  }

  @Test
  void aReaderChangesNothing() throws Exception {
    visitors.add(new Visitor("guest", Visitor.Role.READER));
    assertThat(post("/api/v1/alerts/aaa1/acknowledge", "").statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/silences", "{\"matchers\":[\"watch=war\"],\"for\":\"2h\"}").statusCode()).isEqualTo(403);
    assertThat(send("DELETE", "/api/v1/silences/s1", "text/plain", null).statusCode()).isEqualTo(403);
    assertThat(get("/alerts")).doesNotContain("hx-post");
    assertThat(made.reactions).isEmpty();
  }

  @Test
  void whatTheBrokersDoNotTakeIsTold() throws Exception {
    made.takes = false;
    HttpResponse<String> failed = post("/api/v1/alerts/aaa1/acknowledge", "");
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.body()).contains("no broker answers", "try again");
    assertThat(get("/alert-parts/row/aaa1")).contains("is-firing");
  }

  @Test
  void whatHasComeSinceIsCounted() throws Exception {
    assertThat(get("/alert-parts/come?known=5").strip()).isEmpty();
    assertThat(get("/alert-parts/come?known=3&severity=critical").strip()).isEmpty();
    made.fired("ddd1", "support", "Who supports a ceasefire?", Severity.INFO, "Egypt", Act.SUPPORT, null, "Cairo backs it.",
        "backs", null, null, null, 1400);
    assertThat(get("/alert-parts/come?known=5")).contains("1 new");
    assertThat(get("/alert-parts/come?known=5&state=resolved").strip()).isEmpty();
  }

  @Test
  void aSilenceIsMadeShownAndEnded() throws Exception {
    made.comes = false;
    HttpResponse<String> posted = post("/api/v1/silences", "{\"matchers\":[\"watch=russia-rejects\"],\"for\":\"2h\",\"comment\":\"known\"}");
    assertThat(posted.statusCode()).isEqualTo(201);
    String id = Json.mapper().readTree(posted.body()).at("/silence/id").asText();
    assertThat(made.silences.get(0).author()).isEqualTo("local");
    assertThat(get("/silences")).contains("id=\"s-" + id, "watch=\"russia-rejects\"", "local: known");
    assertThat(json("/api/v1/alerts?state=silenced").at("/total").asInt()).isEqualTo(3);
    assertThat(json("/api/v1/silences?state=active").at("/total").asInt()).isEqualTo(2);
    assertThat(send("DELETE", "/api/v1/silences/" + id, "text/plain", null).body()).contains("\"state\":\"ended\"");
    assertThat(json("/api/v1/silences?state=ended").at("/silences/0/silence/id").asText()).isEqualTo(id);
    assertThat(send("DELETE", "/api/v1/silences/none", "text/plain", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aSilenceThatIsWrongIsToldBesideItsField() throws Exception {
    assertThat(post("/api/v1/silences", "{\"matchers\":[\"actr=x\"],\"for\":\"2h\"}").body())
        .isEqualTo("{\"error\":\"there is no label actr\",\"field\":\"matchers\",\"mend\":\"write \\\"actor\\\"\"}");
    HttpResponse<String> form = form("/silences", "matchers=watch%3Dwar&for=soon");
    assertThat(form.statusCode()).isEqualTo(422);
    assertThat(form.body()).contains("soon", "aria-invalid=\"true\"", "watch=war");
  }

  @Test
  void thePreviewSaysWhichAlertsFit() throws Exception {
    assertThat(json("/api/v1/silences/preview?matcher=watch%3Drussia-rejects").at("/alerts")).extracting(JsonNode::asText).containsExactly("aaa2", "aaa1");
    assertThat(get("/silences/preview?matchers=actor%3DRussia")).contains("2 alerts that fire fit");
    assertThat(get("/silences/preview?matchers=actr%3DRussia")).contains("there is no label actr");
    assertThat(get("/silences/new?alert=aaa1")).contains("actor=").contains("watch=");
    assertThat(json("/api/v1/inhibitions").at("/inhibitions/0/id").asText()).isEqualTo("outage");
  }
}
