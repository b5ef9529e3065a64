package dev.demarche.domain;

import java.util.Objects;

/**
 * A condition as subscribers get it: alone, with its sentence and its article's reference.
 *
 * @param condition the condition
 * @param sentence the sentences that it stands in
 * @param article where it stands
 */
public record ConditionRecord(Condition condition, Span sentence, ArticleRef article) {
  public ConditionRecord {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
  }
}
