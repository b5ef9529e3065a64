package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.evaluation.Bootstrap;
import dev.demarche.evaluation.Evaluation;
import dev.demarche.evaluation.IobSentence;
import dev.demarche.evaluation.MentionCorpus;
import dev.demarche.evaluation.Report;
import dev.demarche.evaluation.StatementCorpus;
import dev.demarche.evaluation.TaggedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures as they are printed. What is due was printed by the scorers that come with the annotated data, for the same files. */
class ReportTextTest {
  static final Path MADE = Path.of("src/test/resources/evaluation");

  static String statements(Path corpus, Path tagged, int errors) {
    return ReportText.of(Evaluation.statements(StatementCorpus.read(corpus), TaggedFile.statements(tagged), Bootstrap.STANDARD, errors));
  }

  static String mentions(Path corpus, Path tagged, int errors) {
    return ReportText.of(Evaluation.mentions(MentionCorpus.read(corpus), TaggedFile.mentions(tagged), Bootstrap.STANDARD, errors));
  }

  /** What a report says, without how it is laid out: no intervals, no number of annotated ones, single spaces. */
  static List<String> said(Stream<String> lines) {
    return lines.map(line -> line.replaceAll("\\[\\d[^]]*\\]", "").replaceAll("^([a-zA-Z/]+ .*R \\d\\.\\d+.*)\\(.*\\)$", "$1").replaceAll("\\s+", " ").strip())
        .toList();
  }

  @Test
  void statementsHaveTheFiguresThatAreDue() throws IOException {
    assertThat(said(statements(MADE.resolve("statements"), MADE.resolve("statements.jsonl"), 0).lines()))
        .isEqualTo(said(Files.lines(MADE.resolve("statements.expected.txt"))));
  }

  @ParameterizedTest
  @CsvSource({"crossner.txt, crossner", "uner.iob2, uner"})
  void mentionsHaveTheFiguresThatAreDue(String corpus, String name) throws IOException {
    assertThat(said(mentions(MADE.resolve(corpus), MADE.resolve(name + ".jsonl"), 0).lines().skip(1)))
        .isEqualTo(said(Files.lines(MADE.resolve(name + ".expected.txt"))));
  }

  @Test
  void aScoreIsALineWithTheIntervalOfF1() {
    Report report = Evaluation.mentions(List.of(new IobSentence("s", List.of("\u0007", "Ada"), List.of("O", "B-PER"))), Map.of(), Bootstrap.STANDARD, 1);
    assertThat(ReportText.of(report).lines()).startsWith("missed [Ada=PERSON] extra [] in: \ufffd Ada", "sentences 1 (tagged 0), gold mentions 1, found 0",
        "PERSON          P 0.000  R 0.000  F1 0.000  [0.000, 0.000]  (1 gold)");
  }

  @ParameterizedTest
  @CsvSource({"0.0625, 0.062", "0.1875, 0.188", "0.0005, 0.001", "0.3125, 0.312", "1, 1.000", "0, 0.000"})
  void halvesAreRoundedToEvenFromTheExactValue(double figure, String printed) {
    assertThat(ReportText.value(figure)).isEqualTo(printed);
  }
}
