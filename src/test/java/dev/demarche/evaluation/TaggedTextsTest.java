package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.demarche.domain.Article;
import dev.demarche.tagging.Tagger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaggedTextsTest {
  private static List<Article> articles(int count) {
    return IntStream.range(0, count).mapToObj(i -> new AnnotatedArticle("a" + i, "text " + i, List.of()).article()).toList();
  }

  @Test
  void keepTheOrderWhateverThreadIsFirst() throws Exception {
    AtomicInteger done = new AtomicInteger();
    TaggedTexts tagged = TaggedTexts.of(articles(50), Tagger.NOTHING, 3, done::incrementAndGet);
    assertThat(tagged.by(article -> article.text()).keySet()).containsExactlyElementsOf(articles(50).stream().map(Article::id).toList());
    assertThat(done).hasValue(50);
    assertThat(tagged.perSecond()).isPositive();
  }

  @Test
  void nameTheArticleAtWhichTheTaggerFails() {
    Tagger failing = article -> {
      throw new IllegalArgumentException("too odd");
    };
    assertThatIllegalStateException().isThrownBy(() -> TaggedTexts.of(articles(1), failing, 1, () -> { }))
        .withMessage("the tagger fails on a0: java.lang.IllegalArgumentException: too odd");
  }
}
