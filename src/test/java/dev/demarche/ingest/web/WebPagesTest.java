package dev.demarche.ingest.web;

import static dev.demarche.ingest.LocalWeb.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.ingest.LocalWeb;
import dev.demarche.topics.DeadLetter.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPagesTest {
  private static final String BODY = "<p>The minister said on Tuesday that her government would not accept the offer, whatever its terms were to be.</p>"
      + "<p>“We have heard it before,” she added, and left the room without taking questions from the reporters who had waited there.</p>"
      + "<p>Her counterpart, who had arrived a day earlier, replied that talks could go on if both sides kept to the truce, and no sooner.</p>";
  private static final String TEXT = "The minister said on Tuesday that her government would not accept the offer, whatever its terms were to be.\n\n"
      + "“We have heard it before,” she added, and left the room without taking questions from the reporters who had waited there.\n\n"
      + "Her counterpart, who had arrived a day earlier, replied that talks could go on if both sides kept to the truce, and no sooner.";
  private static final String CHROME = "<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><div class=comments><p>First!</p></div><footer>© all rights</footer>";

  private final LocalWeb web = new LocalWeb();
  private final WebClient client =
      new WebClient(new WebLimits("Demarche/0", 1_000_000, Duration.ofSeconds(2), 3, 2, true), Clock.systemUTC());
  private final WebPages pages = new WebPages(client, Clock.systemUTC());

  @AfterEach
  void close() {
    client.close();
    web.close();
  }

  private PageArticle article(String head, String body) {
    web.page("/a", "text/html; charset=utf-8", "<!doctype html><html lang=en-gb><head>" + head + "</head><body>" + CHROME + "<article><h1>Heading</h1>" + body
        + "</article></body></html>");
    WebPages.Page page = pages.read(URI.create(web.url("/a")));
    assertThat(page).isInstanceOf(WebPages.Page.Good.class);
    return ((WebPages.Page.Good) page).article();
  }

  private WebPages.Page.Bad bad(String path) {
    WebPages.Page page = pages.read(URI.create(web.url(path)));
    assertThat(page).isInstanceOf(WebPages.Page.Bad.class);
    return (WebPages.Page.Bad) page;
  }

  @Test
  void readsTheTextByParagraphsAndLeavesTheRestOfThePageOut() {
    PageArticle article = article("<title>T</title>", BODY);
    assertThat(article).isEqualTo(new PageArticle(URI.create(web.url("/a")), null, null, "Heading", TEXT, "en-GB", null));
  }

  @Test
  void prefersWhatJsonLdSays() {
    PageArticle article = article("""
        <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["NewsArticle"], "headline": "Offer &amp; refusal",
          "author": [{"@type": "Person", "name": "A. Writer"}], "publisher": {"@type": "Organization", "name": "The Paper"}, "inLanguage": "en",
          "datePublished": "2025-05-13T14:00:00+02:00", "mainEntityOfPage": {"@id": "/2025/offer"}}]}</script>
        <meta property="og:title" content="other"><meta property="article:published_time" content="2024-01-01">""", BODY);
    assertThat(article).isEqualTo(new PageArticle(URI.create(web.url("/2025/offer")), "The Paper", "A. Writer", "Offer & refusal", TEXT, "en",
        Instant.parse("2025-05-13T12:00:00Z")));
  }

  @Test
  void thenWhatOpenGraphSaysThenOtherMetaElements() {
    PageArticle article = article("""
        <script type="application/ld+json">{ not json </script>
        <meta property="og:title" content="From Open Graph"><meta property="og:site_name" content="The Paper"><meta name="author" content="A. Writer">
        <meta property="article:published_time" content="Tue, 13 May 2025 12:00 EST"><link rel="canonical" href="/canonical#top">""", BODY);
    assertThat(article).isEqualTo(new PageArticle(URI.create(web.url("/canonical")), "The Paper", "A. Writer", "From Open Graph", TEXT, "en-GB",
        Instant.parse("2025-05-13T17:00:00Z")));
  }

  @Test
  void aPageMayNotPassItselfOffAsOneOfAnotherSite() {
    PageArticle article = article("<link rel=canonical href='https://www.reuters.com/world/offer'>", BODY);
    assertThat(article.url()).hasToString(web.url("/a"));
  }

  @Test
  void aFrontPageIsNobodysCanonicalAddress() {
    assertThat(article("<link rel=canonical href='/'>", BODY).url()).hasToString(web.url("/a"));
  }

  @Test
  void keepsToRobotsTxtAndReadsItOnce() {
    web.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: demarche\nDisallow: /private\n");
    article("", BODY);
    assertThat(bad("/private/a").failure().reason()).isEqualTo(Reason.ROBOTS_DISALLOW);
    assertThat(web.asked("/private/a")).isEmpty();
    assertThat(web.asked("/robots.txt")).hasSize(1);
  }

  @Test
  void robotsTxtHoldsForWhereARedirectLeads() {
    web.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n").on("/a", (a, out) -> send(out, 302, "text/plain", "Location: /private/b\n", ""));
    assertThat(bad("/a").failure().reason()).isEqualTo(Reason.ROBOTS_DISALLOW);
    assertThat(web.asked("/private/b")).isEmpty();
  }

  @Test
  void visitsNobodyWhoseRulesCannotBeHad() {
    web.on("/robots.txt", (a, out) -> send(out, 503, "text/plain", "", ""));
    assertThat(bad("/a").failure()).satisfies(failure -> {
      assertThat(failure.reason()).isEqualTo(Reason.ROBOTS_DISALLOW);
      assertThat(failure.passing()).isTrue();
    });
    assertThat(web.asked("/a")).isEmpty();
  }

  @Test
  void readsTheStartOfARobotsTxtWithoutEnd() {
    web.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n" + "# and so on\n".repeat(60_000));
    article("", BODY);
    assertThat(bad("/private/a").failure().reason()).isEqualTo(Reason.ROBOTS_DISALLOW);
  }

  @Test
  void waitsAsLongBetweenTwoVisitsAsItIsAskedTo() {
    web.page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 1\n");
    article("", BODY);
    article("", BODY);
    assertThat(web.asked("/a").get(1).nanos() - web.asked("/a").get(0).nanos()).isGreaterThan(900_000_000L);
  }

  @Test
  void takesTheEncodingFromTheHeaderElseFromThePage() {
    byte[] page = ("<html><head><meta charset=windows-1252></head><body><article>" + BODY + "</article></body>").getBytes(java.nio.charset.Charset.forName("windows-1252"));
    web.on("/a", (a, out) -> send(out, 200, "text/html", "", page));
    assertThat(((WebPages.Page.Good) pages.read(URI.create(web.url("/a")))).article().text()).isEqualTo(TEXT);
    byte[] other = ("<html><head><meta charset=utf-8></head><body><article>" + BODY + "</article></body>").getBytes(StandardCharsets.UTF_16BE);
    web.on("/a", (a, out) -> send(out, 200, "text/html; charset=\"utf-16be\"", "", other));
    assertThat(((WebPages.Page.Good) pages.read(URI.create(web.url("/a")))).article().text()).isEqualTo(TEXT);
  }

  @Test
  void whatIsNoPageWithTextIsNone() {
    web.page("/pdf", "application/pdf", "%PDF").page("/empty", "text/html", "<html><body><script>x()</script></body></html>");
    assertThat(bad("/pdf").failure().reason()).isEqualTo(Reason.PAGE_UNREADABLE);
    assertThat(bad("/empty").failure().message()).endsWith("/empty holds no text of an article");
    assertThat(bad("/none").failure().message()).endsWith("/none answers 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>"})
  void aPageNestedAsDeepAsItsLimitAllowsEndsNothing(String element) {
    web.page("/deep", "text/html", "<html><body>" + element.repeat(20_000) + BODY);
    assertThat(pages.read(URI.create(web.url("/deep")))).isNotNull();
  }

  @ParameterizedTest
  @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(strings = {"<p>", "<div>x, ", "<p>a, b, c, d</p>", "<li>x", "<meta property=a content=b>", "<script type=application/ld+json>[[", "<a href=x>y</a>", "<",
      "&amp", "<br>", "<article><p>text, text", "<table><tr><td>x", "<h1>x</h1>", "<div class=article><div class=body>some text, more text, and yet more of it"})
  void aPageFullOfTheSameEndsNothing(String same) {
    web.page("/same", "text/html", "<html><body>" + same.repeat(900_000 / same.length()));
    assertThat(pages.read(URI.create(web.url("/same")))).isNotNull();
  }
}
