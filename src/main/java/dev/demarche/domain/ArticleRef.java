package dev.demarche.domain;

import java.time.Instant;

/**
 * What a record made from an article says of that article.
 *
 * @param id          article id
 * @param revision    revision of the text, from 1
 * @param url         or null
 * @param publisher   or null
 * @param title       or null
 * @param language    BCP 47 tag, or null
 * @param publishedAt as given by the publisher, or null
 * @param receivedAt  when it was accepted, or null outside the stream
 * @param fingerprint {@link Fingerprint} of the text, or null outside the stream
 */
public record ArticleRef(String id, int revision, String url, String publisher, String title, String language, Instant publishedAt,
                         Instant receivedAt, String fingerprint) {

  /** What is said of an article whose language is not known. */
  public ArticleRef(String id, int revision, String url, String publisher, String title, Instant publishedAt, Instant receivedAt, String fingerprint) {
    this(id, revision, url, publisher, title, null, publishedAt, receivedAt, fingerprint);
  }

  /**
   * Event time: {@code publishedAt}, or {@code receivedAt} where that is missing or lies before it, so that an article dated
   * in the future moves no window. Null only where both are null.
   */
  public Instant eventTime() {
    return publishedAtCounts() ? publishedAt : receivedAt;
  }

  /** Whether event time is {@code publishedAt}. */
  public boolean publishedAtCounts() {
    return publishedAt != null && (receivedAt == null || !publishedAt.isAfter(receivedAt));
  }
}
