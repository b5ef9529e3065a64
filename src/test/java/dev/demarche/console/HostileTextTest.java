package dev.demarche.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.demarche.topics.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an article, a watch or a person wrote comes out as text: all rooms, over an index that holds nothing but attacks. */
class HostileTextTest {
  /** Of one kind: addresses are alike that differ in their last part or their parameters. */
  private static final int MOST_OF_A_KIND = 12;
  private static final String HOSTILE = URLEncoder.encode(HostileRecords.TEXT, StandardCharsets.UTF_8).replace("+", "%20");
  private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post", "hx-put", "hx-delete", "hx-push-url",
      "data-complete", "data-combobox", "poster", "srcset", "background", "ping", "cite");
  private static final Map<String, String> OF_HTMX = Map.of("HX-Request", "true", "Sec-Fetch-Site", "same-origin");

  private HostileHouse house;
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Set<String> shown = new HashSet<>();

  @BeforeEach
  void open() throws Exception {
    house = new HostileHouse();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void noScriptNoHandlerAndNoAddressThatIsOneGetsIntoAnyPage() throws Exception {
    house.live();
    Deque<String> open = new ArrayDeque<>(List.of("/live", "/alerts?state=all", "/alerts", "/silences", "/silences/new?matcher=" + HOSTILE, "/positions", "/issues",
        "/conditions", "/actors", "/watches", "/watches/new?from=" + HOSTILE, "/search?show=articles", "/search", "/search?q=script", "/system", "/system/dead-letters",
        "/system/deliveries", "/api", "/articles/" + HOSTILE, "/system/dead-letters/" + HostileHouse.LETTER, "/system/dead-letters/" + HostileHouse.BINARY,
        "/system/dead-letters/" + HostileHouse.ELSEWHERE, "/silences/preview?matchers=" + HOSTILE));
    // What is asked for comes back in forms, and in what is said of it.
    for (String room : List.of("live", "alerts", "silences", "positions", "issues", "conditions", "actors", "watches", "search", "system/dead-letters",
        "system/deliveries")) {
      for (String parameter : List.of("q", "actor", "act", "issue", "kind", "publisher", "state", "watch", "side", "since", "reason", "receiver", "deleted")) {
        open.add("/" + room + "?" + parameter + "=" + HOSTILE);
      }
    }
    Stream.of("alerts", "positions/x", "issues", "conditions", "actors", "watches", "articles", "system/dead-letters", "nothing")
        .forEach(room -> open.add("/" + room + "/nobody" + HOSTILE));
    crawl(open);
    assertThat(shown).contains("live", "alerts/*", "silences", "silences/new", "positions", "positions/*/*", "issues/*", "conditions/*", "actors/*", "watches/*",
        "watches/new", "search", "system", "system/dead-letters/*", "system/deliveries", "articles/*", "alert-parts/board", "alert-parts/come");
  }

  private void crawl(Deque<String> open) throws Exception {
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String path = open.poll();
      for (boolean part : new boolean[] {false, true}) {
        Raw.Answer answer = Raw.ask(house.at(), "GET", path, part ? headers() : new String[] {"Accept: text/html"});
        List<String> next = judge(path, answer, !part);
        next.stream().filter(seen::add).filter(each -> kinds.merge(kind(each), 1, Integer::sum) <= MOST_OF_A_KIND).forEach(open::add);
      }
    }
  }

  private static String[] headers() {
    return Stream.concat(OF_HTMX.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue()), Stream.of("Accept: text/html")).toArray(String[]::new);
  }

  /** The rooms and what is within them, with a star for what varies. */
  private static String kind(String path) {
    String plain = path.replaceAll("[?#].*", "").substring(1);
    return plain.replaceAll("(?<=^(alerts|issues|conditions|actors|articles|watches|system/dead-letters)/)(?!new$)[^/]+", "*")
        .replaceAll("(?<=^positions/)[^/]+/[^/]+", "*/*").replaceAll("(?<=^alert-parts/(row|story)/)[^/]+", "*");
  }

  /** Checks an answer, and gives the addresses in it that can be asked for. */
  private List<String> judge(String path, Raw.Answer answer, boolean whole) {
    assertThat(answer.status()).as(path + "\n" + answer.body()).isLessThan(500);
    assertThat(answer.header("X-Evil")).as(path).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).as(path).contains("nosniff");
    assertThat(answer.header("Content-Security-Policy").orElse("")).as(path).contains("default-src 'none'").doesNotContain("unsafe");
    if (!answer.header("Content-Type").orElse("").startsWith("text/html")) {
      return List.of();
    }
    Document page = Jsoup.parse(answer.body());
    isClean(path, page);
    if (answer.status() == 200) {
      shown.add(kind(path));
    }
    if (whole && answer.status() == 200 && page.selectFirst("nav") != null && !path.equals("/api")) {
      assertThat(page.text()).as(path).contains("<script>alert(1)</script>");
    }
    List<String> next = new ArrayList<>();
    page.select("a[href^=/]").forEach(link -> next.add(link.attr("href").replaceAll("#.*", "")));
    page.select("[hx-get^=/]").forEach(part -> next.add(part.attr("hx-get")));
    next.removeIf(address -> address.startsWith("/assets/") || address.startsWith("/api/"));
    return next;
  }

  private static void isClean(String path, Document page) {
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      assertThat(!name.equals("script") || element.attr("src").startsWith("/assets/") && element.data().isBlank()).as(path + ": " + element).isTrue();
      assertThat(name).as(path).isNotIn("iframe", "object", "embed", "base", "style", "math", "template", "marquee");
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey().toLowerCase(Locale.ROOT);
        assertThat(key).as(path + ": " + element.cssSelector()).doesNotStartWith("on").isNotEqualTo("style").doesNotStartWith("hx-on").isNotEqualTo("srcdoc");
        if (ADDRESSES.contains(key) && !attribute.getValue().matches("true|false")) {
          assertThat(attribute.getValue()).as(path + ": " + key).matches("(?s)(/(?![/\\\\])|#|\\?|https?://|$).*").doesNotContain("<", "\"", "\n");
        } else if (key.equals("hx-vals") || key.equals("hx-headers")) {
          assertThat(attribute.getValue()).as(path).startsWith("{");
        }
      }
      assertThat(!name.equals("img") || element.attr("src").startsWith("/assets/")).as(path + ": " + element).isTrue();
    }
  }

  @Test
  void whatIsWrittenInFormsComesBackAsText() throws Exception {
    for (String path : List.of("/watches", "/watches/try", "/silences", "/system/deliveries/retry", "/system/dead-letters/" + HostileHouse.LETTER + "/republish",
        "/alerts/" + HOSTILE + "/comment", "/alerts/nobody" + HOSTILE + "/comment", "/silences/" + HOSTILE + "/end", "/watches/" + HOSTILE + "/delete")) {
      for (String form : List.of(form("id", "name", "severity", "kind", "actors", "words", "issues", "text", "matchers", "for", "until", "comment", "receiver",
          "notification", "body", "trigger", "was"), form("yaml", "body") + "&by=yaml", "by=form&kind=stance&severity=info&id=x&name=" + HOSTILE + "&actors=" + HOSTILE
              + "&matchers=watch%3D%22" + HOSTILE + "%22&for=2h")) {
        judge(path, Raw.post(house.at(), path, form, headers()), false);
      }
    }
  }

  private static String form(String... names) {
    return String.join("&", Stream.of(names).map(name -> name + "=" + HOSTILE).toList());
  }

  @Test
  void whatATrialTellsComesOutAsText() throws Exception {
    Raw.Answer begun = Raw.post(house.at(), "/watches/try", "by=form&id=x&name=x&kind=stance&severity=info&acts=reject&days=30", headers());
    judge("/watches/try", begun, false);
    String trial = begun.body().replaceAll("(?s).*(/watches/try/[0-9a-f-]{36}).*", "$1");
    Raw.Answer told = Raw.ask(house.at(), "GET", trial, headers());
    for (int i = 0; i < 100 && !told.body().contains("alert(1)"); i++) {
      Thread.sleep(20);
      told = Raw.ask(house.at(), "GET", trial, headers());
    }
    judge(trial, told, false);
    assertThat(Jsoup.parse(told.body()).text()).contains("<script>alert(1)</script>");
  }

  @Test
  void theApiAnswersInFormsThatNoBrowserTakesForAPage() throws Exception {
    house.live();
    for (String path : List.of("live", "alerts?state=all", "alerts/" + HOSTILE, "silences", "silences/preview?matcher=" + HOSTILE, "inhibitions", "positions",
        "positions/" + HOSTILE + "/" + HOSTILE, "lines/" + HOSTILE, "issue-activity", "issues/" + HOSTILE, "conditions", "conditions/" + HOSTILE, "actors?starts=%22",
        "actors/" + HOSTILE, "issues?starts=%22", "watches", "watches/" + HOSTILE, "search", "search?q=%22", "search.csv", "search.jsonl", "system", "dead-letters",
        "dead-letters/" + HostileHouse.LETTER, "deliveries", "articles/" + HOSTILE, "alerts/nobody" + HOSTILE, "nothing" + HOSTILE)) {
      Raw.Answer answer = Raw.ask(house.at(), "GET", "/api/v1/" + path);
      judge(path, answer, false);
      assertThat(answer.header("Content-Type").orElse("")).as(path).matches("application/(json|x-ndjson).*|text/csv.*");
    }
  }

  @Test
  void eventsOfTheStreamKeepTheirLinesAndLeadNowhereElse() throws Exception {
    String from = Json.mapper().readTree(Raw.ask(house.at(), "GET", "/api/v1/live").body()).get("from").asText();
    house.live();
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + house.at() + "/api/v1/stream?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8))).build();
    Set<String> events = new HashSet<>();
    try (Stream<String> lines = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        assertThat(line).matches("(?s)((id|event|data|retry):.*|:.*|)");
        if (line.startsWith("event:")) {
          events.add(line.substring(6).strip());
        } else if (line.startsWith("data:")) {
          leadsNowhereElse(Json.mapper().readTree(line.substring(5)));
          if (events.size() == 5) {
            break;
          }
        }
      }
    }
    assertThat(events).containsExactlyInAnyOrder("statement", "stance", "shift", "condition", "alert");
  }

  private static void leadsNowhereElse(JsonNode line) {
    for (String link : List.of("link", "whoLink", "targetLink")) {
      assertThat(line.get(link).asText("/x")).matches("/[a-z]+/[A-Za-z0-9%._*:/#-]+|/x");
    }
  }
}
