package dev.demarche.evaluation;

import static dev.demarche.evaluation.StatementMeasure.CONTENT_EXACT;
import static dev.demarche.evaluation.StatementMeasure.CONTENT_OVERLAP;
import static dev.demarche.evaluation.StatementMeasure.CONTENT_TOKEN;
import static dev.demarche.evaluation.StatementMeasure.DIRECT;
import static dev.demarche.evaluation.StatementMeasure.INDIRECT;
import static dev.demarche.evaluation.StatementMeasure.SOURCE_TOKEN;
import static dev.demarche.evaluation.StatementMeasure.STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementScorerTest {
  private static final String TEXT = "Ida Fenn, the mayor, said the gate was shut. \"Go home,\" said Tom.";
  private static final Attribution GATE = said("Ida Fenn, the mayor", "the gate was shut");
  private static final Attribution HOME = said("Tom", "Go home");

  private static Attribution said(String source, String... content) {
    return new Attribution(source == null ? List.of() : List.of(at(source)), List.of(), Arrays.stream(content).map(StatementScorerTest::at).toList());
  }

  private static Range at(String words) {
    return new Range(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
  }

  private static Tally<StatementMeasure> score(List<Attribution> gold, Attribution... found) {
    return StatementScorer.score(new AnnotatedArticle("a", TEXT, gold), List.of(found));
  }

  @Test
  void whatIsTheSameIsRight() {
    Tally<StatementMeasure> tally = score(List.of(GATE, HOME), HOME, GATE);
    assertThat(tally.of(STATEMENT)).isEqualTo(new Counts(2, 0, 0));
    assertThat(tally.of(CONTENT_TOKEN)).isEqualTo(new Counts(6, 0, 0));
    assertThat(tally.of(DIRECT)).isEqualTo(new Counts(1, 0, 0));
    assertThat(tally.missed()).isEmpty();
  }

  @Test
  void nothingFoundIsAllMissed() {
    Tally<StatementMeasure> tally = score(List.of(GATE, HOME));
    assertThat(tally.of(STATEMENT)).isEqualTo(new Counts(0, 0, 2));
    assertThat(tally.of(INDIRECT)).isEqualTo(new Counts(0, 0, 1));
    assertThat(tally.missed().get(1)).isEqualTo("missed a [direct]\n   source: Tom\n   cue: \n   content: Go home");
  }

  @Test
  void halfOfAContentIsAnOverlapButNotExact() {
    Tally<StatementMeasure> tally = score(List.of(GATE), said("Ida Fenn", "the gate"));
    assertThat(tally.of(CONTENT_OVERLAP)).isEqualTo(new Counts(1, 0, 0));
    assertThat(tally.of(CONTENT_EXACT)).isEqualTo(new Counts(0, 1, 1));
    assertThat(tally.of(CONTENT_TOKEN)).isEqualTo(new Counts(2, 0, 2));
  }

  @Test
  void theSourceNeedsHalfOfTheShorterOne() {
    assertThat(score(List.of(GATE), said("Fenn", "the gate was shut")).of(STATEMENT)).isEqualTo(new Counts(1, 0, 0));
    assertThat(score(List.of(GATE), said("Tom", "the gate was shut")).of(STATEMENT)).isEqualTo(new Counts(0, 1, 1));
    assertThat(score(List.of(GATE), said(null, "the gate was shut")).of(STATEMENT)).isEqualTo(new Counts(0, 1, 1));
    assertThat(score(List.of(said(null, "Go home")), said(null, "Go home")).of(STATEMENT)).isEqualTo(new Counts(1, 0, 0));
  }

  @Test
  void aWholeParagraphIsNoSource() {
    assertThat(score(List.of(HOME), said(TEXT, "Go home")).of(STATEMENT)).isEqualTo(new Counts(1, 0, 0));
    String longer = "Tom said on " + "and on ".repeat(20) + "that it rains";
    Attribution gold = new Attribution(List.of(new Range(0, 3)), List.of(), List.of(new Range(longer.length() - 8, longer.length())));
    Attribution found = new Attribution(List.of(new Range(0, longer.length())), List.of(), gold.content());
    assertThat(StatementScorer.score(new AnnotatedArticle("a", longer, List.of(gold)), List.of(found)).of(STATEMENT)).isEqualTo(new Counts(0, 1, 1));
  }

  @Test
  void aStatementWithoutContentIsAFalseOneAndItsSourceDoesNotCount() {
    Tally<StatementMeasure> tally = score(List.of(HOME), HOME, said("Ida Fenn"));
    assertThat(tally.of(STATEMENT)).isEqualTo(new Counts(1, 1, 0));
    assertThat(tally.of(SOURCE_TOKEN)).isEqualTo(new Counts(1, 0, 0));
  }

  @Test
  void eachExactContentCountsOnce() {
    assertThat(score(List.of(HOME), HOME, HOME).of(CONTENT_EXACT)).isEqualTo(new Counts(1, 1, 0));
    assertThat(score(List.of(HOME, HOME), HOME).of(CONTENT_EXACT)).isEqualTo(new Counts(1, 0, 1));
  }

  @Test
  void piecesOfOneContentAreOneContent() {
    assertThat(score(List.of(said("Tom", "the gate", "Go home")), said("Tom", "Go home", "the gate")).of(CONTENT_EXACT)).isEqualTo(new Counts(1, 0, 0));
  }
}
