package dev.demarche.console.web;

import dev.demarche.domain.Span;
import java.util.BitSet;
import java.util.List;

/**
 * Part of a sentence.
 *
 * @param text   its characters
 * @param marked whether it is what counts
 */
public record Piece(String text, boolean marked) {

  /** The sentence in pieces; what of {@code marks} lies outside of it is left out. */
  public static List<Piece> of(Span sentence, List<Span> marks) {
    return Marking.cut(sentence.text(), Marking.within(sentence, marks), new BitSet(), (text, marked, other) -> new Piece(text, marked));
  }
}
