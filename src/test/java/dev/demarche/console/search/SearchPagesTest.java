package dev.demarche.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Taggings;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Issue;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchPagesTest {
  private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");

  private static FilledIndex index;
  private static HttpEndpoint endpoint;
  private static ListenAddress at;

  @BeforeAll
  static void start() throws Exception {
    index = new FilledIndex();
    index.put(Taggings.article("a1", 1, "gazette.example", "Norland says no", MAY));
    index.put(Taggings.article("a2", 1, "courier.example", "=<script>alert(1)</script>\"", MAY.plusSeconds(3600)));
    index.put(Shelves.ACTORS, "norland", new Actor("norland", "Norland", EntityType.COUNTRY, List.of("Kingdom of Norland"), List.of(), null, List.of(), null,
        List.of(), null, null));
    index.put(Shelves.ACTORS, "old-norland", new Actor("old-norland", "Old Norland", EntityType.COUNTRY, List.of(), List.of(), null, List.of(), null,
        List.of(), null, null));
    index.put(Shelves.ISSUES, "ceasefire", new Issue("ceasefire", "Cease-fire", "ceasefire"));
    Assets assets = new Assets();
    Names names = new Names(new Rolls(index.archive()));
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), List.of(new Gate(), assets,
        new SearchPages(new Pages(assets), index.archive(), Houses.PLAIN, names), new SearchApi(index.archive(), Houses.PLAIN, names)));
    at = endpoint.start();
  }

  @AfterAll
  static void stop() throws Exception {
    endpoint.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + at + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    return Json.mapper().readTree(get(path).body());
  }

  @Test
  void reportsOfOneUtteranceAreOneResultWithItsPublishers() throws Exception {
    String page = get("/search?kind=stance").body();
    assertThat(page).contains("2 findings, of 1 utterance", "2 articles, ", "/articles/a2#a0", "/articles/a1#a0", "class=\"act contra\">reject<");
    JsonNode results = json("/api/v1/search?kind=stance");
    assertThat(results.get("total").asInt()).isEqualTo(2);
    assertThat(results.get("occasions")).hasSize(1);
    assertThat(results.get("occasions").get(0).get("reports")).hasSize(2);
    assertThat(results.get("facets").get("WHO").get("norland").asInt()).isEqualTo(2);
  }

  @Test
  void matchedWordsAreMarkedAndHostileTitlesEscaped() throws Exception {
    String page = get("/search?q=shelling").body();
    assertThat(page).contains("<mark>shelling</mark>", "=&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void anActorGoesByItsAliasAndAFilterCanBeTakenOut() throws Exception {
    String page = get("/search?actor=kingdom+of+norland&publisher=gazette.example").body();
    assertThat(page).contains("1 finding,", "actor: Norland", "href=\"/search?actor=kingdom+of+norland\"");
  }

  @Test
  void wordsThatAreNoQueryAreAnsweredWithWhatIsWrong() throws Exception {
    HttpResponse<String> page = get("/search?q=%22open");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("is no query", "role=\"alert\"", "value=\"&#34;open\"");
    HttpResponse<String> api = get("/api/v1/search?q=%22open");
    assertThat(api.statusCode()).isEqualTo(400);
    assertThat(Json.mapper().readTree(api.body()).get("mend").asText()).startsWith("close every quotation mark");
    assertThat(get("/search?from=yesterday").body()).contains("is neither a day");
    assertThat(get("/api/v1/search?limit=501").statusCode()).isEqualTo(400);
  }

  @Test
  void articlesAreShownInstead() throws Exception {
    assertThat(get("/search?show=articles&actor=sudria").body()).contains("2 articles", "/articles/a1\"");
    assertThat(json("/api/v1/search?show=articles&q=waits").get("articles")).hasSize(2);
  }

  @Test
  void daysBoundTheTimeTheLastOneIncluded() throws Exception {
    assertThat(json("/api/v1/search?from=2026-05-01&until=2026-05-01").get("total").asInt()).isEqualTo(6);
    assertThat(json("/api/v1/search?until=2026-05-01T10:00:00Z").get("total").asInt()).isZero();
    assertThat(json("/api/v1/search?from=2026-05-01T11:00:00Z").get("total").asInt()).isEqualTo(3);
  }

  @Test
  void namesAreCompletedByTheirStartThenByAWordOfThem() throws Exception {
    assertThat(get("/api/v1/actors?starts=norl").body())
        .isEqualTo("{\"items\":[{\"id\":\"norland\",\"name\":\"Norland\"},{\"id\":\"old-norland\",\"name\":\"Old Norland\"}]}");
    assertThat(get("/api/v1/actors?starts=kingdom").body()).contains("norland").doesNotContain("old");
    assertThat(get("/api/v1/issues?starts=CEASE").body()).isEqualTo("{\"items\":[{\"id\":\"ceasefire\",\"name\":\"Cease-fire\"}]}");
  }

  @Test
  void findingsAreExportedWithTheSameFilters() throws Exception {
    HttpResponse<String> csv = get("/api/v1/search.csv?kind=stance&order=oldest");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("demarche-search.csv");
    assertThat(csv.headers().firstValue("X-Total-Count")).contains("2");
    assertThat(csv.body().split("\r\n")).hasSize(3).satisfies(lines -> {
      assertThat(lines[0]).startsWith("id,kind,at,who,who_id,act,polarity");
      assertThat(lines[1]).startsWith("a1:1:a0,STANCE,2026-05-01T10:00:00Z,Norland,norland,REJECT,against,Sudria,sudria,ceasefire,rejected the peace offer,");
      assertThat(lines[2]).contains(",\"'=<script>alert(1)</script>\"\"\",");
    });
    assertThat(get("/api/v1/search.jsonl?kind=stance").body().lines().map(line -> json(line.getBytes()))).hasSize(2)
        .allMatch(each -> each.get("finding").get("kind").asText().equals("STANCE"));
    assertThat(get("/api/v1/search.csv?q=%22open").statusCode()).isEqualTo(400);
  }

  private static JsonNode json(byte[] line) {
    try {
      return Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
