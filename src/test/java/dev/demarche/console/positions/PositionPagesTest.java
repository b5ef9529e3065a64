package dev.demarche.console.positions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.web.Links;
import dev.demarche.domain.Act;
import dev.demarche.topics.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionPagesTest {
  private static final String HOSTILE = "<script>alert(\"1\")</script>";

  private final MadePositions made = new MadePositions().issue("treaty", "The Treaty").issue("talks", "Talks").actor("Sudria").actor("Norland")
      .actor("Pact", "norland")
      .report("2026-05-01", "Sudria", Act.REJECT, null, "treaty", "rejects the treaty", null)
      .report("2026-05-02", "Norland", Act.AGREE, null, "treaty", "agrees to the treaty", "the guns fall silent")
      .report("2026-10-20", "Sudria", Act.AGREE, null, "treaty", "agrees to the treaty", null)
      .report("2026-10-22", "Sudria", Act.REQUEST, "Norland", "talks", "asks for talks", null);

  private List<String> shown(String query) throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      JsonNode matrix = Json.mapper().readTree(console.get("/api/v1/positions" + query).body());
      List<String> shown = new ArrayList<>();
      matrix.get("rows").forEach(row -> row.get("cells").forEach(cell -> shown.add(row.get("name").asText() + " " + cell.get("issue").asText() + " "
          + cell.get("standing").asText() + (cell.get("conditional").asBoolean() ? " if" : "") + (cell.get("moved").isNull() ? ""
          : cell.get("moved").get("recent").asBoolean() ? " lately" : " once"))));
      return shown;
    }
  }

  @Test
  void theMostReportedActorsComeFirst() throws Exception {
    assertThat(shown("")).containsExactly("Sudria talks DEMANDING", "Sudria treaty FOR lately", "Norland treaty FOR if");
    assertThat(shown("?limit=1&skip=1")).containsExactly("Norland treaty FOR if");
  }

  @Test
  void filtersByActorGroupIssueSideAndTime() throws Exception {
    assertThat(shown("?actor=sudria&issue=treaty")).containsExactly("Sudria treaty FOR lately");
    assertThat(shown("?actor=SUD")).hasSize(2);
    assertThat(shown("?actor=Pact")).containsExactly("Norland treaty FOR if");
    assertThat(shown("?side=demanding")).containsExactly("Sudria talks DEMANDING");
    assertThat(shown("?since=2026-10-21")).containsExactly("Sudria talks DEMANDING");
  }

  @Test
  void showsItAsItStoodAtADate() throws Exception {
    assertThat(shown("?at=2026-05-01")).containsExactly("Sudria treaty AGAINST");
    assertThat(shown("?at=2026-10-20")).containsExactly("Norland treaty FOR if", "Sudria treaty FOR lately");
  }

  @Test
  void whoIsForItTowardsOneAndAgainstItTowardsAnotherIsMixed() throws Exception {
    made.report("2026-06-01", "Norland", Act.AGREE, "Sudria", "talks", "agrees to talks", null)
        .report("2026-06-09", "Norland", Act.REJECT, "Ruritania", "talks", "rejects talks", null);
    assertThat(shown("?actor=norland&issue=talks")).containsExactly("Norland talks MIXED");
  }

  @Test
  void aCellOpensItsEvidenceWithTheWordsMarked() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/positions").body()).contains("href=\"/positions/sudria/treaty\"", "class=\"stand pro\"", "<th scope=\"row\">");
      String page = console.get("/positions/sudria/treaty").body();
      assertThat(page).contains("<h1>Sudria on The Treaty</h1>", "<mark>agrees to the treaty</mark>", "<mark>rejects the treaty</mark>",
          "href=\"/articles/n2#a0\"", "p2.example", "was against, is for", "Sides before", "2 of 2 articles");
      assertThat(console.get("/positions/norland/treaty").body()).contains("On a condition", "the guns fall silent");
      assertThat(console.get("/positions/sudria/talks").body()).contains("Towards whom", "href=\"/actors/norland\"");
    }
  }

  @Test
  void htmxGetsThePartForTheDialogAlone() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      HttpResponse<String> part = console.get("/positions/sudria/treaty", "HX-Request", "true");
      assertThat(part.body()).startsWith("<h2 id=\"evidence-title\">").doesNotContain("<html");
      assertThat(part.headers().firstValue("Vary")).contains("HX-Request");
    }
  }

  @Test
  void theEvidenceIsToldAsItStoodAtADate() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/positions/sudria/treaty?at=2026-05-03").body()).contains("as it stood on 2026-05-03", "rejects the treaty")
          .doesNotContain("agrees to the treaty");
    }
  }

  @Test
  void whereTheLineCannotBeHadThePageSaysSoAndShowsWhatTheIndexHas() throws Exception {
    try (MadeConsole console = new MadeConsole(made, key -> new LineStore.Known(null, ListenAddress.of("127.0.0.1:1"), null), 0)) {
      HttpResponse<String> page = console.get("/positions/sudria/treaty");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("cannot be had at the moment: the instance at 127.0.0.1:1, which holds it, cannot be reached",
          "<mark>agrees to the treaty</mark>", "was against, is for");
    }
  }

  @Test
  void hostileTextComesOutEscaped() throws Exception {
    made.issue("evil", HOSTILE).report("2026-10-23", HOSTILE, Act.REJECT, HOSTILE, "evil", HOSTILE, HOSTILE);
    try (MadeConsole console = MadeConsole.of(made)) {
      String key = Links.part(MadePositions.id(HOSTILE));
      for (String path : List.of("/positions", "/positions?actor=" + Links.part(HOSTILE), "/positions/" + key.replace("%2F", "%2f") + "/evil",
          "/positions/" + Links.part("name:" + HOSTILE) + "/" + Links.part(HOSTILE), "/positions?since=" + Links.part(HOSTILE))) {
        assertThat(console.get(path).body()).as(path).doesNotContain("<script>alert");
      }
    }
  }

  @Test
  void whatIsNotKnownIs404AndWhatIsWrongIs400() throws Exception {
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/positions/nobody/treaty").statusCode()).isEqualTo(404);
      HttpResponse<String> wrong = console.get("/api/v1/positions?side=left");
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).isEqualTo("{\"error\":\"side is \\\"left\\\"\","
          + "\"mend\":\"write one of for, against, demanding, mixed, neutral\"}");
      assertThat(console.get("/positions?at=yesterday").statusCode()).isEqualTo(400);
      assertThat(console.get("/api/v1/positions?limit=501").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aNameWithASlashHasAnAddress() throws Exception {
    made.report("2026-10-23", "AC/DC", Act.AGREE, null, "treaty", "agrees", null);
    try (MadeConsole console = MadeConsole.of(made)) {
      assertThat(console.get("/positions/ac%2Fdc/treaty").body()).contains("AC/DC on The Treaty");
    }
  }
}
