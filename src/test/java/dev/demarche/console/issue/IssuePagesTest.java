package dev.demarche.console.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.positions.MadeConsole;
import dev.demarche.console.positions.MadePositions;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Act;
import dev.demarche.topics.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuePagesTest {
  private static final String HOSTILE = "<script>alert(\"1\")</script>";

  private final MadePositions made = new MadePositions().issue("treaty", "The Treaty").issue("talks", "Talks").actor("Sudria").actor("Norland")
      .report("2026-05-01", "Sudria", Act.REJECT, null, "treaty", "rejects the treaty", null)
      .report("2026-10-02", "Norland", Act.AGREE, null, "treaty", "agrees to the treaty", "the guns fall silent")
      .report("2026-10-03", "Ruritania", Act.REJECT, null, "treaty", "rejects the treaty", null)
      .report("2026-10-20", "Sudria", Act.AGREE, null, "treaty", "agrees to the treaty", null)
      .condition("c1", "Norland", "Sudria", "Sudria frees the crew", "the harbours will open", "treaty", "2026-10-05", "2026-10-21")
      .condition("c2", "Sudria", null, "the guns fall silent", "talks will start", "treaty", "2026-10-06", null);

  private JsonNode json(String path) throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      return Json.mapper().readTree(console.get(path).body());
    }
  }

  @Test
  void whoStandsWhereIsToldInCamps() throws Exception {
    List<String> camps = new ArrayList<>();
    json("/api/v1/issues/treaty").get("camps").forEach(camp -> camp.get("members").forEach(member ->
        camps.add(camp.get("kind").asText() + " " + member.get("name").asText() + " " + member.get("standing").asText())));
    assertThat(camps).containsExactly("FOR Sudria FOR", "AGAINST Ruritania AGAINST", "CONDITIONAL Norland FOR");
  }

  @Test
  void anIssueShowsShiftsConditionsStatementsActivityAndWhoIsQuoted() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      String page = console.get("/issues/treaty").body();
      assertThat(page).contains("<h1>The Treaty</h1>", "was against, is for", "<mark>rejects the treaty</mark>", "href=\"/conditions/c1\"", "Most quoted",
          "href=\"/actors/sudria\"", "href=\"/positions/norland/treaty\"", "<svg class=\"bars\"", "3 findings, 2026-09-03 to 2026-11-01");
      assertThat(page.indexOf("/conditions/c2")).as("open ones first").isLessThan(page.indexOf("/conditions/c1"));
      assertThat(page).doesNotContain("style=");
    }
  }

  @Test
  void theListTellsHowBusyIssuesAre() throws Exception {
    JsonNode issues = json("/api/v1/issue-activity");
    assertThat(issues.get(0).get("name").asText()).isEqualTo("The Treaty");
    assertThat(issues.get(0).get("camps").toString()).isEqualTo("{\"FOR\":1,\"AGAINST\":1,\"CONDITIONAL\":1}");
    assertThat(issues.get(0).get("conditions").asInt()).isEqualTo(1);
    assertThat(issues.get(0).get("shifts").asInt()).isEqualTo(1);
    assertThat(issues.get(1).get("findings").asInt()).isZero();
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/issues").body()).contains("href=\"/issues/treaty\"", "href=\"/issues/talks\"");
    }
  }

  @Test
  void aConditionHasALifeWithReceipts() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/conditions/c1").body()).contains("<h1>Sudria frees the crew \u2192 the harbours will open</h1>", "Who must act",
          "<mark>Sudria frees the crew</mark>", "the antecedent is reported as done", "\u2713", "href=\"/issues/treaty\"");
      assertThat(console.get("/conditions/c2").body()).contains("nobody named");
      assertThat(console.get("/conditions?state=open").body()).contains("/conditions/c2").doesNotContain("/conditions/c1");
    }
    assertThat(json("/api/v1/conditions?actor=norland&issue=treaty").get("items").findValuesAsText("id")).contains("c1").doesNotContain("c2");
    assertThat(json("/api/v1/conditions/c1").get("state").asText()).isEqualTo("MET");
  }

  @Test
  void whatIsNotKnownIs404() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      for (String path : List.of("/issues/none", "/conditions/none", "/api/v1/issues/none", "/api/v1/conditions/none")) {
        assertThat(console.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(console.get("/api/v1/conditions?state=lost").statusCode()).isEqualTo(400);
      assertThat(console.get("/conditions?state=lost").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void hostileTextComesOutEscaped() throws Exception {
    made.issue("evil", HOSTILE).report("2026-10-23", HOSTILE, Act.REJECT, HOSTILE, "evil", HOSTILE, HOSTILE)
        .condition("c3", HOSTILE, HOSTILE, HOSTILE, HOSTILE, "evil", "2026-10-06", "2026-10-07");
    try (MadeConsole console = MadeConsole.of(made)) {
      for (String path : List.of("/issues", "/issues/evil", "/issues/" + Links.part(HOSTILE), "/conditions", "/conditions/c3", "/conditions?state="
          + Links.part(HOSTILE), "/conditions?actor=" + Links.part(HOSTILE))) {
        assertThat(console.get(path).body()).as(path).doesNotContain("<script>alert");
      }
    }
  }
}
