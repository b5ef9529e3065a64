package dev.demarche.ingest.web;

import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.topics.DeadLetter.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches pages and reads their articles, as robots.txt allows. Safe for use by several threads. */
public final class WebPages {
  private static final Logger LOG = LoggerFactory.getLogger(WebPages.class);
  private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9";
  private static final int HEAD = 1_024;

  private final WebClient client;
  private final Robots robots;
  private final PageReader reader = new PageReader();

  /** What became of a page. */
  public sealed interface Page {

    /** It holds an article. */
    record Good(PageArticle article) implements Page {}

    /** It could not be fetched, or holds none. */
    record Bad(Failure failure) implements Page {}
  }

  public WebPages(WebClient client, Clock clock) {
    this.client = client;
    robots = new Robots(client, clock);
  }

  /** The article at {@code uri}, or why there is none. Throws nothing for what the web does. */
  public Page read(URI uri) {
    Answer answer = client.get(new WebClient.Request(uri, ACCEPT, null, null, client.limits().maxBytes(), false, robots));
    if (!(answer instanceof Answer.Body body)) {
      return new Page.Bad(answer instanceof Failure failure ? failure : unreadable(uri, "answers 304 to a question without conditions"));
    }
    if (!isHtml(body)) {
      return new Page.Bad(unreadable(uri, "is no page of HTML but " + (body.contentType() == null ? "of no type" : body.contentType())));
    }
    try {
      Optional<PageArticle> article = reader.read(body.uri(), body.contentType(), body.bytes());
      return article.isPresent() ? new Page.Good(article.get()) : new Page.Bad(unreadable(uri, "holds no text of an article"));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      LOG.debug("{} could not be read", uri, e);
      return new Page.Bad(unreadable(uri, "cannot be read: " + e));
    }
  }

  private static boolean isHtml(Answer.Body body) {
    String type = body.contentType() == null ? "" : body.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !type.equals("text/plain") && !type.equals("application/octet-stream")) {
      return type.equals("text/html") || type.equals("application/xhtml+xml");
    }
    String head = new String(body.bytes(), 0, Math.min(HEAD, body.bytes().length), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return head.contains("<html") || head.contains("<!doctype html") || head.contains("<body");
  }

  private static Failure unreadable(URI uri, String what) {
    return new Failure(Reason.PAGE_UNREADABLE, uri + " " + what, "name a page with one article; a feed belongs into the list of feeds", false, null);
  }
}
