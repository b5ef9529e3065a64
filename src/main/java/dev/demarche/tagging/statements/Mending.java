package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mends what a model of single words leaves at the edges of contents: pieces that a mark alone parts are joined, commas and stops left out at
 * the ends, and quotation marks come in pairs. A piece that lies within one quotation is given without its marks. Immutable.
 */
final class Mending {
  private static final Set<String> QUOTES = Set.of("\"", "''", "``", "'", "\u2018", "\u2019", "\u201a", "\u201b", "\u201c", "\u201d", "\u201e",
      "\u201f", "\u00ab", "\u00bb", "\u2039", "\u203a");
  private static final Set<String> FIRST = Set.of(",", ".", ";", ":", "!", "?", ")", "]", "\u2014", "\u2013", "-", "--");
  private static final Set<String> LAST = Set.of(",", ".", ";", ":", "(", "[", "\u2014", "\u2013", "-", "--");

  private final Document document;

  Mending(Document document) {
    this.document = document;
  }

  /** The statement with mended content, or null where nothing is left of it. */
  Attribution mended(Attribution attribution) {
    List<Piece> pieces = new ArrayList<>();
    Piece last = null;
    for (Piece piece : attribution.pieces()) {
      if (last != null && joined(last, piece, attribution.cue())) {
        last = new Piece(last.from(), Math.max(last.to(), piece.to()));
        pieces.set(pieces.size() - 1, last);
      } else {
        last = piece;
        pieces.add(piece);
      }
    }
    List<Piece> mended = new ArrayList<>();
    for (Piece piece : pieces) {
      Piece edged = edged(piece);
      if (edged != null) {
        mended.add(edged);
      }
    }
    return mended.isEmpty() ? null : attribution.with(mended);
  }

  /** Whether the two overlap, or marks alone stand between them, within one paragraph and one quotation. */
  private boolean joined(Piece left, Piece right, Piece cue) {
    if (right.from() < left.to()) {
      return true;
    }
    for (int i = left.to(); i < right.from(); i++) {
      if (document.token(i).word() || cue != null && cue.from() <= i && i < cue.to()) {
        return false;
      }
    }
    Quote before = document.quoteAt(left.to() - 1);
    Quote behind = document.quoteAt(right.from());
    return right.from() > left.to() && document.sentenceAt(left.to() - 1).paragraph() == document.sentenceAt(right.from()).paragraph()
        && (before == behind || before == null || behind == null);
  }

  /** The piece with edges as they should be, or null where it is made of marks. */
  Piece edged(Piece piece) {
    int from = piece.from();
    int to = piece.to();
    while (from < to && (FIRST.contains(document.lower(from)) || mark(from))) {
      from++;
    }
    while (to > from && (LAST.contains(document.lower(to - 1)) || mark(to - 1))) {
      to--;
    }
    if (from == to) {
      return null;
    }
    Quote first = document.quoteAt(from);
    Quote last = document.quoteAt(to - 1);
    if (first != null && first.equals(last)) {
      return new Piece(from, to);
    }
    if (first != null && first.closed() && marksOnly(first.from(), from)) {
      from = first.open();
    }
    if (last != null && last.closed() && last.open() >= from && marksOnly(to, last.close())) {
      to = last.behind();
    }
    return new Piece(from, to);
  }

  private boolean mark(int token) {
    return QUOTES.contains(document.lower(token)) && !document.token(token).possessive();
  }

  private boolean marksOnly(int from, int to) {
    for (int i = from; i < to; i++) {
      if (document.token(i).word()) {
        return false;
      }
    }
    return true;
  }
}
