package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import java.util.Objects;

/**
 * A sentence with two of whom it tells something: what the one does to the other, or who is for or against whom.
 *
 * @param id     of the sentence in its corpus
 * @param text   the sentence
 * @param holder the one
 * @param target the other
 * @param due    the class that the corpus gives: an act, or 0 to 4
 */
public record StanceQuestion(String id, String text, String holder, String target, String due) {

  public StanceQuestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(due, "due");
  }

  /** The sentence as an article. */
  public Article article() {
    return new Article(id, 1, null, null, null, text, null, null, null, null);
  }
}
