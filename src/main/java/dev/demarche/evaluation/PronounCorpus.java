package dev.demarche.evaluation;

import dev.demarche.evaluation.PronounQuestion.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A corpus in the form of GAP (K. Webster et al., Mind the GAP: A Balanced Corpus of Gendered Ambiguous Pronouns, TACL 6, 2018): a heading, then
 * a row a line, its cells parted by tabs: ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B, B-offset, B-coref, and more, which is passed
 * over. Offsets count code points.
 */
public final class PronounCorpus {
  private static final int CELLS = 10;
  private static final Map<String, Boolean> FEMININE = Map.of("she", true, "her", true, "hers", true, "he", false, "him", false, "his", false);

  private PronounCorpus() {}

  /**
   * The rows of {@code file}, in their order; at least one.
   *
   * @throws EvaluationException naming file and line, if the file is no such corpus
   */
  public static List<PronounQuestion> read(Path file) {
    List<String> lines = TextFile.lines(file);
    if (lines.isEmpty() || !lines.get(0).startsWith("ID\tText\tPronoun\t")) {
      throw new EvaluationException(file + ":1: the line is no heading of GAP; write ID<TAB>Text<TAB>Pronoun<TAB>Pronoun-offset<TAB>A<TAB>A-offset"
          + "<TAB>A-coref<TAB>B<TAB>B-offset<TAB>B-coref");
    }
    List<PronounQuestion> questions = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      questions.add(question(file + ":" + (i + 1), lines.get(i).split("\t", -1)));
    }
    if (questions.isEmpty()) {
      throw new EvaluationException(file + ": the file holds no row under its heading; write one a line");
    }
    return questions;
  }

  private static PronounQuestion question(String place, String[] cells) {
    if (cells.length < CELLS) {
      throw new EvaluationException(place + ": the line has " + cells.length + " cells; write " + CELLS + " or more, parted by tabs");
    }
    Boolean feminine = FEMININE.get(cells[2].toLowerCase(Locale.ROOT));
    if (feminine == null) {
      throw new EvaluationException(place + ": Pronoun is \"" + cells[2] + "\"; write one of she, her, hers, he, him, his");
    }
    boolean a = truth(place, "A-coref", cells[6]);
    boolean b = truth(place, "B-coref", cells[9]);
    if (a && b) {
      throw new EvaluationException(place + ": A-coref and B-coref are both TRUE; a pronoun means one of them at most");
    }
    return new PronounQuestion(cells[0], cells[1], range(place, "Pronoun", cells, 2), range(place, "A", cells, 4), range(place, "B", cells, 7),
        a ? Answer.A : b ? Answer.B : Answer.NEITHER, feminine);
  }

  private static boolean truth(String place, String field, String cell) {
    if (!cell.equalsIgnoreCase("true") && !cell.equalsIgnoreCase("false")) {
      throw new EvaluationException(place + ": " + field + " is \"" + cell + "\"; write TRUE or FALSE");
    }
    return cell.equalsIgnoreCase("true");
  }

  private static Range range(String place, String field, String[] cells, int column) {
    String text = cells[1];
    String words = cells[column];
    int points = cells[column + 1].matches("\\d{1,9}") ? Integer.parseInt(cells[column + 1]) : -1;
    int begin = points < 0 || points > text.codePointCount(0, text.length()) ? -1 : text.offsetByCodePoints(0, points);
    if (begin < 0 || words.isEmpty() || !text.startsWith(words, begin)) {
      throw new EvaluationException(place + ": " + field + " \"" + words + "\" does not stand at " + cells[column + 1]
          + "; write its offset in the text, in code points");
    }
    return new Range(begin, begin + words.length());
  }
}
