package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import java.util.List;
import java.util.Objects;

/**
 * An article whose statements people annotated.
 *
 * @param name       its id; never null
 * @param text       as it stands on disk; never null
 * @param statements those with content, in order of the annotation
 */
public record AnnotatedArticle(String name, String text, List<Attribution> statements) {

  public AnnotatedArticle {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    statements = List.copyOf(statements);
  }

  /** What to give to a tagger. */
  public Article article() {
    return new Article(name, 1, null, null, null, text, null, null, null, null);
  }
}
