package dev.demarche.ingest.feeds;

import static dev.demarche.ingest.LocalWeb.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.ingest.LocalWeb;
import dev.demarche.ingest.web.WebClient;
import dev.demarche.ingest.web.WebLimits;
import dev.demarche.ingest.web.WebPages;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.FeedState;
import dev.demarche.topics.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedPollTest {
  private static final Instant NOW = Instant.parse("2025-05-14T00:00:00Z");
  private static final String LONG = "The minister said that her government would not accept the offer, whatever its terms were to be. ".repeat(8);

  private final LocalWeb web = new LocalWeb();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final WebClient client = new WebClient(new WebLimits("Demarche/0", 300_000, Duration.ofMillis(500), 3, 2, true), clock);
  private final Letters letters = new Letters("feeds", "news.articles", clock);
  private final FeedPoll poll = new FeedPoll(client, new EntryReader(new WebPages(client, clock), new ArticleCodec(), letters), letters,
      Duration.ofMinutes(15), clock);
  private final FeedSource source = source(FeedSource.Text.AUTO, false);
  private FeedState state = FeedState.unread(web.url("/rss"));

  @AfterEach
  void close() {
    client.close();
    web.close();
  }

  private FeedSource source(FeedSource.Text text, boolean updates) {
    return new FeedSource(URI.create(web.url("/rss")), null, null, text, updates, Duration.ofMinutes(5), Duration.ofDays(1));
  }

  private FeedPoll.Result poll() {
    return poll(source);
  }

  private FeedPoll.Result poll(FeedSource source) {
    FeedPoll.Result result = poll.poll(source, state);
    // what a restart would read
    state = Json.read(Json.write(result.state()), FeedState.class);
    assertThat(state).isEqualTo(result.state());
    return result;
  }

  private void rss(String headers, String... items) {
    String body = "<rss version='2.0'><channel><title>T</title><link>/</link><description>d</description>" + String.join("", items) + "</channel></rss>";
    web.on("/rss", (a, out) -> send(out, 200, "application/rss+xml", headers, body));
  }

  private static String item(String id, String link, String text) {
    return "<item>" + (id == null ? "" : "<guid isPermaLink='false'>" + id + "</guid>") + (link == null ? "" : "<link>" + link + "</link>")
        + "<title>Title</title><description>" + text + "</description></item>";
  }

  private static String html(String text) {
    return "<html lang=fr><head><title>x</title></head><body><article><p>" + text + "</p></article></body></html>";
  }

  @Test
  void takesEachEntryOnceAndTheOldestFirst() {
    rss("", item("2", "/2?utm_source=rss", LONG + "two."), item("1", "/1", LONG + "one."));
    assertThat(poll().articles()).extracting(Article::url).containsExactly(web.url("/1"), web.url("/2"));
    assertThat(poll().articles()).isEmpty();
    rss("", item("3", "/3", LONG + "three."), item("2", "/2-moved", LONG + "two."), item("1", "/1", LONG + "one."));
    FeedPoll.Result third = poll();
    assertThat(third.articles()).containsExactly(new Article(ArticleCodec.id(null, web.url("/3"), null, ""), 1, web.url("/3"), "127.0.0.1", "Title",
        (LONG + "three.").strip(), null, null, null, null));
    assertThat(third.state().known()).hasSize(3);
    assertThat(web.asked()).hasSize(3);
  }

  @Test
  void takesTheTextFromThePageWhereTheEntryHoldsLittle() {
    rss("", item("1", "/1", "Short"));
    web.page("/1", "text/html", html(LONG));
    Article article = poll().articles().get(0);
    assertThat(article.text()).isEqualTo(LONG.strip());
    assertThat(article.language()).isEqualTo("fr");
    assertThat(article.title()).isEqualTo("Title");
  }

  @Test
  void takesTheTextFromWhereItIsTold() {
    rss("", item("1", "/1", "Short"), item("2", "/2", LONG));
    web.page("/2", "text/html", html("From the page. " + LONG));
    assertThat(poll(source(FeedSource.Text.FEED, false)).articles()).extracting(Article::text).containsExactly(LONG.strip(), "Short");
    state = FeedState.unread(source.url());
    FeedPoll.Result pages = poll(source(FeedSource.Text.PAGE, false));
    assertThat(pages.articles()).extracting(Article::text).containsExactly(("From the page. " + LONG).strip());
    assertThat(pages.letters()).extracting(DeadLetter::reason).containsExactly(Reason.FETCH_FAILED);
  }

  @Test
  void readsAnEntryAgainWhoseDateOfChangeMovesOnlyWhereItIsToldTo() {
    String entry = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title>Title</title><updated>2025-05-13T1%s:00:00Z</updated>"
        + "<content>" + LONG + "</content></entry></feed>";
    web.page("/rss", "application/xml", entry.formatted("1"));
    assertThat(poll().articles()).hasSize(1);
    web.page("/rss", "application/xml", entry.formatted("2"));
    assertThat(poll().articles()).isEmpty();
    assertThat(poll(source(FeedSource.Text.AUTO, true)).articles()).hasSize(1);
    assertThat(poll(source(FeedSource.Text.AUTO, true)).articles()).isEmpty();
  }

  @Test
  void asksUnderTheConditionsOfTheLastTime() {
    rss("ETag: \"7\"\nLast-Modified: Tue, 13 May 2025 12:00:00 GMT\nCache-Control: max-age=7200\n", item("1", "/1", LONG));
    assertThat(poll().state().nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    web.on("/rss", (a, out) -> send(out, a.headers().get("if-none-match").equals("\"7\"") ? 304 : 500, "text/plain", "", ""));
    FeedPoll.Result same = poll();
    assertThat(same.state().failures()).isZero();
    assertThat(same.state().etag()).isEqualTo("\"7\"");
    assertThat(same.state().known()).hasSize(1);
  }

  @Test
  void remembersWhereAFeedHasMovedForGoodAndForgetsItWhenThatIsGone() {
    web.on("/rss", (a, out) -> send(out, 301, "text/plain", "Location: /new\n", ""));
    web.page("/new", "application/xml", "<rss version='2.0'><channel><title>T</title></channel></rss>");
    assertThat(poll().state().location()).isEqualTo(web.url("/new"));
    poll();
    assertThat(web.asked("/rss")).hasSize(1);
    web.on("/new", (a, out) -> send(out, 404, "text/plain", "", ""));
    poll();
    poll();
    assertThat(web.asked("/rss")).hasSize(2);
  }

  @Test
  void tellsWhatIsWrongOnceAndWaitsLongerEachTime() {
    web.on("/rss", (a, out) -> send(out, 503, "text/plain", "Retry-After: 60\n", ""));
    FeedPoll.Result first = poll();
    assertThat(first.letters()).extracting(DeadLetter::reason, DeadLetter::key, DeadLetter::stage)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Reason.FETCH_FAILED, source.url(), "feeds"));
    assertThat(first.state().nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    FeedPoll.Result second = poll();
    assertThat(second.letters()).isEmpty();
    assertThat(second.state().nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    web.page("/rss", "text/html", "<html>moved");
    assertThat(poll().letters()).extracting(DeadLetter::reason).containsExactly(Reason.FEED_UNREADABLE);
    rss("", item("1", "/1", LONG));
    assertThat(poll().state()).satisfies(good -> {
      assertThat(good.failures()).isZero();
      assertThat(good.problem()).isNull();
    });
  }

  @Test
  void triesAPageThatDoesNotAnswerAtThreePollsEvenWhereTheFeedForgetsIt() {
    rss("ETag: \"1\"\n", item("1", "/1", "Short"));
    web.on("/1", (a, out) -> send(out, 500, "text/plain", "", ""));
    assertThat(poll().state().waiting()).extracting(FeedState.Waiting::attempts).containsExactly(1);
    rss("");
    assertThat(poll().state().waiting()).extracting(FeedState.Waiting::attempts).containsExactly(2);
    FeedPoll.Result last = poll();
    assertThat(last.letters()).extracting(DeadLetter::message).containsExactly(web.url("/1") + " answers 500, at 3 polls");
    assertThat(last.state().waiting()).isEmpty();
    rss("", item("1", "/1", "Short"));
    assertThat(poll().letters()).isEmpty();
    assertThat(web.asked("/1")).hasSize(3);
  }

  @Test
  void takesAPageThatAnswersAtLast() {
    rss("", item("1", "/1", "Short"));
    web.on("/1", (a, out) -> send(out, 500, "text/plain", "", ""));
    poll();
    web.page("/1", "text/html", html(LONG));
    FeedPoll.Result second = poll();
    assertThat(second.articles()).hasSize(1);
    assertThat(second.state().waiting()).isEmpty();
    assertThat(poll().articles()).isEmpty();
  }

  @Test
  void asksNoMorePagesOfAHostThatDoesNotAnswer() {
    String[] items = new String[10];
    for (int i = 0; i < items.length; i++) {
      items[i] = item("" + i, "/page" + i, "Short");
      web.on("/page" + i, (a, out) -> send(out, 503, "text/plain", "", ""));
    }
    rss("", items);
    FeedPoll.Result result = poll();
    assertThat(web.asked().stream().filter(a -> a.path().startsWith("/page"))).hasSize(3);
    assertThat(result.state().waiting()).hasSize(10);
    assertThat(result.letters()).isEmpty();
  }

  @Test
  void tellsEntriesApartThatShareAnIdOrALink() {
    rss("", item("same", "/1", LONG + "one."), item("same", "/2", LONG + "two."), item("a", "/live", LONG + "a."), item("b", "/live", LONG + "b."));
    assertThat(poll().articles()).extracting(Article::id).hasSize(4).doesNotHaveDuplicates();
    assertThat(poll().articles()).isEmpty();
  }

  @Test
  void takesEntriesWithoutIdAndLinkOnce() {
    rss("", item(null, null, "One."), item(null, null, "Two."), item(null, null, "Two."));
    assertThat(poll().articles()).extracting(Article::text).containsExactly("Two.", "One.");
    assertThat(poll().articles()).isEmpty();
  }

  @Test
  void anEntryWithoutTextAndLinkIsADeadLetterOnce() {
    rss("", "<item><title>Only a title</title></item>");
    assertThat(poll().letters()).extracting(DeadLetter::reason).containsExactly(Reason.TEXT_MISSING);
    assertThat(poll().letters()).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsADeadLetterWithItsReason() {
    rss("", item("1", "/1", "x".repeat(270_000)));
    assertThat(poll().letters()).extracting(DeadLetter::reason).containsExactly(Reason.TEXT_TOO_LARGE);
  }

  @Test
  void halfASurrogatePairEndsNothing() {
    web.page("/rss", "application/json", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"content_text\":\"half \\ud800 pair\"}]}");
    assertThat(poll().articles()).extracting(Article::text).containsExactly("half ? pair");
  }

  @Test
  void aLongFeedIsTakenInParts() {
    String[] items = new String[700];
    for (int i = 0; i < items.length; i++) {
      items[i] = item("" + i, null, "Text " + i);
    }
    rss("ETag: \"1\"\n", items);
    FeedPoll.Result first = poll();
    assertThat(first.articles()).hasSize(500);
    assertThat(first.state().etag()).isNull();
    assertThat(first.state().nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(poll().articles()).hasSize(200);
    assertThat(poll().articles()).isEmpty();
  }
}
