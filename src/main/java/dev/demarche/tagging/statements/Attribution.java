package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A statement as ranges of tokens, while the rules are at work on it.
 *
 * @param source     null where nobody is named
 * @param cue        null without one
 * @param pieces     the content, one range or more, in order
 * @param confidence from 0 to 1
 */
record Attribution(Piece source, Piece cue, List<Piece> pieces, double confidence) {

  Attribution {
    pieces = pieces.stream().sorted(Comparator.comparingInt(Piece::from)).toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("pieces are empty");
    }
  }

  /** Index of the content's first token. */
  int from() {
    return pieces.get(0).from();
  }

  /** Index behind the content's last token. */
  int to() {
    return pieces.get(pieces.size() - 1).to();
  }

  /** Index behind the last token of all its parts. */
  int behind() {
    return Math.max(to(), Math.max(cue == null ? 0 : cue.to(), source == null ? 0 : source.to()));
  }

  Attribution with(List<Piece> others) {
    return new Attribution(source, cue, others, confidence);
  }

  Attribution and(Piece piece) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(piece);
    return with(more);
  }
}
