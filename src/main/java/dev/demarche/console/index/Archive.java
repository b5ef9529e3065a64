package dev.demarche.console.index;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What was found in articles, and what the stream made of it. What came is seen within a second. Safe for use by several threads. */
public interface Archive {

  /** How findings are ordered. */
  enum Order { NEWEST, OLDEST, RELEVANCE }

  /**
   * The findings that {@code ask} asks for.
   *
   * @throws IllegalArgumentException if the words are no query, with what is wrong
   */
  Slice<Found> findings(Ask ask, Order order, int skip, int limit);

  /**
   * Hands over the findings that {@code ask} asks for, one by one, as they are now, {@code most} at most.
   *
   * @throws IllegalArgumentException if the words are no query, with what is wrong
   */
  default void eachFinding(Ask ask, Order order, int most, Consumer<Found> each) {
    findings(ask, order, 0, most).items().forEach(each);
  }

  /** The articles that {@code ask} asks for; actor, issue and the like mean that the article names them. */
  Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit);

  /** How many findings there are by the values of {@code facet}, the most first, {@code limit} at most. */
  Map<String, Long> count(Ask ask, Facet facet, int limit);

  /** How many findings there are in each step of time that has any, by its begin. */
  SortedMap<Instant, Long> count(Ask ask, Duration step);

  /** How many articles there are in each step of time that has any, by its begin. */
  SortedMap<Instant, Long> countArticles(Ask ask, Duration step);

  /** The article {@code id} with all that was found in it. */
  Optional<TaggedArticle> article(String id);

  /** The records of one topic. */
  <V> Shelf<V> shelf(Shelves<V> of);
}
