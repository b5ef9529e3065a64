package dev.demarche.console.search;

import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A piece of a text as it is shown.
 *
 * @param text    its characters
 * @param said    whether it is of the words that say it, not of what stands around them
 * @param matched whether it is what was searched for
 */
public record Piece(String text, boolean said, boolean matched) {
  private static final int MOST = 900;

  /** The sentence of a finding, shortened around its evidence; {@code words} marks what was searched for in the whole sentence. */
  static List<Piece> of(Finding finding, BitSet words) {
    Span whole = finding.sentence();
    Span shown = whole.around(within(finding.evidence().get(0), whole), MOST);
    BitSet said = new BitSet();
    finding.evidence().forEach(span -> said.set(clamp(span.begin() - whole.begin(), whole), clamp(span.end() - whole.begin(), whole)));
    List<Piece> pieces = of(whole.text(), shown.begin() - whole.begin(), shown.end() - whole.begin(), said, words);
    if (shown.begin() > whole.begin()) {
      pieces.add(0, new Piece("\u2026 ", false, false));
    }
    if (shown.end() < whole.end()) {
      pieces.add(new Piece(" \u2026", false, false));
    }
    return pieces;
  }

  /** A whole text. */
  static List<Piece> of(String text, BitSet words) {
    return of(text, 0, text.length(), new BitSet(), words);
  }

  private static List<Piece> of(String text, int from, int to, BitSet said, BitSet words) {
    List<Piece> pieces = new ArrayList<>();
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || said.get(i) != said.get(begin) || words.get(i) != words.get(begin)) {
        pieces.add(new Piece(text.substring(begin, i), said.get(begin), words.get(begin)));
        begin = i;
      }
    }
    return pieces;
  }

  private static Span within(Span span, Span whole) {
    return whole.contains(span) ? span : new Span(whole.begin(), whole.begin(), "");
  }

  private static int clamp(int at, Span whole) {
    return Math.max(0, Math.min(at, whole.length()));
  }
}
