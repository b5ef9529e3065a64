package dev.demarche.domain;

import java.util.Objects;

/**
 * One of those that a trigger counted: an utterance, or where publishers are counted a report of one.
 *
 * @param utterance id of the utterance
 * @param who       canonical name of speaker, holder, setter or who is mentioned, or null
 * @param words     the evidence of its earliest report, cut to {@value #WORDS} characters
 * @param article   where that stands, without its fingerprint
 */
public record Counted(String utterance, String who, String words, ArticleRef article) {
  /** Bound of {@code words}. */
  public static final int WORDS = 200;

  public Counted {
    Objects.requireNonNull(utterance, "utterance");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(article, "article");
  }
}
