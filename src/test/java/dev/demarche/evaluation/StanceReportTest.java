package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StanceReportTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ReadStance stance(String holder, String act, int polarity, String target) {
    return new ReadStance(List.of(holder), target == null ? List.of() : List.of(target), act, polarity, "");
  }

  @Test
  void theFirstActAboutThePairAnswers() throws IOException {
    List<StanceQuestion> corpus = StanceCorpus.plover(file("acts.tsv", """
        id\tsentence\tsource\ttarget\tact
        1\tNorway freed two Finns.\tNorway\ttwo Finns\tYIELD
        2\t"Finland said ""no"" to Norway."\tFinland\tNorway\tREJECT
        3\tNothing is known.\tNorway\tFinland\tAID
        """));
    assertThat(corpus.get(1).text()).isEqualTo("Finland said \"no\" to Norway.");
    StanceReport report = StanceReport.acts(corpus, Map.of(
        "plover-0", List.of(stance("Finland", "ACCUSE", -1, "Norway"), stance("the Norway", "CONCEDE", 1, null)),
        "plover-1", List.of(stance("Finland", "STATE", 0, "Norway"), stance("Finland", "REJECT", -1, "Norway"))), Bootstrap.STANDARD, 5);
    assertThat(report.accuracy().value()).isEqualTo(2 / 3.0);
    assertThat(report.macroF1().value()).isEqualTo(2 / 3.0);
    assertThat(report.tagged()).isEqualTo(2);
    assertThat(report.missed()).containsExactly("NONE for AID | Norway -> Finland | Nothing is known.");
  }

  @Test
  void thePolarityAnswersWhoIsForOrAgainstWhom() throws IOException {
    List<StanceQuestion> corpus = StanceCorpus.directed(file("valid.txt", "[Ada Quill] blames [Bo Lind].\tAda Quill\tBo Lind\t3\n"
        + "[Ada Quill] is praised by [Bo Lind].\tAda Quill\tBo Lind\t2\n[Ada Quill] met [Bo Lind].\tAda Quill\tBo Lind\t0\n"));
    assertThat(corpus.get(0).text()).isEqualTo("Ada Quill blames Bo Lind.");
    StanceReport report = StanceReport.attitudes(corpus, Map.of("directed-0", List.of(stance("Quill", "STATE", -1, "Bo Lind")),
        "directed-1", List.of(stance("Bo Lind", "SUPPORT", 1, "Ada Quill")),
        "directed-2", List.of(stance("Ada Quill", "CONSULT", 0, "Bo Lind"))), Bootstrap.STANDARD, 5);
    assertThat(report.accuracy().value()).isEqualTo(1);
    assertThat(report.missed()).isEmpty();
  }

  @Test
  void aFileOfAnotherFormIsTold() throws IOException {
    Path wrong = file("wrong.tsv", "a\tb\n");
    assertThatThrownBy(() -> StanceCorpus.plover(wrong)).hasMessageContaining("names no columns");
    Path other = file("other.txt", "x\tp\tq\t9\n");
    assertThatThrownBy(() -> StanceCorpus.directed(other)).hasMessageContaining("write 0 to 4");
  }
}
