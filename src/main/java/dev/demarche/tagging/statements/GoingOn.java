package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Clauses;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Pos;
import dev.demarche.tagging.text.Quote;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Subject;
import dev.demarche.tagging.text.VerbGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Gives quotations without a cue of their own to the statement that they go on with, in the next sentence or in the paragraphs that follow, or
 * to the subject of the sentence before them. What has no cue and is no quotation is dropped. Used by one thread.
 */
final class GoingOn {
  /** Fewer tokens may be a name or a word in scare quotes. */
  private static final int WHOLE = 5;
  private static final Set<String> PEOPLE = Set.of("he", "she", "they");

  private final Document document;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Mending mending;

  GoingOn(Document document, Phrases phrases, Clauses clauses, Mending mending) {
    this.document = document;
    this.phrases = phrases;
    this.clauses = clauses;
    this.mending = mending;
  }

  List<Attribution> applied(List<Attribution> found) {
    List<Attribution> all = new ArrayList<>();
    List<Attribution> loose = new ArrayList<>();
    found.forEach(one -> (one.cue() == null && one.source() == null ? loose : all).add(one));
    all.sort(Comparator.comparingInt(Attribution::behind));
    boolean[] covered = new boolean[document.tokens().size()];
    all.forEach(one -> cover(covered, one));
    int next = 0;
    Attribution before = null;
    int index = -1;
    List<Attribution> more = new ArrayList<>();
    for (Quote quote : document.quotes()) {
      for (; next < all.size() && all.get(next).behind() <= quote.open(); next++) {
        Attribution one = all.get(next);
        if (one.cue() != null && document.quoteIndex(one.cue().from()) < 0 && (before == null || one.behind() >= before.behind())) {
          before = one;
          index = next;
        }
      }
      if (quote.size() < 2 || covered(covered, quote) || !whole(quote)) {
        continue;
      }
      Piece words = mending.edged(new Piece(quote.from(), quote.to()));
      if (words == null) {
        continue;
      }
      if (before != null && goesOn(before, quote)) {
        before = before.and(words);
        all.set(index, before);
        cover(covered, before);
      } else if (quote.size() >= WHOLE && subjectBefore(quote) != null) {
        Subject subject = subjectBefore(quote);
        Attribution one = new Attribution(new Piece(subject.from(), subject.to()), null, List.of(words), 0.5);
        more.add(one);
        cover(covered, one);
      }
    }
    all.addAll(more);
    loose.stream().filter(one -> quotation(one) && !covered[one.from()]).forEach(all::add);
    return all;
  }

  private static void cover(boolean[] covered, Attribution one) {
    one.pieces().forEach(piece -> Arrays.fill(covered, piece.from(), piece.to(), true));
  }

  private static boolean covered(boolean[] covered, Quote quote) {
    for (int i = quote.from(); i < quote.to(); i++) {
      if (covered[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean quotation(Attribution one) {
    return one.pieces().stream().allMatch(piece -> piece.to() - piece.from() >= WHOLE
        && document.quoteIndex(piece.from()) >= 0 && document.quoteIndex(piece.from()) == document.quoteIndex(piece.to() - 1));
  }

  /** Whether the quotation is made of whole sentences. */
  private boolean whole(Quote quote) {
    return document.sentenceAt(quote.open()).from() == quote.open() && document.sentenceAt(quote.behind() - 1).to() == quote.behind();
  }

  private boolean goesOn(Attribution before, Quote quote) {
    boolean spoken = document.quoteIndex(before.to() - 1) >= 0 || document.quoteIndex(before.from()) >= 0 || speaks(before, subjectBefore(quote));
    int last = before.behind() - 1;
    if (!spoken || document.sentenceIndex(quote.open()) - document.sentenceIndex(last) > 1) {
      return false;
    }
    if (document.sentenceAt(last).paragraph() == quote.paragraph()) {
      return true;
    }
    Quote open = document.quoteAt(before.to() - 1);
    boolean unclosed = open != null && !open.closed();
    boolean fillsParagraph = quote.behind() >= document.tokens().size()
        || document.sentenceAt(quote.behind()).paragraph() > quote.paragraph();
    boolean opensParagraph = document.sentenceAt(quote.open() - 1).paragraph() < quote.paragraph();
    return opensParagraph && (unclosed || fillsParagraph);
  }

  private static boolean speaks(Attribution before, Subject subject) {
    return subject != null && before.source() != null && before.source().from() <= subject.head().head()
        && subject.head().head() < before.source().to();
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
        int head = subject.head().head();
        boolean somebody = document.token(head).pos() == Pos.PROPN || PEOPLE.contains(document.lower(head));
        return somebody && document.quoteIndex(subject.from()) < 0 ? subject : null;
      }
    }
    return null;
  }
}
