package dev.demarche.domain;

import java.util.Objects;

/**
 * A statement as subscribers get it: alone, with its sentence and its article's reference.
 *
 * @param statement the statement
 * @param sentence the sentences that it stands in
 * @param article where it stands
 */
public record StatementRecord(Statement statement, Span sentence, ArticleRef article) {
  public StatementRecord {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
  }
}
