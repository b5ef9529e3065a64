package dev.demarche.tagging;

import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.util.List;

/**
 * Finds entities, statements, stances and conditions in an article. Implementations are safe for use by several threads at once,
 * give the same answer for the same article, and answer for every article that {@link Article} admits.
 */
public interface Tagger {

  /** A tagger that finds nothing: what is left is the cost of all that surrounds tagging. */
  Tagger NOTHING = article -> new Tagging(TaggedArticle.of(article, "nothing", List.of(), List.of(), List.of(), List.of()), List.of());

  /** What is found in {@code article}, with its sentences. */
  Tagging tag(Article article);
}
