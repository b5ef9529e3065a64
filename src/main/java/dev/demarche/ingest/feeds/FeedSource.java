package dev.demarche.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A feed as the list names it.
 *
 * @param uri       where it is
 * @param publisher what its articles' publisher is called, or null: as page or feed say
 * @param language  of its articles, or null: as page or feed say
 * @param text      where an article's text is taken from
 * @param updates   whether an entry whose date of change moves is read again
 * @param min       shortest time between two polls
 * @param max       longest time between two polls
 */
public record FeedSource(URI uri, String publisher, String language, Text text, boolean updates, Duration min, Duration max) {

  /** FEED: the entry itself. PAGE: the page that it links to. AUTO: the entry where it holds a whole article, else the page. */
  public enum Text { AUTO, FEED, PAGE }

  public FeedSource {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(text, "text");
    if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException("polls of " + uri + " between " + min + " and " + max + ": above 0, and the first not the longer");
    }
  }

  /** The address as text: the key of its state. */
  public String url() {
    return uri.toString();
  }
}
