package dev.demarche.console.alerts;

import dev.demarche.console.web.Marking;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Span;
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
    return Marking.cut(whole.text(), Marking.within(whole, evidence), Marking.within(whole, words), Piece::new);
  }
}
