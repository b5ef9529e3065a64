package dev.demarche.tagging.statements;

import dev.demarche.tagging.statements.Report.Piece;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.Phrases;
import dev.demarche.tagging.text.Sentence;
import dev.demarche.tagging.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A paragraph that opens with who speaks and a colon, stands below a line with a name alone, or is a quotation with a name behind a dash.
 *
 * @param kind      a name, a name on a line of its own, a name behind a quotation, or the mark of a question or an answer
 * @param label     the name
 * @param colon     the mark between it and what is said, null where it stands alone
 * @param content   what is said, in one paragraph
 * @param paragraph number of that paragraph
 * @param key       the name's last word in lower case
 * @param words     number of the name's words
 * @param verb      whether a verb stands in what is said
 */
record SpokenLine(Kind kind, Piece label, Piece colon, Piece content, int paragraph, String key, int words, boolean verb) {

  /** What stands before the colon, on a line of its own before what is said, or behind it. */
  enum Kind { NAME, HEADING, SIGNED, QUESTION, ANSWER }

  /** Finds all paragraphs of a document that may be such lines. Immutable. */
  static final class Finder {
    private static final Set<String> QUESTION = Set.of("q", "q.", "question");
    private static final Set<String> ANSWER = Set.of("a", "a.", "answer");
    private static final Set<String> PARTICLES = Set.of("van", "von", "de", "der", "den", "di", "da", "del", "al", "bin", "ibn", "el", "la", "le",
        "of", "the", "and", "-");
    /** Labels of other things, though they may come twice. */
    private static final Set<String> NO_NAMES = Set.of("photo", "photos", "picture", "image", "video", "source", "sources", "note", "notes",
        "update", "updated", "related", "more", "read", "watch", "listen", "contact", "email", "phone", "tel", "fax", "date", "time", "location",
        "address", "price", "tags", "topics", "subject", "background", "copyright", "editor", "correction", "summary", "results", "score",
        "winner", "answer", "question", "example", "step", "tip", "fact", "claim", "verdict", "truth", "reality", "pros", "cons", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> OPENING = Set.of("\"", "\u201c", "\u201e", "\u00ab");
    private static final Set<String> MARKS = Set.of("\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb");
    private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014", "\u2015", "~");
    private static final int LONGEST_LABEL = 24;
    private static final int MOST_WORDS = 6;

    private final Document document;
    private final Phrases phrases;
    private final Mending mending;
    private final List<Piece> paragraphs = new ArrayList<>();

    Finder(Document document, Phrases phrases, Mending mending) {
      this.document = document;
      this.phrases = phrases;
      this.mending = mending;
      for (Sentence sentence : document.sentences()) {
        if (sentence.paragraph() < paragraphs.size()) {
          Piece begun = paragraphs.get(sentence.paragraph());
          paragraphs.set(sentence.paragraph(), new Piece(begun.from(), sentence.to()));
        } else {
          paragraphs.add(new Piece(sentence.from(), sentence.to()));
        }
      }
    }

    int tokens() {
      return document.tokens().size();
    }

    /** The words of a paragraph, or null where it has none. */
    Piece paragraph(int number) {
      return mending.edged(paragraphs.get(number));
    }

    /** Whether one of the two names ends with the last word of the other. */
    boolean same(Piece left, Piece right) {
      return document.lower(left.to() - 1).equals(document.lower(right.to() - 1));
    }

    List<SpokenLine> lines() {
      List<SpokenLine> lines = new ArrayList<>();
      for (int p = 0; p < paragraphs.size(); p++) {
        SpokenLine line = line(p);
        if (line != null) {
          lines.add(line);
        }
      }
      return lines;
    }

    private SpokenLine line(int paragraph) {
      SpokenLine signed = signed(paragraphs.get(paragraph), paragraph);
      if (signed != null) {
        return signed;
      }
      Piece whole = unmarked(paragraphs.get(paragraph));
      int from = whole.from();
      int colon = from;
      while (colon < whole.to() && colon - from < LONGEST_LABEL && !document.token(colon).text().equals(":")) {
        colon++;
      }
      String first = document.lower(from);
      boolean stopped = first.equals("q.") || first.equals("a.");
      boolean known = QUESTION.contains(first) || ANSWER.contains(first);
      if (known && (stopped || from + 1 < whole.to() && ":.".contains(document.token(from + 1).text()))) {
        int mark = stopped ? from : from + 1;
        return line(QUESTION.contains(first) ? Kind.QUESTION : Kind.ANSWER, from, from + 1, mark, paragraph, whole);
      }
      if (colon >= whole.to()) {
        return nameEnd(from, colon) == colon ? heading(whole, paragraph) : null;
      }
      int to = document.token(colon).text().equals(":") ? nameEnd(from, colon) : -1;
      return to < 0 ? null : line(Kind.NAME, from, to, colon, paragraph, whole);
    }

    /** A transcript that is quoted as a whole opens each line with a mark. */
    private Piece unmarked(Piece paragraph) {
      boolean marked = paragraph.to() - paragraph.from() > 1 && OPENING.contains(document.token(paragraph.from()).text());
      return marked ? new Piece(paragraph.from() + 1, paragraph.to()) : paragraph;
    }

    /** A quotation that fills its paragraph but for a dash and a name. */
    private SpokenLine signed(Piece whole, int paragraph) {
      int end = whole.to() > whole.from() && document.token(whole.to() - 1).text().equals(".") ? whole.to() - 1 : whole.to();
      int dash = end - 1;
      while (dash > whole.from() && end - dash <= MOST_WORDS && !DASHES.contains(document.token(dash).text())) {
        dash--;
      }
      boolean quotation = dash > whole.from() + 2 && DASHES.contains(document.token(dash).text())
          && MARKS.contains(document.token(whole.from()).text()) && MARKS.contains(document.token(dash - 1).text());
      if (!quotation || dash + 1 >= end || nameEnd(dash + 1, end) != end) {
        return null;
      }
      Piece content = mending.edged(new Piece(whole.from() + 1, dash - 1));
      return content == null ? null : line(Kind.SIGNED, new Piece(dash + 1, end), new Piece(dash, dash + 1), content, paragraph);
    }

    /** A name that stands alone on its line speaks the next one. */
    private SpokenLine heading(Piece name, int paragraph) {
      Piece content = paragraph + 1 < paragraphs.size() ? paragraph(paragraph + 1) : null;
      return content == null ? null : line(Kind.HEADING, name, null, content, paragraph + 1);
    }

    private SpokenLine line(Kind kind, int from, int to, int colon, int paragraph, Piece whole) {
      Piece content = colon + 1 >= whole.to() ? null : mending.edged(new Piece(colon + 1, whole.to()));
      return content == null ? null : line(kind, new Piece(from, to), new Piece(colon, colon + 1), content, paragraph);
    }

    private SpokenLine line(Kind kind, Piece label, Piece colon, Piece content, int paragraph) {
      return new SpokenLine(kind, label, colon, content, paragraph, document.lower(label.to() - 1), label.to() - label.from(),
          phrases.verbFrom(content.from(), content.to()) != null);
    }

    /** Index behind the name that fills the label, but for an office in brackets or behind a comma; -1 where it is none. */
    private int nameEnd(int from, int colon) {
      int to = from;
      while (to < colon && to - from < MOST_WORDS) {
        Token token = document.token(to);
        boolean letters = Character.isLetter(token.text().codePointAt(0));
        if (!letters || !token.capitalised() && (to == from || !PARTICLES.contains(token.lower())) || NO_NAMES.contains(token.lower())) {
          break;
        }
        to++;
      }
      boolean office = to < colon && (document.lower(to).equals("(") || document.lower(to).equals(","));
      return to > from && (to == colon || office) ? to : -1;
    }
  }
}
