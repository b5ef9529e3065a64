package dev.demarche.console.search;

import dev.demarche.console.web.Marking;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
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
    List<Piece> pieces = Marking.cut(whole.text(), shown.begin() - whole.begin(), shown.end() - whole.begin(),
        Marking.within(whole, finding.evidence()), words, Piece::new);
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
    return Marking.cut(text, new BitSet(), words, Piece::new);
  }

  private static Span within(Span span, Span whole) {
    return whole.contains(span) ? span : new Span(whole.begin(), whole.begin(), "");
  }
}
