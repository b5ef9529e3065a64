package dev.demarche.console.alerts;

import dev.demarche.domain.Matched;
import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Some characters of a text, all of which are of one kind.
 *
 * @param text     the characters
 * @param evidence whether they are evidence
 * @param matched  whether a watch matches by them
 */
public record Piece(String text, boolean evidence, boolean matched) {

  /** The pieces of {@code whole}, in order. */
  static List<Piece> of(Span whole, List<Span> evidence, List<Matched> matched) {
    List<Span> words = matched.stream().filter(one -> one.in() == Matched.In.TEXT).map(Matched::span).toList();
    return pieces(whole, evidence, words);
  }

  /** The pieces of a headline; empty of null. */
  static List<Piece> ofTitle(String title, List<Matched> matched) {
    List<Span> words = matched.stream().filter(one -> one.in() == Matched.In.TITLE).map(Matched::span).toList();
    return title == null ? List.of() : pieces(Span.of(title, 0, title.length()), List.of(), words);
  }

  private static List<Piece> pieces(Span whole, List<Span> evidence, List<Span> words) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= whole.length(); i++) {
      boolean says = within(evidence, whole.begin() + from);
      boolean asked = within(words, whole.begin() + from);
      if (i == whole.length() || within(evidence, whole.begin() + i) != says || within(words, whole.begin() + i) != asked) {
        pieces.add(new Piece(whole.text().substring(from, i), says, asked));
        from = i;
      }
    }
    return pieces;
  }

  private static boolean within(List<Span> spans, int offset) {
    return spans.stream().anyMatch(span -> span.begin() <= offset && offset < span.end());
  }
}
