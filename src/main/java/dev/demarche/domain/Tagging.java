package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * A tagged article together with its sentences, which the stages behind the tagger quote from, and the deeds
 * that they compare with the conditions of other articles.
 *
 * @param article   what was found
 * @param sentences the sentences of the text, in order, not overlapping
 * @param deeds     what the article reports as done, refused, promised or no longer demanded, in order of the text
 */
public record Tagging(TaggedArticle article, List<Span> sentences, List<ReportedDeed> deeds) {

  /** A tagging without deeds. */
  public Tagging(TaggedArticle article, List<Span> sentences) {
    this(article, sentences, List.of());
  }

  public Tagging {
    Objects.requireNonNull(article, "article");
    sentences = List.copyOf(sentences);
    deeds = List.copyOf(deeds);
  }

  /** The sentences from the first to the last that {@code spans} touch, as one span; never less than the spans themselves. */
  public Span sentencesOf(List<Span> spans) {
    int begin = spans.stream().mapToInt(Span::begin).min().orElseThrow();
    int end = spans.stream().mapToInt(Span::end).max().orElseThrow();
    int from = begin;
    int to = end;
    for (int i = firstEndingBehind(begin); i < sentences.size() && sentences.get(i).begin() < end; i++) {
      from = Math.min(from, sentences.get(i).begin());
      to = Math.max(to, sentences.get(i).end());
    }
    return Span.of(article.text(), from, to);
  }

  /** The sentences that {@code span} touches. */
  public Span sentencesOf(Span span) {
    return sentencesOf(List.of(span));
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
