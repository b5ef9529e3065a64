package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console of the demo, as people use it: the built jar, a real Kafka, a real browser. Pictures of all pages go to target/screenshots. */
@EnabledIf("dev.demarche.cli.Browser#isThere")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class ConsoleIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_BYTES = 300_000;
  private static final int FIRST_CONTENT_MILLIS = 500;
  /** Other tests run beside this one on few cores: a page that is slow is so each time, one that had to wait is not. */
  private static final int LOADS = 10;
  private static final AtomicInteger PUBLISHED = new AtomicInteger();

  @TempDir static Path folder;
  private static Cli.Running demo;
  private static String root;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    demo = Cli.start("demo", "--http", "127.0.0.1:0");
    demo.awaitErr("published");
    root = demo.err().lines().filter(line -> line.startsWith("the console: ")).findFirst().orElseThrow().substring("the console: ".length());
    browser = Browser.start(folder, root);
    publish("Hungary on Monday rejected the ceasefire plan for Ukraine. \"We cannot accept this plan,\" Prime Minister Viktor Orban told reporters in Budapest.",
        "2026-03-02");
    publish("Hungary on Friday accepted the ceasefire plan for Ukraine that it had rejected. \"We support this ceasefire,\" Prime Minister Viktor Orban said.",
        "2026-04-10");
    awaitJson("/api/v1/search?q=ceasefire&actor=hungary", found -> found.toString().contains("made-2:1:a0"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    Cli.Ran ran = demo.terminate();
    assertThat(ran.err()).doesNotContain("ERROR");
  }

  private static String publish(String text, String day) throws Exception {
    String id = "made-" + PUBLISHED.incrementAndGet();
    String body = JSON.writeValueAsString(Map.of("id", id, "text", text, "title", text.substring(0, 60), "publisher", "ledger.example",
        "url", "https://ledger.example/" + id, "publishedAt", day + "T09:00:00Z"));
    HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(root + "/api/v1/articles")).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return id;
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(root + path)).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path));
  }

  private static JsonNode awaitJson(String path, java.util.function.Predicate<JsonNode> wanted) throws Exception {
    for (long end = System.nanoTime() + 30_000_000_000L; ; Thread.sleep(100)) {
      JsonNode found = json(path);
      if (wanted.test(found)) {
        return found;
      }
      assertThat(System.nanoTime()).as("%s: %s", path, found).isLessThan(end);
    }
  }

  private static String seed() throws Exception {
    return awaitJson("/api/v1/search?show=articles&q=%22Russian-Ukrainian+negotiations%22", found -> found.at("/articles/0/id").isTextual())
        .at("/articles/0/id").asText();
  }

  @Test
  @Order(1)
  void alertsAndStatementsArriveWhileOneLooks() throws Exception {
    browser.open("/live");
    browser.awaitText("#live-state", "live");
    int before = browser.all("#live-list > li").size();
    publish("Poland threatened sanctions against Belarus on Tuesday. \"We will close the border,\" Prime Minister Donald Tusk told reporters in Warsaw.",
        "2026-05-05");
    browser.awaitText("#live-list", "We will close the border");
    browser.awaitText("#live-list .live-alert", "Poland");
    assertThat(browser.all("#live-list > li").size()).isGreaterThan(before);
  }

  @Test
  @Order(2)
  void anAlertIsAcknowledgedWithOneClick() throws Exception {
    browser.open("/alerts");
    String id = browser.one("[data-alert]").getAttribute("data-alert");
    browser.click("#a-" + id + " [data-do=e]");
    awaitJson("/api/v1/alerts/" + id, alert -> alert.toString().contains("ACKNOWLEDGED"));
    browser.open("/alerts/" + id);
    browser.awaitText("#story", "acknowledged");
  }

  @Test
  @Order(3)
  void anAlertIsSilencedWithReasonAndEnd() throws Exception {
    browser.open("/alerts");
    browser.click("[data-alert] [data-do=s]");
    browser.one("#silence #comment").sendKeys("talks go on until Friday");
    browser.click("#silence form.silence button.main");
    JsonNode silences = awaitJson("/api/v1/silences", found -> found.toString().contains("talks go on until Friday"));
    assertThat(silences.toString()).contains("watch");
    browser.open("/silences");
    browser.awaitText("main", "talks go on until Friday");
  }

  @Test
  @Order(4)
  void anArticleShowsItsLayersAtTheRightWords() throws Exception {
    String id = seed();
    JsonNode article = json("/api/v1/articles/" + id).path("article");
    browser.open("/articles/" + id);
    for (JsonNode statement : article.path("statements")) {
      String full = statement.path("id").asText();
      String part = full.substring(full.lastIndexOf(':') + 1);
      assertThat(browser.script("return document.getElementById(arguments[0])?.closest('[data-text]') !== null", part)).as(full).isEqualTo(true);
    }
    JsonNode stance = article.path("stances").get(0);
    String words = stance.path("evidence").path("text").asText();
    String key = stance.path("id").asText();
    assertThat(marked(key.substring(key.lastIndexOf(':') + 1))).isEqualToNormalizingWhitespace(words);
    assertThat((String) browser.script("return document.querySelector('[data-text]').className")).contains("on-stances");
    browser.click(".s-stances");
    assertThat((String) browser.script("return document.querySelector('[data-text]').className")).doesNotContain("on-stances");
  }

  /** The words of the article that the page marks as those of a finding. */
  private static String marked(String part) {
    return (String) browser.script("""
        const part = arguments[0];
        const words = [];
        const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          let of = node.parentElement;
          while (of && of.matches && !of.matches('[data-text]')) {
            if (!of.matches('.handle') && (of.dataset.of ?? '').split(' ').includes(part)) { words.push(node.data); break; }
            of = of.parentElement;
          }
        }
        return words.join('');""", part);
  }

  @Test
  @Order(5)
  void aWatchIsWrittenTriedSavedAndFires() throws Exception {
    browser.open("/watches/new");
    browser.one("[name=id]").sendKeys("belarus-in-the-news");
    browser.one("[name=name]").sendKeys("Somebody threatens Belarus");
    WebElement yaml = browser.one("#yaml");
    yaml.sendKeys(Keys.chord(Keys.CONTROL, "a"));
    yaml.sendKeys("id: belarus-in-the-news\nname: Somebody threatens Belarus\nkind: stance\nactors: [belarus]\nroles: [target]\nacts: [THREATEN]\n");
    browser.click("[hx-post='/watches/try']");
    browser.awaitText("#trial", "1 alert");
    browser.click("[data-save]");
    awaitJson("/api/v1/watches?limit=500", watches -> watches.toString().contains("Somebody threatens Belarus"));
    publish("Lithuania threatened Belarus with sanctions on Thursday, President Gitanas Nauseda said in Vilnius.", "2026-05-07");
    awaitJson("/api/v1/alerts?watch=belarus-in-the-news", alerts -> alerts.toString().contains("Lithuania"));
    browser.open("/alerts?watch=belarus-in-the-news");
    browser.awaitText("main", "Lithuania");
  }

  @Test
  @Order(6)
  void searchFindsMarksAndExports() throws Exception {
    browser.open("/live");
    browser.one("[data-find]").sendKeys("\"ceasefire plan\"", Keys.ENTER);
    browser.awaitText("main", "rejected the ceasefire plan");
    assertThat(browser.path()).startsWith("/search?q=");
    assertThat(browser.all("main mark")).extracting(mark -> mark.getText().toLowerCase()).anyMatch(text -> text.contains("ceasefire"));
    String csv = browser.all("a[href*='csv']").get(0).getAttribute("href");
    assertThat(get(csv.substring(root.length())).lines().skip(1)).isNotEmpty().anyMatch(line -> line.contains("ceasefire"));
  }

  @Test
  @Order(7)
  void aCellOfTheMatrixOpensItsEvidence() throws Exception {
    browser.open("/positions");
    browser.click("a[href='/positions/hungary/ceasefire']");
    browser.awaitText("#evidence[open]", "accepted the ceasefire plan");
    browser.awaitText("#evidence[open]", "rejected the ceasefire plan");
    assertThat(json("/api/v1/positions/hungary/ceasefire").toString()).doesNotContain("cannot be had");
    browser.open("/positions/hungary/ceasefire");
    assertThat(browser.one("main").getText()).doesNotContain("cannot be had");
  }

  @Test
  @Order(8)
  void everyPageIsQuickLightAndOpenToAll() throws Exception {
    Map<String, String> pages = new TreeMap<>();
    String alert = json("/api/v1/alerts?state=all").findValue("id").asText();
    pages.putAll(Map.of("live", "/live", "alerts", "/alerts", "alert", "/alerts/" + alert, "silences", "/silences", "article", "/articles/" + seed(),
        "actors", "/actors", "actor", "/actors/hungary", "positions", "/positions", "cell", "/positions/hungary/ceasefire", "issues", "/issues"));
    pages.putAll(Map.of("issue", "/issues/ceasefire", "conditions", "/conditions", "watches", "/watches", "watch", "/watches/russia-rejects",
        "search", "/search?q=" + URLEncoder.encode("talks OR ceasefire", StandardCharsets.UTF_8), "system", "/system", "deadletters", "/system/dead-letters",
        "deliveries", "/system/deliveries", "api", "/api", "signin", "/sign-in"));
    browser.complaints();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      browser.look("light", 1280);
      check(page.getKey(), page.getValue(), wrong);
      picture(page.getKey(), "light", 1280, wrong);
      picture(page.getKey(), "dark", 1280, wrong);
      picture(page.getKey(), "narrow", 420, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(String name, String path, List<String> wrong) {
    double first = Double.MAX_VALUE;
    double bytes = 0;
    for (int i = 0; i < LOADS && first > FIRST_CONTENT_MILLIS; i++) {
      browser.open(path);
      first = Math.min(first, browser.firstContent());
      bytes = Math.max(bytes, ((Number) browser.script("""
          return performance.getEntriesByType('resource').reduce((sum, one) => sum + one.decodedBodySize, 0)""")).doubleValue());
    }
    if (first > FIRST_CONTENT_MILLIS) {
      wrong.add(name + ": first content after " + first + " ms");
    }
    if (bytes > MOST_BYTES) {
      wrong.add(name + ": " + bytes + " bytes of assets");
    }
    if (browser.all("h1").size() != 1) {
      wrong.add(name + ": " + browser.all("h1").size() + " headings of the first order");
    }
    browser.complaints().forEach(complaint -> wrong.add(name + ": " + complaint));
    System.out.printf("console %s: first content after %.0f ms, %.0f kB of assets%n", name, first, bytes / 1000);
  }

  private static void picture(String name, String as, int width, List<String> wrong) throws Exception {
    browser.look(as.equals("dark") ? "dark" : "light", width);
    browser.picture(Path.of("target/screenshots", name + "-" + as + ".png"));
    if (width > 1000) {
      browser.barriers().forEach(barrier -> wrong.add(name + " (" + as + "): " + barrier));
    }
    double over = ((Number) browser.script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")).doubleValue();
    if (over > 1) {
      wrong.add(name + " (" + as + "): " + over + " pixels too wide");
    }
  }
}
