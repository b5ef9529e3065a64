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

/** The same articles through the whole stream, on the embedded broker with exactly-once: what Kafka takes of the tagger's speed. */
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
   * Articles a second from the first one published to the last one disposed of, after a round to warm up.
   *
   * @param rounds how often all articles are published, each time under other ids
   * @throws IllegalStateException if an article is not disposed of within nine minutes
   */
  double articlesPerSecond(int rounds) throws IOException, InterruptedException {
    try (Demo demo = new Demo()) {
      demo.start(new Demo.Plan(0, PARTITIONS_A_THREAD * threads, false, (actors, issues) -> tagger, Map.of(Setting.THREADS.key(), "" + threads)));
      publish(demo, 0, 1);
      long start = System.nanoTime();
      publish(demo, 1, rounds);
      return articles.size() * rounds / ((System.nanoTime() - start) / 1e9);
    }
  }

  private void publish(Demo demo, int first, int rounds) throws InterruptedException {
    long before = demo.app().counters().accountedFor();
    for (int round = first; round < first + rounds; round++) {
      for (Article article : articles) {
        String id = article.id() + "-" + round;
        demo.publisher().publish(id, codec.write(new Article(id, 1, article.url(), article.publisher(), article.title(), article.text(),
            article.language(), article.publishedAt(), null, null)));
      }
    }
    demo.publisher().flush();
    if (!demo.awaitDone(before + (long) articles.size() * rounds, PATIENCE)) {
      throw new IllegalStateException("not all articles came through the stream within " + PATIENCE.toMinutes() + " minutes");
    }
  }
}
