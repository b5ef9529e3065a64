package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind "according to" is the source, whatever the model makes of a strange name: where it takes the name for the content's
 * beginning, the name is given back. Immutable.
 */
final class Naming {
  /** A name with its office and one more apposition; a clause is longer. */
  private static final int LONGEST = 12;

  private final Document document;
  private final Mending mending;

  Naming(Document document, Mending mending) {
    this.document = document;
    this.mending = mending;
  }

  Attribution applied(Attribution one) {
    if (one.source() != null || one.cue() == null || !accordingTo(one.cue())) {
      return one;
    }
    Piece first = one.pieces().get(0);
    int comma = first.from();
    while (comma < first.to() && comma - first.from() <= LONGEST && !document.lower(comma).equals(",")) {
      comma++;
    }
    Piece rest = comma + 1 < first.to() ? mending.edged(new Piece(comma + 1, first.to())) : null;
    if (first.from() != one.cue().to() || comma == first.from() || rest == null || !document.lower(comma).equals(",")) {
      return one;
    }
    List<Piece> pieces = new ArrayList<>(one.pieces());
    pieces.set(0, rest);
    return new Attribution(new Piece(first.from(), comma), one.cue(), pieces, one.confidence());
  }

  private boolean accordingTo(Piece cue) {
    return cue.to() - cue.from() >= 2 && document.lower(cue.to() - 2).equals("according") && document.lower(cue.to() - 1).equals("to");
  }
}
