package dev.demarche.evaluation;

import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.Tagger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A corpus's texts, tagged now, and how long that took.
 *
 * @param articles in the order of the corpus
 * @param seconds  on the clock, from the first to the last; the loading of models, which comes with the first article, is in it
 * @param threads  that worked at it
 */
public record TaggedTexts(List<TaggedArticle> articles, double seconds, int threads) {

  public TaggedTexts {
    articles = List.copyOf(articles);
  }

  /**
   * Tags {@code articles}, several at once.
   *
   * @param threads how many, 1 or more
   * @param done    called after each article, by the thread that tagged it
   * @throws IllegalStateException naming the article, if the tagger fails
   */
  public static TaggedTexts of(List<Article> articles, Tagger tagger, int threads, Runnable done) throws InterruptedException {
    long start = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Instant now = Instant.now();
      List<Callable<TaggedArticle>> work = articles.stream().map(article -> (Callable<TaggedArticle>) () -> {
        TaggedArticle tagged = tag(tagger, article.accepted(1, now));
        done.run();
        return tagged;
      }).toList();
      List<TaggedArticle> tagged = new ArrayList<>();
      for (Future<TaggedArticle> future : pool.invokeAll(work)) {
        tagged.add(future.get());
      }
      return new TaggedTexts(tagged, (System.nanoTime() - start) / 1e9, threads);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static TaggedArticle tag(Tagger tagger, Article article) {
    try {
      return tagger.tag(article).article();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the tagger fails on " + article.id() + ": " + e, e);
    }
  }

  /** Articles in a second. */
  public double perSecond() {
    return seconds == 0 ? 0 : articles.size() / seconds;
  }

  /** What {@code found} finds in each article, by the article's id. */
  public <T> Map<String, T> by(Function<TaggedArticle, T> found) {
    return articles.stream().collect(Collectors.toMap(TaggedArticle::id, found, (a, b) -> a, LinkedHashMap::new));
  }
}
