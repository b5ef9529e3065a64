package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.evaluation.PronounQuestion.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PronounReportTest {
  private static final Path MADE = Path.of("src/test/resources/evaluation");
  private static final String HEADING = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\n";
  private static final PronounQuestion SHE = new PronounQuestion("1", "Ada met Bea. She won.", new Range(13, 16), new Range(0, 3), new Range(8, 11),
      Answer.A, true);

  @TempDir private Path folder;

  private static FoundActor name(int begin, int end, String name) {
    return new FoundActor(new Range(begin, end), name, false);
  }

  private static FoundActor pronoun(String name) {
    return new FoundActor(new Range(13, 16), name, true);
  }

  private static Answer answer(FoundActor... found) {
    return PronounScorer.answer(SHE, List.of(found));
  }

  @Test
  void theAnswerIsTheNameThatThePronounGot() {
    assertThat(answer(name(0, 3, "Ada Quill"), name(8, 11, "Bea Lind"), pronoun("Ada Quill"))).isEqualTo(Answer.A);
    assertThat(answer(name(0, 3, "Ada Quill"), name(8, 11, "Bea Lind"), pronoun("Bea Lind"))).isEqualTo(Answer.B);
  }

  @Test
  void unresolvedSomebodyElseAndBothAreNeither() {
    assertThat(answer(name(0, 3, "Ada Quill"))).isEqualTo(Answer.NEITHER);
    assertThat(answer(name(0, 3, "Ada Quill"), pronoun("Eva Moss"))).isEqualTo(Answer.NEITHER);
    assertThat(answer(name(0, 3, "Ada"), name(8, 11, "Ada"), pronoun("Ada"))).isEqualTo(Answer.NEITHER);
  }

  @Test
  void rowsAreCountedByGenderAndAnswer() {
    PronounReport report = PronounReport.of(PronounCorpus.read(MADE.resolve("gap.tsv")), TaggedFile.actors(MADE.resolve("gap.jsonl")),
        Bootstrap.STANDARD, 1);
    assertThat(report.accuracies()).extracting(accuracy -> accuracy.name() + " " + accuracy.right() + "/" + accuracy.of())
        .containsExactly("all 2/4", "feminine 2/2", "masculine 0/2", "answer a 1/2", "answer b 0/1", "answer neither 1/1");
    assertThat(report.tagged()).isEqualTo(3);
    assertThat(report.missed()).containsExactly(
        "made-2: he is B, found A (A Tom Ask, B Jon Lind) in: \ud83d\ude00 Tom Ask saw Jon Lind when he left.");
  }

  @Test
  void theBiasIsTheAccuracyOfSheThroughThatOfHe() {
    PronounQuestion he = new PronounQuestion("2", "Tom met Jon. Him won.", new Range(13, 16), new Range(0, 3), new Range(8, 11), Answer.A, false);
    List<FoundActor> right = List.of(name(0, 3, "X"), pronoun("X"));
    assertThat(PronounReport.of(List.of(SHE, he), Map.of("1", right, "2", right), Bootstrap.STANDARD, 0).bias().value()).isEqualTo(1);
    assertThat(PronounReport.of(List.of(SHE), Map.of("1", right), Bootstrap.STANDARD, 0).bias()).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1;Ada won.                                             | :2: the line has 2 cells; write 10 or more
      1;Ada met Bea. She won.;They;13;Ada;0;TRUE;Bea;8;FALSE | :2: Pronoun is "They"; write one of she,
      1;Ada met Bea. She won.;She;12;Ada;0;TRUE;Bea;8;FALSE  | :2: Pronoun "She" does not stand at 12; write its offset
      1;Ada met Bea. She won.;She;13;Ada;0;yes;Bea;8;FALSE   | :2: A-coref is "yes"; write TRUE or FALSE
      1;Ada met Bea. She won.;She;13;Ada;0;TRUE;Bea;8;TRUE   | :2: A-coref and B-coref are both TRUE""")
  void aBadRowIsTold(String row, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("gap.tsv"), HEADING + row.replace(';', '\t') + "\n");
    assertThatThrownBy(() -> PronounCorpus.read(file)).isInstanceOf(EvaluationException.class).hasMessageContaining(message);
  }

  @Test
  void aFileWithoutTheHeadingIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("other.tsv"), "Ada\tBea\n");
    assertThatThrownBy(() -> PronounCorpus.read(file)).isInstanceOf(EvaluationException.class).hasMessageContaining(":1: the line is no heading of GAP");
  }
}
