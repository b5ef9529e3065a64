package dev.demarche.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.actor.ActorPages;
import dev.demarche.console.issue.ConditionPages;
import dev.demarche.console.issue.IssuePages;
import dev.demarche.console.issue.Issues;
import dev.demarche.console.names.Rolls;
import dev.demarche.console.positions.Positions;
import dev.demarche.console.reader.ReaderPages;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Gate;
import dev.demarche.console.web.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever an article, a watch or a person wrote comes out as text: pages of an archive that holds nothing but attacks. */
class HostileTextTest {
  private static final int MOST_PAGES = 150;

  private static List<Routes> rooms() {
    HostileArchive archive = new HostileArchive();
    Clock clock = Clock.fixed(HostileRecords.AT.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    Assets assets = new Assets();
    Pages pages = new Pages(assets, () -> HostileRecords.TEXT);
    Issues issues = new Issues(archive, new Rolls(archive), new Positions(archive, clock), clock);
    return List.of(new Gate(), assets, new ReaderPages(archive, pages), new ActorPages(archive, new Rolls(archive), clock, pages), new IssuePages(pages, issues),
        new ConditionPages(pages, issues));
  }

  @Test
  void noScriptNoHandlerAndNoAddressThatIsOneGetsIntoAnyPage() throws Exception {
    Set<String> reached = new HashSet<>();
    try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:0"), rooms())) {
      ListenAddress at = endpoint.start();
      Deque<String> open = new ArrayDeque<>(List.of("/articles/a", "/actors", "/actors/a", "/issues", "/issues/a", "/conditions", "/conditions/a"));
      Set<String> seen = new HashSet<>(open);
      while (!open.isEmpty() && seen.size() < MOST_PAGES) {
        String path = open.poll();
        Raw.Answer answer = Raw.ask(at, "GET", path, "Accept: text/html");
        assertThat(answer.status()).as(path).isLessThan(500);
        if (answer.status() == 200 && answer.header("Content-Type").orElse("").startsWith("text/html")) {
          reached.add(path.split("[/?]")[1]);
          Document page = Jsoup.parse(answer.body());
          isClean(path, page);
          page.select("a[href^=/]").stream().map(link -> link.attr("href").replaceAll("#.*", "")).filter(seen::add).forEach(open::add);
        }
      }
    }
    assertThat(reached).contains("articles", "actors", "issues", "conditions");
  }

  private static void isClean(String path, Document page) {
    assertThat(page.text()).as(path).contains("<script>alert(1)</script>");
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      assertThat(!name.equals("script") || element.attr("src").startsWith("/assets/") && element.data().isBlank()).as(path + ": " + element).isTrue();
      assertThat(name).as(path).isNotIn("iframe", "object", "embed", "base", "style");
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey().toLowerCase(Locale.ROOT);
        assertThat(key).as(path + ": " + element.cssSelector()).doesNotStartWith("on").isNotEqualTo("style").doesNotStartWith("hx-on");
        if (List.of("href", "src", "action", "formaction", "xlink:href").contains(key)) {
          assertThat(attribute.getValue()).as(path).matches("(?s)(/(?!/)|#|\\?|https?://).*");
        }
      }
      assertThat(!name.equals("img") || element.attr("src").startsWith("/assets/")).as(path + ": " + element).isTrue();
    }
  }
}
