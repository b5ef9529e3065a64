package dev.demarche.watching;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import java.util.List;

/**
 * A finding with all that a watch may ask about it. For one thread.
 *
 * @param finding what was found
 * @param facets  who stands in it, and what it is about
 * @param groups  of the catalogue
 * @param article where it stands
 * @param entities of the article; empty where they are not at hand
 * @param texts   that words are looked for in
 */
record Subject(Finding finding, Facets facets, Groups groups, ArticleRef article, List<Entity> entities, Texts.OfFinding texts) {

  /** Looks for words in its texts. */
  WordSearch search() {
    return new WordSearch(texts);
  }
}
