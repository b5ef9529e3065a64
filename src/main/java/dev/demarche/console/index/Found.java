package dev.demarche.console.index;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import java.time.Instant;
import java.util.Objects;

/**
 * A statement, stance or condition of an article.
 *
 * @param finding what was found
 * @param article where
 */
public record Found(Finding finding, ArticleRef article) {
  public Found {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(article, "article");
  }

  /** {@link ArticleRef#eventTime()} of the article. */
  public Instant at() {
    return article.eventTime();
  }
}
