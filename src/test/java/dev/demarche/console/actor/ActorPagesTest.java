package dev.demarche.console.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.reader.Made;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActorPagesTest {
  private static HttpEndpoint endpoint;
  private static ListenAddress at;

  @BeforeAll
  static void start() throws Exception {
    TaggedArticle article = Made.article("a1", "<b>Daily</b>", null);
    Archive archive = new FilledIndex().put(article).put(Shelves.ACTORS, "mara-lind", Made.MARA).put(Shelves.ACTORS, "norway", Made.NORWAY)
        .put(Shelves.ACTORS, "nordics", Made.NORDICS).put(Shelves.POSITIONS, "p", Made.position(article)).put(Shelves.SHIFTS, "s", Made.shift(article)).archive();
    Clock clock = Clock.fixed(Made.AT.plus(Duration.ofDays(10)), ZoneOffset.UTC);
    Assets assets = new Assets();
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"),
        List.of(new Gate(), assets, new ActorPages(archive, new Rolls(archive), clock, new Pages(assets)), new ActorApi(archive, new Rolls(archive), clock)));
    at = endpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + at + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theNewsAreAboutWhomSomethingWasFoundOfInTheTime() throws Exception {
    assertThat(get("/actors?days=7").body()).contains("Nobody.").contains("href=\"/actors?days=0\"");
    assertThat(get("/actors?days=30").body()).contains("href=\"/actors/mara-lind\"").contains("1 to 1 of 1");
  }

  @Test
  void whereTheLastDaysAreSilentAllThatIsKnownIsShown() throws Exception {
    assertThat(get("/actors").body()).contains("href=\"/actors/mara-lind\"");
  }

  @Test
  void aNameIsFoundThoughTheNewsAreSilent() throws Exception {
    assertThat(get("/actors?q=norw").body()).contains("href=\"/actors/norway\"").doesNotContain("href=\"/actors/mara-lind\"");
    assertThat(get("/actors?q=%22lind%22").body()).contains("href=\"/actors/mara-lind\"");
  }

  @Test
  void aGroupHasItsMembersAndThoseWhoSpeakForThem() throws Exception {
    String page = get("/actors?days=30&group=nordics").body();
    assertThat(page).contains("1 to 2 of 2").contains("href=\"/actors/mara-lind\"").contains("href=\"/actors/norway\"");
  }

  @Test
  void aRoomTellsWhoItIs() throws Exception {
    String page = get("/actors/mara-lind").body();
    assertThat(page).contains("<h1>Mara Lind</h1>").contains("foreign minister").contains("since 2020-01-01").contains("M. \"Lind\" &lt;b&gt;")
        .contains("href=\"https://www.wikidata.org/wiki/Q42\"").contains("<a href=\"/actors/nordics\">Nordic states</a>");
    assertThat(page).containsPattern("Speaks for\\s+<a href=\"/actors/norway\">Norway</a>");
    assertThat(get("/actors/norway").body()).contains("Who speaks for it").contains("<a href=\"/actors/mara-lind\">Mara Lind</a>").doesNotContain("javascript:");
  }

  @Test
  void everyClaimLeadsToItsWords() throws Exception {
    String page = get("/actors/mara-lind").body();
    assertThat(page).contains("href=\"/articles/a1#s0\"").contains("href=\"/articles/a1#a0\"").contains("href=\"/positions/mara-lind/ceasefire\"")
        .contains("<mark>we reject &lt;script&gt;alert(1)&lt;/script&gt; &amp; Oslo</mark>").contains("id=\"shift-0\"").contains("was for, is now against");
  }

  @Test
  void nothingHostileComesThrough() throws Exception {
    for (String path : List.of("/actors?days=0&q=%3Cscript%3E", "/actors/mara-lind", "/actors/name:%3Cscript%3E")) {
      assertThat(get(path).body()).doesNotContain("<script>").doesNotContain("<b>Daily").doesNotContain(" style=");
    }
  }

  @Test
  void noIdStandsTwice() throws Exception {
    assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(get("/actors/mara-lind").body()).results().map(found -> found.group(1)).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void whomTheCatalogueDoesNotKnowIsFoundByName() throws Exception {
    HttpResponse<String> page = get("/actors/name:The%20%22Oslo%22%20%26%20%3CCo%3E");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("not in the catalogue").contains("The \"Oslo\" &amp; &lt;Co&gt;");
  }

  @Test
  void anUnknownActorIs404AndAWrongNumber400() throws Exception {
    assertThat(get("/actors/nobody").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/actors/nobody").body()).startsWith("{\"error\":");
    assertThat(get("/actors?limit=501").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/told?days=x").body()).isEqualTo("{\"error\":\"days is \\\"x\\\"\",\"mend\":\"write a number from 0 to 100000\"}");
  }

  @Test
  void theApiTellsTheSame() throws Exception {
    JsonNode told = Json.mapper().readTree(get("/api/v1/told?days=30").body());
    assertThat(told.at("/rows/0/who/id").asText()).isEqualTo("mara-lind");
    assertThat(told.at("/rows/0/findings").asInt()).isEqualTo(3);
    JsonNode portrait = Json.mapper().readTree(get("/api/v1/actors/mara-lind").body());
    assertThat(portrait.at("/speaksFor/0/name").asText()).isEqualTo("Norway");
    assertThat(portrait.at("/statements/0/finding/id").asText()).isEqualTo("a1:1:s0");
    assertThat(portrait.at("/shifts/0/reason").asText()).isEqualTo("was for, is now against");
    assertThat(portrait.at("/ties/0/against").asInt()).isEqualTo(1);
    assertThat(portrait.at("/mentions/59/articles").asInt()).isEqualTo(1);
  }
}
