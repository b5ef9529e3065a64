package dev.demarche.console.watches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Act;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchPagesTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Watch HOSTILE = Watch.of("hostile", Finding.Kind.STANCE).name(Rooms.HOSTILE).actors(Rooms.HOSTILE).acts(Act.REJECT).words("talks").build();

  private static String fields(String... pairs) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return body.toString();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  @Test
  void theListTellsWhatIsAskedAndHowUsefulItsAlertsAre() throws Exception {
    try (Rooms rooms = new Rooms()) {
      Watch watch = rooms.archive.shelf(Shelves.WATCHES).get("sanctions-threatened").orElseThrow();
      rooms.alerted(watch, "1", Rooms.NOON.minus(Duration.ofDays(1)), true);
      rooms.alerted(watch, "2", Rooms.NOON.minus(Duration.ofDays(2)), false);
      rooms.alerted(watch, "3", Rooms.NOON.minus(Duration.ofDays(3)), null);
      rooms.alerted(watch, "4", Rooms.NOON.minus(Duration.ofDays(40)), true);
      JsonNode row = json(rooms.get("/api/v1/watches?q=anyone+threatens+SANCTIONS")).get("items").get(0);
      assertThat(row.get("asks").asText()).isEqualTo("Anybody: THREATEN; about Sanctions");
      assertThat(row.get("alerts").asInt()).isEqualTo(3);
      assertThat(row.get("aDay").asDouble()).isEqualTo(0.1);
      assertThat(row.get("precision").asText()).isEqualTo("precision 0.67 (2 of 3 judged)");
      assertThat(rooms.get("/watches?q=threatens+sanctions").body()).contains("Anybody: THREATEN; about Sanctions", "2 of 3", "1 to 1 of 1");
      assertThat(rooms.get("/watches?q=nothing-like-it").body()).contains("No watch has these words.");
    }
  }

  @Test
  void theListOfThousandsIsShownPageByPage() throws Exception {
    try (Rooms rooms = new Rooms()) {
      Map<String, Watch> many = new HashMap<>();
      for (int i = 0; i < 3_000; i++) {
        many.put("many-" + i, Watch.of("many-" + i, Finding.Kind.STATEMENT).words("bulk").build());
      }
      rooms.index.put(Shelves.WATCHES, many);
      JsonNode page = json(rooms.get("/api/v1/watches?q=bulk&skip=2990&limit=50"));
      assertThat(page.get("total").asInt()).isEqualTo(3_000);
      assertThat(page.get("items")).hasSize(10);
      assertThat(rooms.get("/watches?q=bulk").body()).contains("1 to 50 of 3,000", "/watches?q=bulk&amp;skip=50").doesNotContain("many-999<");
    }
  }

  @Test
  void hostileNamesAreShownAndNeverRun() throws Exception {
    try (Rooms rooms = new Rooms()) {
      rooms.index.put(Shelves.WATCHES, "hostile", HOSTILE, 7);
      for (String path : new String[] {"/watches?q=hostile", "/watches/hostile", "/watches/new?from=hostile", "/watches?deleted=%3Cscript%3Ealert(1)", "/watches/%3Cscript%3Ealert(1)"}) {
        assertThat(rooms.get(path).body()).contains("&lt;script").doesNotContain("<script>alert");
      }
    }
  }

  @Test
  void theFormIsTheWatchAndTheYamlIsTheForm() throws Exception {
    try (Rooms rooms = new Rooms()) {
      JsonNode draft = json(rooms.send("POST", "/api/v1/watches/check", FORM, fields("id", "w", "kind", "stance", "severity", "critical", "actors", "russia\nJane Doe",
          "acts", "reject", "words", "\"30 day\"", "trigger", "count", "trigger.number", "5", "trigger.time", "6h", "group.repeat", "4h")));
      assertThat(draft.get("problems")).isEmpty();
      assertThat(draft.get("warnings").get(0).get("error").asText()).contains("knows nobody called \"Jane Doe\"");
      assertThat(draft.get("yaml").asText()).isEqualTo("""
          id: w
          severity: critical
          kind: stance
          actors: [russia, Jane Doe]
          acts: [reject]
          words: '"30 day"'
          trigger: {count: 5, within: 6h}
          group: {repeat: 4h}
          """);
      JsonNode back = json(rooms.send("POST", "/api/v1/watches/check", "text/yaml", draft.get("yaml").asText()));
      assertThat(back.get("form").get("values").get("trigger.time").get(0).asText()).isEqualTo("6h");
      assertThat(back.get("watch")).isEqualTo(draft.get("watch"));
    }
  }

  @Test
  void everyWatchThatComesWithDemarcheGoesThroughTheForm() {
    Drafts drafts = new Drafts(new KnownNames(new Rolls(new FilledIndex().archive())));
    assertThat(dev.demarche.catalogue.Packs.bundled().watches().plain()).isNotEmpty()
        .allSatisfy(watch -> assertThat(drafts.form(WatchForm.of(watch)).watch()).isEqualTo(watch));
  }

  @Test
  void whatIsWrongIsToldBesideItsInputWithAMend() throws Exception {
    try (Rooms rooms = new Rooms()) {
      JsonNode typo = json(rooms.send("POST", "/api/v1/watches/check", "text/yaml", "{id: w, kind: stance, actors: [rusia], issues: [cease-fire]}"));
      assertThat(typo.get("problems")).extracting(flaw -> flaw.get("field").asText() + ": " + flaw.get("mend").asText() + " @" + flaw.get("input").asText())
          .containsExactly("actors[0]: write \"russia\" @actors", "issues[0]: write \"ceasefire\" @issues");
      JsonNode query = json(rooms.send("POST", "/api/v1/watches/check", "text/yaml", "{id: w, kind: stance, words: '\"open'}"));
      assertThat(query.get("problems").get(0).get("input").asText()).isEqualTo("words");
      JsonNode trigger = json(rooms.send("POST", "/api/v1/watches/check", FORM, fields("id", "w", "kind", "stance", "acts", "reject", "trigger", "burst")));
      assertThat(trigger.get("problems").get(0).get("input").asText()).isEqualTo("trigger.time");
      JsonNode act = json(rooms.send("POST", "/api/v1/watches/check", "application/json", "{\"id\":\"w\",\"name\":\"w\",\"severity\":\"INFO\",\"kind\":\"STANCE\",\"acts\":[\"REFUSE\"]}"));
      assertThat(act.get("problems").get(0).get("field").asText()).isEqualTo("acts[0]");
      HttpResponse<String> page = rooms.send("POST", "/watches", FORM, fields("by", "form", "id", "Bad Id", "kind", "stance", "acts", "reject"));
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("Nothing was saved", "write \"bad-id\"", "value=\"Bad Id\"");
    }
  }

  @Test
  void aSavedWatchStandsAtOnce() throws Exception {
    try (Rooms rooms = new Rooms()) {
      HttpResponse<String> saved = rooms.send("POST", "/watches", FORM, fields("by", "form", "was", "", "version", "", "id", "mine", "name", "Mine", "kind", "stance", "acts", "reject"));
      assertThat(saved.statusCode()).isEqualTo(303);
      assertThat(saved.headers().firstValue("Location")).contains("/watches/mine?saved=101");
      assertThat(rooms.get("/watches/mine?saved=101").body()).contains("Saved as version 101", "in force from the next article on", "acts: [REJECT]");
      assertThat(json(rooms.get("/api/v1/watches?q=mine")).get("total").asInt()).isEqualTo(1);
      assertThat(rooms.send("PUT", "/api/v1/watches/mine", "text/yaml", "{id: other, kind: stance, acts: [reject]}").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void whoWouldOverwriteUnseenIsShownBoth() throws Exception {
    try (Rooms rooms = new Rooms()) {
      rooms.index.put(Shelves.WATCHES, "shared", Watch.of("shared", Finding.Kind.STANCE).acts(Act.REJECT).build(), 12);
      String mine = "{id: shared, kind: stance, acts: [accuse]}";
      assertThat(rooms.send("PUT", "/api/v1/watches/shared", "text/yaml", mine).statusCode()).isEqualTo(409);
      HttpResponse<String> stale = rooms.send("PUT", "/api/v1/watches/shared", "text/yaml", mine, "If-Match", "\"11\"");
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(json(stale).get("standing").get("watch").get("acts").get(0).asText()).isEqualTo("REJECT");
      assertThat(json(stale).get("yours").get("acts").get(0).asText()).isEqualTo("ACCUSE");
      HttpResponse<String> page = rooms.send("POST", "/watches", FORM, fields("by", "yaml", "was", "shared", "version", "11", "yaml", mine));
      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.body()).contains("somebody wrote version 12 in between", "acts: [REJECT]", "accuse", "name=\"version\" value=\"12\"");
      HttpResponse<String> good = rooms.send("PUT", "/api/v1/watches/shared", "text/yaml", mine, "If-Match", "\"12\"");
      assertThat(good.statusCode()).isEqualTo(200);
      assertThat(good.headers().firstValue("ETag")).contains("\"101\"");
      assertThat(rooms.get("/api/v1/watches/shared").headers().firstValue("ETag")).contains("\"101\"");
    }
  }

  @Test
  void aNewWatchTakesNoOthersPlace() throws Exception {
    try (Rooms rooms = new Rooms()) {
      HttpResponse<String> page = rooms.send("POST", "/watches", FORM, fields("by", "form", "was", "", "id", "russia-rejects", "kind", "stance", "acts", "reject"));
      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.body()).contains("there is a watch \"russia-rejects\" already").doesNotContain("Nothing wrong");
    }
  }

  @Test
  void deletingAsksForTheVersionToo() throws Exception {
    try (Rooms rooms = new Rooms()) {
      rooms.index.put(Shelves.WATCHES, "gone", Watch.of("gone", Finding.Kind.STANCE).acts(Act.REJECT).build(), 12);
      assertThat(rooms.send("DELETE", "/api/v1/watches/gone", null, null, "If-Match", "\"3\"").statusCode()).isEqualTo(409);
      assertThat(rooms.send("POST", "/watches/gone/delete", FORM, "version=12").headers().firstValue("Location")).contains("/watches?deleted=gone");
      assertThat(rooms.get("/watches/gone").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aReaderLooksAndTriesAndChangesNothing() throws Exception {
    try (Rooms rooms = new Rooms(Visitor.Role.READER, (draft, since, now, progress) -> Rooms.outcome(draft, 1, progress), 0)) {
      assertThat(rooms.send("PUT", "/api/v1/watches/w", "text/yaml", "{id: w, kind: stance, acts: [reject]}").statusCode()).isEqualTo(403);
      assertThat(rooms.send("DELETE", "/api/v1/watches/russia-rejects", null, null, "If-Match", "*").statusCode()).isEqualTo(403);
      assertThat(rooms.send("POST", "/watches", FORM, fields("by", "form", "id", "w", "kind", "stance", "acts", "reject")).statusCode()).isEqualTo(403);
      assertThat(rooms.send("POST", "/watches/russia-rejects/delete", FORM, "version=0").statusCode()).isEqualTo(403);
      assertThat(rooms.get("/watches/russia-rejects").body()).doesNotContain("data-save").contains("editors save");
      assertThat(rooms.send("POST", "/api/v1/watches/try", "text/yaml", "{id: w, kind: stance, acts: [reject]}").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void aTrialTellsWhatWouldHaveFired() throws Exception {
    try (Rooms rooms = new Rooms()) {
      JsonNode begun = json(rooms.send("POST", "/api/v1/watches/try?days=7", "text/yaml", "{id: w, kind: stance, acts: [reject]}"));
      assertThat(begun.get("days").asInt()).isEqualTo(7);
      String path = "/try/" + begun.get("id").asText();
      JsonNode trial = json(rooms.get("/api/v1/watches" + path));
      for (int i = 0; i < 100 && !trial.get("state").asText().equals("DONE"); i++) {
        Thread.sleep(20);
        trial = json(rooms.get("/api/v1/watches" + path));
      }
      assertThat(trial.get("tried").get("alerts").asInt()).isEqualTo(3);
      assertThat(rooms.get("/watches" + path).body()).contains("3 alerts", "in 3 messages", "5 findings in 7 articles", "1 alert would have waited", "&lt;script")
          .doesNotContain("<script>alert", "javascript:");
      assertThat(rooms.send("POST", "/api/v1/watches/try", "text/yaml", "{id: w, kind: stance}").statusCode()).isEqualTo(400);
      assertThat(rooms.get("/api/v1/watches/try/unknown").statusCode()).isEqualTo(404);
    }
  }
}
