package dev.demarche.domain;

import java.util.Objects;

/**
 * A stance as subscribers get it: alone, with its sentence and its article's reference.
 *
 * @param stance the stance
 * @param sentence the sentences that it stands in
 * @param article where it stands
 */
public record StanceRecord(Stance stance, Span sentence, ArticleRef article) {
  public StanceRecord {
    Objects.requireNonNull(stance, "stance");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
  }
}
