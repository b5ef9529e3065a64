package dev.demarche.bench;

import dev.demarche.app.Demo;
import dev.demarche.app.Setting;
import dev.demarche.domain.Article;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.topics.ArticleCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The same articles, many times and under other ids, through the whole stream on the embedded broker with exactly-once: what Kafka takes of
 * the tagger's speed.
 */
final class TaggingThroughKafka {
  private static final int PARTITIONS_A_THREAD = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(9);

  private final List<Article> articles;
  private final NewsTagger tagger;
  private final int threads;
  private final ArticleCodec codec = new ArticleCodec();

  TaggingThroughKafka(List<Article> articles, NewsTagger tagger, int threads) {
    this.articles = articles;
    this.tagger = tagger;
    this.threads = threads;
  }

  /**
   * Articles a second while more of them wait, after half as long to warm up.
   *
   * @param seconds  how long
   * @param expected about how many a second
   * @throws IllegalStateException if nothing comes through for nine minutes
   */
  double articlesPerSecond(int seconds, double expected) throws IOException, InterruptedException {
    try (Demo demo = new Demo()) {
      demo.start(new Demo.Plan(0, PARTITIONS_A_THREAD * threads, false, (actors, issues) -> tagger, Map.of(Setting.THREADS.key(), "" + threads)));
      long before = demo.app().counters().accountedFor();
      long ahead = Math.max(articles.size(), (long) Math.ceil(seconds * expected));
      Thread supply = new Thread(() -> supply(demo, before, ahead), "supply");
      supply.start();
      try {
        warmUp(demo, before + (long) Math.ceil(seconds * expected / 3));
        long first = demo.app().counters().accountedFor();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        return (demo.app().counters().accountedFor() - first) / ((System.nanoTime() - start) / 1e9);
      } finally {
        supply.interrupt();
        supply.join();
      }
    }
  }

  private static void warmUp(Demo demo, long articles) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (demo.app().counters().accountedFor() < articles) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no articles came through the stream within " + PATIENCE.toMinutes() + " minutes");
      }
      Thread.sleep(20);
    }
  }

  /** Publishes round after round until it is interrupted, so that {@code ahead} articles or more are always waiting. */
  private void supply(Demo demo, long before, long ahead) {
    try {
      for (int round = 0; ; round++) {
        publish(demo, round);
        while ((round + 1L) * articles.size() - (demo.app().counters().accountedFor() - before) >= ahead) {
          Thread.sleep(5);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Demo demo, int round) throws InterruptedException {
    for (Article article : articles) {
      String id = article.id() + "-" + round;
      demo.publisher().publish(id, codec.write(new Article(id, 1, article.url(), article.publisher(), article.title(), article.text(),
          article.language(), article.publishedAt(), null, null)));
    }
    demo.publisher().flush();
  }
}
