package dev.demarche.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.ingest.feeds.FeedParser.Unreadable;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static final URI BASE = URI.create("https://example.org/feeds/all.xml");
  private static final Instant NOON = Instant.parse("2025-05-13T12:00:00Z");

  private static ParsedFeed parse(String text) throws Unreadable {
    return parse("application/xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static ParsedFeed parse(String type, byte[] bytes) throws Unreadable {
    return new FeedParser(100).parse(BASE, type, bytes);
  }

  private static String rss(String channel, String items) {
    return "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        + " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>The Paper</title><link>https://example.org/</link>"
        + "<description>d</description>" + channel + items + "</channel></rss>";
  }

  @Test
  void readsRss() throws Unreadable {
    ParsedFeed feed = parse(rss("<language>en-us</language><ttl>30</ttl>", "<item><guid isPermaLink='false'>7</guid><link>/a?b=1&amp;c=ü</link>"
        + "<title>Talks &amp;amp; truce</title><description>Short</description><content:encoded><![CDATA[<p>One.</p><p>Two&nbsp;three.</p>]]></content:encoded>"
        + "<dc:creator>A. Writer</dc:creator><pubDate>Tue, 13 May 2025 12:00:00 GMT</pubDate></item>"));
    assertThat(feed).isEqualTo(new ParsedFeed("The Paper", "en-US", Duration.ofMinutes(30), List.of(new FeedEntry("7",
        URI.create("https://example.org/a?b=1&c=%C3%BC"), "Talks & truce", "One.\n\nTwo three.", "Short", "A. Writer", "en-US", NOON, null)), 0));
  }

  @Test
  void readsAtom() throws Unreadable {
    ParsedFeed feed = parse("""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>The Paper</title><id>f</id><updated>2025-05-13T12:00:00Z</updated>
        <entry><id>tag:1</id><title type="html">Talks &lt;b&gt;now&lt;/b&gt;</title><link rel="alternate" href="../a"/><published>2025-05-13T14:00:00+02:00</published>
        <updated>2025-05-13T12:30:00Z</updated><summary>Short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p></div></content>
        <author><name>A. Writer</name></author></entry></feed>""");
    FeedEntry entry = feed.entries().get(0);
    assertThat(entry.id()).isEqualTo("tag:1");
    assertThat(entry.link()).hasToString("https://example.org/a");
    assertThat(entry.title()).isEqualTo("Talks now");
    assertThat(entry.content()).isEqualTo("One.");
    assertThat(entry.summary()).isEqualTo("Short");
    assertThat(entry.publishedAt()).isEqualTo(NOON);
    assertThat(entry.updatedAt()).isEqualTo(Instant.parse("2025-05-13T12:30:00Z"));
  }

  @Test
  void readsRss1() throws Unreadable {
    ParsedFeed feed = parse("""
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about="x"><title>T</title><link>https://example.org/</link>
          <description>d</description><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
          <item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link><description>Text</description>
          <dc:date>2025-05-13T12:00:00Z</dc:date></item></rdf:RDF>""");
    assertThat(feed.pace()).isEqualTo(Duration.ofHours(6));
    assertThat(feed.entries()).extracting(FeedEntry::publishedAt).containsExactly(NOON);
  }

  @Test
  void readsJsonFeed() throws Unreadable {
    ParsedFeed feed = parse("application/feed+json", """
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "en", "items": [
          {"id": 7, "url": "/a", "title": "T", "content_html": "<p>One.</p>", "date_published": "2025-05-13T12:00:00Z", "authors": [{"name": "A. Writer"}]},
          {"content_text": "Two"}]}""".getBytes(StandardCharsets.UTF_8));
    assertThat(feed.entries()).containsExactly(
        new FeedEntry("7", URI.create("https://example.org/a"), "T", "One.", "", "A. Writer", "en", NOON, null),
        new FeedEntry(null, null, null, "Two", "", null, "en", null, null));
  }

  @Test
  void readsEntriesWithoutIdLinkAndDate() throws Unreadable {
    assertThat(parse(rss("", "<item><title>A</title><description>Text</description></item>")).entries())
        .containsExactly(new FeedEntry(null, null, "A", "", "Text", null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tuesday, 13 May 2025 12:00:00 UT", "2025-05-13 12:00", "13 Mai 2025 14:00 CEST", "Wed, 13 May 2025 12:00:00 +0000"})
  void readsBrokenDates(String date) throws Unreadable {
    assertThat(parse(rss("", "<item><title>A</title><pubDate>" + date + "</pubDate></item>")).entries()).extracting(FeedEntry::publishedAt)
        .containsExactly(NOON);
  }

  @Test
  void aDateThatMeansNothingIsNone() throws Unreadable {
    assertThat(parse(rss("", "<item><title>A</title><pubDate>last week</pubDate></item>")).entries()).extracting(FeedEntry::publishedAt)
        .containsExactly((Instant) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<item><title>A & B</title></item>", "<item><title>A &nbsp; B</title></item>", "<item><title>A \u0008 B</title></item>",
      "<item><title>A</title><bad:ns>x</bad:ns></item>", "<item><title>A</title><description><br>x</description></item>"})
  void readsWhatIsNotWellFormed(String item) throws Unreadable {
    ParsedFeed feed = parse(rss("", item + "<item><title>Second</title></item>"));
    assertThat(feed.entries()).hasSize(2);
    assertThat(feed.entries().get(0).title()).startsWith("A");
  }

  @Test
  void readsWhatThereIsOfADocumentThatWasCutOff() throws Unreadable {
    String whole = rss("", "<item><title>A</title><link>/a</link></item>".repeat(3));
    assertThat(parse(whole.substring(0, whole.length() - 40)).entries()).hasSize(3);
  }

  @Test
  void takesTheEncodingFromWhereItIsRight() throws Unreadable {
    String text = rss("", "<item><title>Zażółć</title></item>");
    assertThat(parse("application/xml", text.replace("version='1.0'", "version='1.0' encoding='iso-8859-2'").getBytes(Charset.forName("iso-8859-2"))).entries())
        .extracting(FeedEntry::title).containsExactly("Zażółć");
    assertThat(parse("text/xml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)).entries()).extracting(FeedEntry::title).containsExactly("Zażółć");
    assertThat(parse("text/xml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).entries()).extracting(FeedEntry::title).containsExactly("Zażółć");
    assertThat(parse("text/xml", ("\n " + text).getBytes(StandardCharsets.UTF_8)).entries()).hasSize(1);
  }

  @Test
  void takesADocumentTypeThatDeclaresNothing() throws Unreadable {
    String text = rss("", "<item><title>A</title></item>").replace("<rss", "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://127.0.0.1:1/x.dtd'><rss");
    assertThat(parse(text).entries()).hasSize(1);
  }

  @ParameterizedTest
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(strings = {
      "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
      "<!DOCTYPE rss [<!ENTITY x SYSTEM 'http://127.0.0.1:1/secret'>]>",
      "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/secret'> %p;]>",
      "<!doctype rss\n[<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"})
  void refusesDocumentsThatDeclareEntities(String type) {
    String text = rss("", "<item><title>&x;</title></item>").replace("<rss", type + "<rss");
    assertThatThrownBy(() -> parse(text)).isInstanceOf(Unreadable.class).hasMessageContaining("declares entities of its own");
  }

  @Test
  void refusesThemInEveryEncoding() {
    String text = rss("", "<item><title>&x;</title></item>").replace("<rss", "<!DOCTYPE rss [<!ENTITY x 'y'>]><rss");
    assertThatThrownBy(() -> parse("application/xml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).hasMessageContaining("declares entities");
  }

  @Test
  void neverPutsInWhatAnEntityNames() throws Unreadable {
    assertThat(parse(rss("", "<item><title>A &xxe; B</title></item>")).entries().get(0).title()).startsWith("A &xxe; B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "no feed at all", "<html><body>x</body></html>", "<opml><body/></opml>", "{\"a\": 1}", "{\"items\": [", "<rss version='2.0'>", "\u0000\u0001"})
  void whatIsNoFeedIsUnreadable(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(Unreadable.class).satisfies(e -> assertThat(((Unreadable) e).mend()).isNotBlank());
  }

  @Test
  void saysWhichFeedAPageNames() {
    assertThatThrownBy(() -> parse("<!DOCTYPE html><html><head><link rel=alternate type=\"application/rss+xml\" href=\"/rss\"></head></html>"))
        .satisfies(e -> assertThat(((Unreadable) e).mend()).isEqualTo("it names the feed https://example.org/rss: name that"));
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aDocumentNestedWithoutEndEndsNothing() {
    assertThatThrownBy(() -> parse("<rss version='2.0'><channel>" + "<a>".repeat(200_000))).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> parse("<rss version='2.0'><channel>" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "</channel></rss>"))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> parse("{\"items\":" + "[".repeat(200_000))).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(strings = {"<!DOCTYPE ", "<link ", "<!doctype html><link ", "<", "&", "<a ", "<![CDATA[", "<!--", "<?", "<item>", "<a b='", "[", "{\"a\":", "\u0000", "\u00e9"})
  void aMegabyteOfTheSameEndsNothing(String same) {
    assertThatThrownBy(() -> parse(same.repeat(1_000_000 / same.length()))).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> parse("<html>" + same.repeat(1_000_000 / same.length()))).isInstanceOf(Unreadable.class);
  }

  @Test
  void everyBrokenDocumentIsAFeedOrUnreadable() {
    Random random = new Random(7);
    List<String> good = List.of(rss("<ttl>3</ttl>", "<item><guid>1</guid><title>A</title><pubDate>Tue, 13 May 2025 12:00:00 GMT</pubDate></item>".repeat(3)),
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><link href='/a'/><title type='html'>A</title><content type='xhtml'><div>x</div></content>"
            + "<updated>2025-05-13</updated></entry></feed>",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"content_html\":\"<p>x\",\"authors\":[{}]}]}");
    int read = 0;
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder(good.get(i % 3));
      for (int n = random.nextInt(4); n >= 0 && text.length() > 1; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "<>&;\"'\\{}[]:\u0000é/".charAt(random.nextInt(15)));
          case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
          default -> text.setLength(Math.max(1, at));
        }
      }
      try {
        read += parse(text.toString()).entries().size() > 0 ? 1 : 0;
      } catch (Unreadable e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isGreaterThan(300);
  }

  @Test
  void readsAsManyEntriesAsItMayAndCountsTheRest() throws Unreadable {
    ParsedFeed feed = parse(rss("", "<item><title>A</title></item>".repeat(120)));
    assertThat(feed.entries()).hasSize(100);
    assertThat(feed.left()).isEqualTo(20);
  }
}
