package dev.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyArticlesTest {

  @Test
  void anArticleIsASentenceOfItsOwnAndParagraphsOfTheTextsAsLongAsThese() {
    LatencyArticles articles = new LatencyArticles(List.of("One went home.\n\nTwo stayed.", "Three slept for a long time, and four did, too."), 1);
    String text = articles.article(0).text();
    assertThat(text).startsWith("Russia rejected the ");
    assertThat(text.split("\n+")).hasSizeGreaterThan(1).isSubsetOf(text.split("\n")[0], "One went home.", "Two stayed.",
        "Three slept for a long time, and four did, too.");
    assertThat(articles.article(0)).isEqualTo(new LatencyArticles(List.of("One went home.\n\nTwo stayed.", "Three slept for a long time, and four did, too."), 1)
        .article(0));
    assertThat(articles.article(1).text()).doesNotStartWith(text.split("\n")[0]);
    assertThat(articles.article(1).id()).isEqualTo(articles.id(1)).isNotEqualTo(articles.id(0));
  }

  @Test
  void withoutTextsTheRestMeansNothing() {
    assertThat(new LatencyArticles(List.of(), 1).article(3).text()).startsWith("Russia rejected the ").hasSizeGreaterThan(1_000);
  }
}
