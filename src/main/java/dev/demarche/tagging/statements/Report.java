package dev.demarche.tagging.statements;

import dev.demarche.domain.StatementKind;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Subject;
import java.util.List;

/**
 * A statement as ranges of tokens, before anybody knows who the source is.
 *
 * @param source     the source, or null where nobody is named
 * @param cueFrom    index of the cue's first token, -1 without a cue
 * @param cueTo      index behind the cue's last token
 * @param pieces     ranges of the content, in order
 * @param attitude   whether it is a thought or a wish rather than speech
 * @param confidence how far the model and the rules that found it are to be trusted, 0 to 1
 */
public record Report(Subject source, int cueFrom, int cueTo, List<Piece> pieces, boolean attitude, double confidence) {

  /** A piece of content: tokens from {@code from} to {@code to}. */
  public record Piece(int from, int to) {
    public Piece {
      if (to <= from) {
        throw new IllegalArgumentException("empty piece [" + from + ", " + to + ")");
      }
    }
  }

  public Report {
    pieces = List.copyOf(pieces);
  }

  /** Index of the content's first token. */
  public int from() {
    return pieces.get(0).from();
  }

  /** Index behind the content's last token. */
  public int to() {
    return pieces.get(pieces.size() - 1).to();
  }

  /** Whether the token stands in the content. */
  public boolean holds(int token) {
    for (Piece piece : pieces) {
      if (piece.from() <= token && token < piece.to()) {
        return true;
      }
    }
    return false;
  }

  /** Index behind the last token of cue, source and content. */
  public int behind() {
    return Math.max(to(), Math.max(cueTo, source == null ? 0 : source.to()));
  }

  /** Whether all, part or none of the content's words stand in quotation marks. */
  public StatementKind kind(Document document) {
    int quoted = 0;
    int words = 0;
    for (Piece piece : pieces) {
      for (int i = piece.from(); i < piece.to(); i++) {
        if (document.token(i).word()) {
          words++;
          quoted += document.quoteIndex(i) >= 0 ? 1 : 0;
        }
      }
    }
    return quoted == 0 ? StatementKind.INDIRECT : quoted == words ? StatementKind.DIRECT : StatementKind.MIXED;
  }
}
