package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * A tagged article together with its sentences, which the stages behind the tagger quote from.
 *
 * @param article   what was found
 * @param sentences the sentences of the text, in order, not overlapping
 */
public record Tagging(TaggedArticle article, List<Span> sentences) {

  public Tagging {
    Objects.requireNonNull(article, "article");
    sentences = List.copyOf(sentences);
  }

  /** The sentences that {@code span} touches, as one span; {@code span} itself where it touches none. */
  public Span sentencesOf(Span span) {
    int begin = span.begin();
    int end = span.end();
    for (int i = firstEndingBehind(span.begin()); i < sentences.size() && sentences.get(i).begin() < span.end(); i++) {
      begin = Math.min(begin, sentences.get(i).begin());
      end = Math.max(end, sentences.get(i).end());
    }
    return Span.of(article.text(), begin, end);
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
