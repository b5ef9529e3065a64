package dev.demarche.bench;

import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.tagging.Tagger;
import java.util.List;

/**
 * A tagger that does nearly nothing: it takes the first line of an article for a rejection by Russia, where the article's id asks for
 * that and the line begins with that name. What remains is the cost of the stream.
 */
final class FirstSentence implements Tagger {

  /** A text that starts so makes the tagger throw. */
  static final String THROW = "make the tagger throw";

  private final int every;

  /** @param every of how many articles one has a stance: those whose id ends in a multiple of it */
  FirstSentence(int every) {
    this.every = every;
  }

  @Override
  public Tagging tag(Article article) {
    if (article.text().startsWith(THROW)) {
      throw new IllegalStateException("as the text asked");
    }
    String number = article.id().substring(article.id().lastIndexOf('-') + 1);
    if (Integer.parseInt(number) % every != 0 || !article.text().startsWith("Russia")) {
      return new Tagging(TaggedArticle.of(article, "first-sentence", List.of(), List.of(), List.of(), List.of()), List.of());
    }
    int end = Math.max(1, article.text().indexOf('\n'));
    Span sentence = Span.of(article.text(), 0, end);
    Stance stance = new Stance(article.id() + ":" + article.revision() + ":a0", "Russia", "russia", Span.of(article.text(), 0, 6), Act.REJECT,
        -1, null, null, null, List.of(), sentence, null, 1);
    return new Tagging(TaggedArticle.of(article, "first-sentence", List.of(), List.of(), List.of(stance), List.of()), List.of(sentence));
  }
}
