package dev.demarche.tagging.statements;

import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the tokens that runs of the model's words stand for, however the two cut one text. Immutable. */
final class Placement {
  private final Document document;
  private final Words words;

  /** @throws IllegalArgumentException where the two are not of one text */
  Placement(Document document, Words words) {
    if (!document.text().equals(words.text())) {
      throw new IllegalArgumentException("words are not of the document's text");
    }
    this.document = document;
    this.words = words;
  }

  /** The tokens that share a letter with the run, or null where there is none. */
  Piece tokens(LabelledSpan run) {
    int from = document.tokenAt(words.begin(run.from()));
    int end = words.end(run.to() - 1);
    int to = document.tokenAt(end);
    to = to < document.tokens().size() && document.token(to).begin() < end ? to + 1 : to;
    return to > from ? new Piece(from, to) : null;
  }

  /** The statements whose content stands on tokens. */
  List<Attribution> attributions(List<Linked> linked) {
    List<Attribution> placed = new ArrayList<>();
    for (Linked one : linked) {
      List<Piece> pieces = one.contents().stream().map(this::tokens).filter(Objects::nonNull).toList();
      if (!pieces.isEmpty()) {
        Piece source = one.source() == null ? null : tokens(one.source());
        Piece cue = one.cue() == null ? null : tokens(one.cue());
        placed.add(new Attribution(source, cue, pieces, one.confidence()));
      }
    }
    return placed;
  }
}
