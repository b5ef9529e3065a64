package dev.demarche.ingest.feeds;

import dev.demarche.domain.Article;
import dev.demarche.ingest.feeds.Entries.Identified;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.ingest.web.PageArticle;
import dev.demarche.ingest.web.WebAddress;
import dev.demarche.ingest.web.WebPages;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.FeedState.Waiting;
import dev.demarche.topics.Json;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes articles of entries, from the entry's own text or from the page that it links to. Safe for use by several threads. */
public final class EntryReader {
  private static final int WHOLE = 600;
  private static final int ATTEMPTS = 3;
  private static final int MAX_WAITING = 200;
  private static final int MAX_LINK = 2_000;
  private static final int MAX_TITLE = 1_000;
  private static final int HOST_FAILURES = 3;
  private static final Pattern CUT = Pattern.compile("(?is).*(\\.\\.\\.|…|\\[…\\]|read more|continue reading|read the (full|rest).{0,40})\\W*$");

  private final WebPages pages;
  private final ArticleCodec codec;
  private final Letters letters;

  /** What became of an entry. */
  sealed interface Outcome {

    /** It is an article. */
    record Taken(Article article) implements Outcome {}

    /** It never will be one. */
    record GivenUp(DeadLetter letter) implements Outcome {}

    /** Its page could not be fetched now. */
    record Later(Waiting entry) implements Outcome {}

    /** It was left alone: too many wait already. */
    record Untouched() implements Outcome {}
  }

  /** How often hosts did not answer in one poll: after some failures, the rest of their pages waits for the next one. */
  static final class Hosts {
    private final Map<String, Integer> failures = new HashMap<>();

    boolean given(URI uri) {
      return failures.getOrDefault(uri.getRawAuthority(), 0) >= HOST_FAILURES;
    }

    void note(URI uri, boolean failed) {
      if (failed) {
        failures.merge(uri.getRawAuthority(), 1, Integer::sum);
      } else {
        failures.remove(uri.getRawAuthority());
      }
    }
  }

  public EntryReader(WebPages pages, ArticleCodec codec, Letters letters) {
    this.pages = pages;
    this.codec = codec;
    this.letters = letters;
  }

  /** Reads an entry of a feed, of which {@code waiting} entries wait already. */
  Outcome read(FeedSource source, Identified one, Hosts hosts, int waiting) {
    FeedEntry entry = one.entry();
    String own = entry.content().isBlank() ? entry.summary() : entry.content();
    boolean whole = own.length() >= WHOLE && !CUT.matcher(own.substring(own.length() - 60)).matches();
    if (source.text() == FeedSource.Text.PAGE || source.text() == FeedSource.Text.AUTO && !whole && entry.link() != null) {
      if (entry.link() == null || entry.link().toString().length() > MAX_LINK) {
        return givenUp(source, one, Reason.FETCH_FAILED, "an entry of " + source.url() + " has no link that can be followed: " + entry.title(),
            "take its text from the feed (text: feed)");
      }
      return page(source, new Waiting(one.hash(), 1, one.articleId(), entry.link().toString(), cut(entry.title()), entry.language(),
          entry.publishedAt()), hosts, waiting);
    }
    if (own.isBlank()) {
      return givenUp(source, one, Reason.TEXT_MISSING, "an entry of " + source.url() + " has no text: " + entry.title(),
          "take its text from its page (text: page)");
    }
    String url = entry.link() == null ? null : WebAddress.known(entry.link());
    String publisher = source.publisher() != null ? source.publisher() : WebAddress.publisher(entry.link() == null ? source.uri() : entry.link());
    String language = source.language() != null ? source.language() : entry.language();
    return checked(source, one, new Article(ArticleCodec.id(one.articleId(), url, publisher, own), 1, url, publisher, entry.title(), own, language,
        entry.publishedAt() != null ? entry.publishedAt() : entry.updatedAt(), null, null));
  }

  /** What waits is part of the feed's state, which must stay small. */
  private static String cut(String title) {
    return title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }

  /** Tries an entry again whose page could not be fetched. */
  Outcome again(FeedSource source, Waiting entry, Hosts hosts, int waiting) {
    return page(source, new Waiting(entry.hash(), entry.attempts() + 1, entry.id(), entry.link(), entry.title(), entry.language(), entry.publishedAt()),
        hosts, waiting);
  }

  private Outcome page(FeedSource source, Waiting entry, Hosts hosts, int waiting) {
    URI link = URI.create(entry.link());
    if (hosts.given(link)) {
      return later(entry, entry.attempts() - 1, waiting);
    }
    WebPages.Page page = pages.read(link);
    if (page instanceof WebPages.Page.Bad bad) {
      Failure failure = bad.failure();
      hosts.note(link, failure.passing());
      if (failure.passing() && entry.attempts() < ATTEMPTS) {
        return later(entry, entry.attempts(), waiting);
      }
      return new Outcome.GivenUp(letters.of(failure.reason(), failure.message() + (failure.passing() ? ", at " + entry.attempts() + " polls" : ""),
          failure.mend(), entry.link(), original(source, entry.hash(), entry.link(), entry.title(), null)));
    }
    hosts.note(link, false);
    PageArticle article = ((WebPages.Page.Good) page).article();
    String url = WebAddress.known(article.url());
    String publisher = source.publisher() != null ? source.publisher()
        : article.publisher() != null ? article.publisher() : WebAddress.publisher(article.url());
    String language = source.language() != null ? source.language() : article.language() != null ? article.language() : entry.language();
    Article made = new Article(ArticleCodec.id(entry.id(), url, publisher, article.text()), 1, url, publisher,
        entry.title() != null ? entry.title() : article.title(), article.text(), language,
        entry.publishedAt() != null ? entry.publishedAt() : article.publishedAt(), null, null);
    return checked(made, original(source, entry.hash(), entry.link(), entry.title(), null), entry.link());
  }

  private static Outcome later(Waiting entry, int attempts, int waiting) {
    return waiting >= MAX_WAITING ? new Outcome.Untouched()
        : new Outcome.Later(new Waiting(entry.hash(), attempts, entry.id(), entry.link(), entry.title(), entry.language(), entry.publishedAt()));
  }

  private Outcome checked(FeedSource source, Identified one, Article article) {
    return checked(article, original(source, one), article.url() == null ? source.url() : article.url());
  }

  private Outcome checked(Article article, byte[] original, String address) {
    ArticleCodec.Read read = codec.read(codec.write(paired(article)));
    return read instanceof ArticleCodec.Read.Refused refused
        ? new Outcome.GivenUp(letters.of(refused.reason(), address + ": " + refused.message(), refused.mend(), address, original))
        : new Outcome.Taken(((ArticleCodec.Read.Accepted) read).article());
  }

  /** Halves of surrogate pairs, which UTF-8 has no form for, become question marks. */
  private static Article paired(Article a) {
    return new Article(paired(a.id()), 1, paired(a.url()), paired(a.publisher()), paired(a.title()), paired(a.text()), paired(a.language()),
        a.publishedAt(), null, null);
  }

  private static String paired(String text) {
    return text == null ? null : new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Outcome givenUp(FeedSource source, Identified one, Reason reason, String message, String mend) {
    String address = one.entry().link() == null ? source.url() : one.entry().link().toString();
    return new Outcome.GivenUp(letters.of(reason, message, mend, address, original(source, one)));
  }

  private static byte[] original(FeedSource source, Identified one) {
    FeedEntry entry = one.entry();
    return original(source, entry.id() == null ? one.hash() : entry.id(), entry.link() == null ? null : entry.link().toString(), entry.title(),
        entry.summary());
  }

  private static byte[] original(FeedSource source, String id, String link, String title, String summary) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("feed", source.url());
    fields.put("id", id);
    fields.put("link", link);
    fields.put("title", title);
    fields.put("summary", summary);
    return Json.write(fields);
  }
}
