package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import java.util.Objects;

/**
 * A pronoun in a text, two names, and which of them people say it means.
 *
 * @param id       of the row
 * @param text     where they stand
 * @param pronoun  the pronoun
 * @param a        the first name
 * @param b        the second name
 * @param answer   what the pronoun means
 * @param feminine whether it is "she" or "her"
 */
public record PronounQuestion(String id, String text, Range pronoun, Range a, Range b, Answer answer, boolean feminine) {

  /** What a pronoun means. */
  public enum Answer { A, B, NEITHER }

  public PronounQuestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(answer, "answer");
    for (Range range : new Range[] {pronoun, a, b}) {
      if (range.end() > text.length() || range.begin() == range.end()) {
        throw new IllegalArgumentException(id + ": " + range + " holds no words of a text of " + text.length() + " code units");
      }
    }
  }

  /** What to give to a tagger. */
  public Article article() {
    return new Article(id, 1, null, null, null, text, null, null, null, null);
  }

  String words(Range range) {
    return text.substring(range.begin(), range.end());
  }
}
