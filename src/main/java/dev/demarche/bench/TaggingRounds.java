package dev.demarche.bench;

import dev.demarche.domain.Article;
import dev.demarche.tagging.NewsTagger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Tags the same articles again and again on some threads. */
final class TaggingRounds implements AutoCloseable {
  private final NewsTagger tagger;
  private final List<Article> articles;
  private final List<StageTimes> clocks = new ArrayList<>();
  private final ExecutorService pool;

  /**
   * @param articles are taken longest first, so that at a round's end no thread waits long for another
   * @param threads  how many articles at a time
   */
  TaggingRounds(NewsTagger tagger, List<Article> articles, int threads) {
    this.tagger = tagger;
    this.articles = articles.stream().sorted(Comparator.comparingInt((Article article) -> -article.text().length())).toList();
    this.pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      clocks.add(new StageTimes());
    }
  }

  /**
   * Tags all of them once.
   *
   * @return how many seconds that took
   * @throws IllegalStateException naming the article, if the tagger fails
   */
  double round() throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Void>> work = clocks.stream().map(clock -> (Callable<Void>) () -> {
      for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
        tag(articles.get(i), clock);
      }
      return null;
    }).toList();
    long start = System.nanoTime();
    try {
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void tag(Article article, StageTimes clock) {
    try {
      tagger.tag(article, clock);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the tagger fails on " + article.id() + ": " + e, e);
    }
  }

  /**
   * Rounds until {@code seconds} have passed.
   *
   * @return the seconds of each, in rising order; one or more
   */
  List<Double> rounds(double seconds) throws InterruptedException {
    List<Double> took = new ArrayList<>();
    for (double sum = 0; took.isEmpty() || sum < seconds; sum += took.get(took.size() - 1)) {
      took.add(round());
    }
    took.sort(null);
    return took;
  }

  /** The share of each stage in the time of all rounds until now. */
  Map<String, Double> shares() {
    return StageTimes.shares(clocks);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
