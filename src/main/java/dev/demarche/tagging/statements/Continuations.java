package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.List;

/** Gives quotations without a cue of their own to the statement that they go on with, or to the subject of the sentence before them. */
final class Continuations {
  private static final int WHOLE = 5;

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;

  Continuations(Document document, Phrases phrases, Clauses clauses) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  List<Report> applied(List<Report> reports) {
    List<Report> all = new ArrayList<>(reports);
    boolean[] covered = new boolean[document.tokens().size() + 1];
    for (Report report : reports) {
      for (Piece piece : report.pieces()) {
        java.util.Arrays.fill(covered, piece.from(), piece.to(), true);
      }
    }
    for (Quote quote : document.quotes()) {
      if (quote.size() > 0 && !covered[quote.from()] && whole(quote)) {
        attach(quote, all);
      }
    }
    all.sort(java.util.Comparator.comparingInt(Report::from));
    return all;
  }

  /** Whether the quotation is made of whole sentences. */
  private boolean whole(Quote quote) {
    Sentence first = document.sentenceAt(quote.open());
    int last = quote.behind() - 1;
    return first.from() == quote.open() && document.sentenceAt(last).to() == quote.behind() && quote.size() >= 2;
  }

  private void attach(Quote quote, List<Report> reports) {
    int before = -1;
    for (int r = 0; r < reports.size(); r++) {
      Report report = reports.get(r);
      if (report.behind() <= quote.open() && report.cueFrom() >= 0 && document.quoteIndex(report.cueFrom()) < 0
          && (before < 0 || report.behind() >= reports.get(before).behind())) {
        before = r;
      }
    }
    if (before >= 0 && goesOn(reports.get(before), quote)) {
      Report report = reports.get(before);
      List<Piece> pieces = new ArrayList<>(report.pieces());
      pieces.add(new Piece(quote.from(), quote.to()));
      reports.set(before, report.with(pieces));
    } else if (quote.size() >= WHOLE) {
      Subject subject = subjectBefore(quote);
      if (subject != null) {
        reports.add(new Report(subject, -1, -1, List.of(new Piece(quote.from(), quote.to())), false, 0.5));
      }
    }
  }

  private boolean goesOn(Report report, Quote quote) {
    boolean spoken = document.quoteIndex(report.to() - 1) >= 0 || document.quoteIndex(report.from()) >= 0;
    int lastSentence = document.sentenceIndex(report.behind() - 1);
    int sentence = document.sentenceIndex(quote.open());
    int paragraph = document.sentenceAt(report.behind() - 1).paragraph();
    if (paragraph == quote.paragraph()) {
      return spoken && sentence - lastSentence <= 1;
    }
    boolean opensParagraph = quote.open() == 0 || document.sentenceAt(quote.open() - 1).paragraph() < quote.paragraph();
    boolean fillsParagraph = quote.behind() >= document.tokens().size()
        || document.sentenceAt(quote.behind()).paragraph() > quote.paragraph();
    return spoken && opensParagraph && fillsParagraph && sentence - lastSentence <= 1;
  }

  private Subject subjectBefore(Quote quote) {
    int sentence = document.sentenceIndex(quote.open()) - 1;
    if (sentence < 0) {
      return null;
    }
    Sentence before = document.sentences().get(sentence);
    if (quote.paragraph() - before.paragraph() > 1) {
      return null;
    }
    for (VerbGroup verb = phrases.verbFrom(before.from(), before.to()); verb != null; verb = phrases.verbFrom(verb.to(), before.to())) {
      Subject subject = verb.finite() ? clauses.subject(verb) : null;
      if (subject != null) {
        return document.quoteIndex(subject.from()) < 0 ? subject : null;
      }
    }
    return null;
  }
}
