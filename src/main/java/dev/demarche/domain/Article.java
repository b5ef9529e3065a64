package dev.demarche.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A news article as it goes into the tagger.
 *
 * @param id          the publisher's id, else a hash of url, else of publisher and text; never null or blank
 * @param revision    1 for the first text seen under this id, one more for each other text
 * @param url         where it was published, or null
 * @param publisher   who published it (a domain or a name), or null
 * @param title       headline, or null; searched, not tagged
 * @param text        the body; never null or blank, never normalised
 * @param language    BCP 47 tag, or null
 * @param publishedAt when the publisher says it was published, or null
 * @param receivedAt  when Demarche received it, or null before it is accepted
 * @param fingerprint {@link Fingerprint} of the text, or null before it is accepted
 */
public record Article(String id, int revision, String url, String publisher, String title, String text, String language,
                      Instant publishedAt, Instant receivedAt, String fingerprint) {

  public Article {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    if (revision < 1) {
      throw new IllegalArgumentException("revision " + revision + " of article " + id + ": revisions start at 1");
    }
  }

  /** This article as accepted: with its revision, time of receipt and fingerprint. */
  public Article accepted(int revision, Instant receivedAt) {
    return new Article(id, revision, url, publisher, title, text, language, publishedAt, receivedAt, Fingerprint.of(text).encoded());
  }

  /** The reference that records made from this article carry. */
  public ArticleRef ref() {
    return new ArticleRef(id, revision, url, publisher, title, language, publishedAt, receivedAt, fingerprint);
  }
}
