package dev.demarche.console.alerts;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words by which an alert fired, with what stands around them.
 *
 * @param before   the sentence before, or "" where there is none, or the article's text is not at hand
 * @param sentence the sentences that the evidence touches, in pieces
 * @param after    the sentence after, or ""
 */
public record Passage(String before, List<Piece> sentence, String after) {
  private static final int FAR = 1_000;

  /** Of {@code alert}, or null where nothing was heard; {@code article} is as it stands now, which may be another text by now. */
  static Passage of(Alert alert, Optional<TaggedArticle> article) {
    if (alert.finding() == null) {
      return null;
    }
    Span sentence = alert.finding().sentence();
    List<Piece> pieces = Piece.of(sentence, alert.finding().evidence(), alert.matched());
    String text = article.map(TaggedArticle::text).filter(known -> known.startsWith(sentence.text(), sentence.begin())).orElse(null);
    return text == null ? new Passage("", pieces, "") : new Passage(before(text, sentence.begin()), pieces, after(text, sentence.end()));
  }

  private static String before(String text, int begin) {
    String part = text.substring(Math.max(0, begin - FAR), begin).stripTrailing();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(part);
    int from = part.isEmpty() ? 0 : sentences.preceding(part.length());
    return part.substring(Math.max(0, from)).strip();
  }

  private static String after(String text, int end) {
    String part = text.substring(end, Math.min(text.length(), end + FAR)).strip();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(part);
    int to = part.isEmpty() ? 0 : sentences.following(0);
    return part.substring(0, to < 0 ? part.length() : to).strip();
  }
}
