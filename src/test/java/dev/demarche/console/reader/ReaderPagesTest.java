package dev.demarche.console.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.index.Archive;
import dev.demarche.console.index.FilledIndex;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReaderPagesTest {
  private static final String ID = "https://x.org/a b?c#\"<i>";
  private static final String AT = "https%3A%2F%2Fx.org%2Fa%20b%3Fc%23%22%3Ci%3E";

  private static HttpEndpoint endpoint;
  private static ListenAddress at;

  @BeforeAll
  static void start() throws Exception {
    TaggedArticle article = Made.article(ID, "<b>Daily</b> \"News\"", "javascript:alert(1)");
    Archive archive = new FilledIndex().put(article).put(Made.article("copy", "other.example", "https://other.example/x?a=1&b=2"))
        .put(Shelves.CONDITIONS, "cond1", Made.condition(article)).put(Shelves.ALERTS, "alert1", Made.alert(article)).archive();
    Assets assets = new Assets();
    endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"),
        List.of(new Gate(), assets, new ReaderPages(archive, new Pages(assets)), new ReaderApi(archive)));
    at = endpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + at + path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String text(String page) {
    String text = page.substring(page.indexOf("data-text"));
    text = text.substring(text.indexOf('>') + 1, text.indexOf("</article>"));
    return text.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
  }

  @Test
  void theTextStandsThereAsItWasPublishedWhateverItSays() throws Exception {
    String page = get("/articles/" + AT).body();
    assertThat(text(page)).contains(Made.SENTENCE).contains("That was 😀 all.");
    assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContain("<b>Daily").doesNotContain("<Co>");
  }

  @Test
  void noLinkLeadsElsewhereThanToTheWeb() throws Exception {
    assertThat(get("/articles/" + AT).body()).doesNotContain("href=\"javascript:").doesNotContain(">original<");
    assertThat(get("/articles/copy").body()).contains("href=\"https://other.example/x?a=1&amp;b=2\" rel=\"noreferrer");
  }

  @Test
  void aFindingStandsUnderTheLastPartOfItsId() throws Exception {
    String page = get("/articles/" + AT).body();
    assertThat(page).containsPattern("class=\"l-content[^\"]*\" id=\"s0\"").containsPattern("class=\"l-stance t-contra[^\"]*\" id=\"a0\"")
        .containsPattern("class=\"l-antecedent[^\"]*\" id=\"c0\"").containsPattern("class=\"l-entity[^\"]*\" href=\"/actors/mara-lind\" id=\"m0\"");
  }

  @Test
  void noIdStandsTwice() throws Exception {
    List<String> ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(get("/articles/" + AT).body()).results().map(found -> found.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates().contains("s0", "on-s0", "who-0");
  }

  @Test
  void everyMarkPointsAtWhatTellsMore() throws Exception {
    String page = get("/articles/" + AT).body();
    Pattern.compile("data-card=\"([^\"]*)\"").matcher(page).results().forEach(found -> assertThat(page).contains("id=\"" + found.group(1) + "\""));
  }

  @Test
  void layersAreSwitchedByTheAddress() throws Exception {
    assertThat(get("/articles/copy").body()).contains("class=\"text on-actors on-conditions on-stances on-statements\"");
    assertThat(get("/articles/copy?layers=actors&layers=stances&layers=").body()).contains("class=\"text on-actors on-stances\"");
    assertThat(get("/articles/copy?layers=actors.%22onload").body()).contains("class=\"text on-actors\"");
    assertThat(get("/articles/copy?layers=").body()).contains("class=\"text\"");
  }

  @Test
  void whatBecameOfItStandsBeside() throws Exception {
    assertThat(get("/articles/" + AT).body()).contains("href=\"/alerts/alert1\"").contains("Who &lt;refuses&gt;").contains("href=\"#a0\">we reject</a>").contains("breached")
        .contains("Norway &lt;refuses&gt;").contains("href=\"/articles/copy\"");
  }

  @Test
  void theApiTellsTheSame() throws Exception {
    JsonNode facts = Json.mapper().readTree(get("/api/v1/articles/" + AT).body());
    assertThat(facts.at("/article/id").asText()).isEqualTo(ID);
    assertThat(facts.at("/speakers/0/name").asText()).isEqualTo("Mara Lind");
    assertThat(facts.at("/conditions/0/life/state").asText()).isEqualTo("BREACHED");
    assertThat(facts.at("/alerts/0/alert/id").asText()).isEqualTo("alert1");
    assertThat(facts.at("/copies/0/id").asText()).isEqualTo("copy");
  }

  @Test
  void anUnknownArticleIs404() throws Exception {
    HttpResponse<String> page = get("/articles/%3Cscript%3E");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    HttpResponse<String> api = get("/api/v1/articles/none");
    assertThat(api.statusCode()).isEqualTo(404);
    assertThat(api.body()).startsWith("{\"error\":\"there is no article none\",\"mend\":");
  }
}
