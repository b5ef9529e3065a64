package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.NounPhrase;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what somebody says within what another says: "Finland said that Norway had promised that the road would open". The model is trained on
 * texts whose inner statements are not marked, and gives the outer one alone. Only a verb of saying with its subject beside it and a clause
 * with "that" behind it counts. Used by one thread.
 */
final class InnerSpeech {
  private static final Set<String> NOBODY = Set.of("it", "this", "that", "there", "who", "which", "nobody", "i", "we", "you");
  private static final Set<String> CONTRASTS = Set.of("but", "while", "although", "though", "whereas", "yet");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Mending mending;
  private final CueWords cues = CueWords.standard();

  InnerSpeech(Document document, Phrases phrases, Clauses clauses, Mending mending) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.mending = mending;
  }

  /** The statements with those that lie within them. */
  List<Attribution> applied(List<Attribution> found) {
    List<Attribution> all = new ArrayList<>(found);
    boolean[] taken = new boolean[document.tokens().size()];
    for (Attribution one : found) {
      for (int i = one.cue() == null ? 0 : one.cue().from(); one.cue() != null && i < one.cue().to(); i++) {
        taken[i] = true;
      }
    }
    for (Attribution outer : found) {
      for (Piece piece : outer.pieces()) {
        for (VerbGroup verb = phrases.verbFrom(piece.from(), piece.to()); verb != null; verb = phrases.verbFrom(verb.to(), piece.to())) {
          Attribution inner = verb.to() >= piece.to() || taken[verb.main()] ? null : inner(verb, piece, outer.confidence());
          if (inner != null) {
            taken[verb.main()] = true;
            all.add(inner);
          }
        }
      }
    }
    return all;
  }

  private Attribution inner(VerbGroup verb, Piece piece, double confidence) {
    if (!cues.speech(document.lower(verb.main())) || !verb.finite() || verb.passive() || verb.negated() || verb.modal() != null) {
      return null;
    }
    NounPhrase hearer = phrases.nounAt(verb.to());
    boolean heard = hearer != null && hearer.from() == verb.to() && cues.hearer(document.lower(verb.main()));
    int that = heard && !document.lower(verb.to()).equals("that") ? hearer.to() : verb.to();
    int end = Math.min(piece.to(), document.sentenceAt(verb.main()).to());
    if (that + 3 > end || !document.lower(that).equals("that") || phrases.verbFrom(that + 1, end) == null) {
      return null;
    }
    Subject subject = clauses.subject(verb);
    if (subject == null || subject.of() != Subject.Found.BESIDE || subject.from() < piece.from() || subject.to() > verb.from()
        || NOBODY.contains(document.lower(subject.head().head()))) {
      return null;
    }
    Piece content = mending.edged(new Piece(that, end(that, end)));
    return content == null ? null : new Attribution(new Piece(subject.from(), subject.to()), new Piece(verb.from(), verb.to()),
        List.of(content), confidence * 0.7);
  }

  private int end(int from, int end) {
    for (int i = from + 2; i < end; i++) {
      if (document.lower(i).equals(";") || document.lower(i - 1).equals(",") && CONTRASTS.contains(document.lower(i))) {
        return i;
      }
    }
    return end;
  }
}
