package dev.demarche.bench;

import dev.demarche.domain.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Articles of paragraphs that are drawn from texts, as long as these are, so that tagging them costs what tagging these costs, and none is a copy
 * of another. The first sentence says that Russia rejected something that no other article names.
 */
final class LatencyArticles {
  private static final int WORDS = 400;

  private final List<String> paragraphs = new ArrayList<>();
  private final int[] lengths;
  private final long seed;
  private final MadeArticles made;

  /** @param texts without any, words that mean nothing take their place */
  LatencyArticles(List<String> texts, long seed) {
    this.seed = seed;
    this.lengths = texts.stream().mapToInt(String::length).toArray();
    this.made = new MadeArticles(seed, lengths.length == 0 ? WORDS : 0);
    texts.forEach(text -> Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).forEach(paragraphs::add));
  }

  /** Article number {@code i}. */
  Article article(int i) {
    Article article = made.article(i);
    if (paragraphs.isEmpty()) {
      return article;
    }
    Random random = new Random(seed * 1_000_003 + i);
    int length = lengths[random.nextInt(lengths.length)];
    StringBuilder text = new StringBuilder(article.text());
    do {
      text.append('\n').append(paragraphs.get(random.nextInt(paragraphs.size()))).append('\n');
    } while (text.length() < length);
    return new Article(article.id(), 1, article.url(), article.publisher(), article.title(), text.toString(), article.language(),
        article.publishedAt(), null, null);
  }

  /** Id of article number {@code i}. */
  String id(int i) {
    return made.id(i);
  }
}
