package dev.demarche.ingest.web;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * What a page says: its article, and what it says of it.
 *
 * @param url         canonical address
 * @param publisher   or null
 * @param author      or null
 * @param title       or null
 * @param text        paragraphs with an empty line between them
 * @param language    BCP 47 tag, or null
 * @param publishedAt or null
 */
public record PageArticle(URI url, String publisher, String author, String title, String text, String language, Instant publishedAt) {
  public PageArticle {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(text, "text");
  }
}
