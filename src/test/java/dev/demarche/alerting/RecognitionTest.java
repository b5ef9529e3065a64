package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Houses;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On made-up pairs: the same utterance told in two ways, and two utterances that sound alike. */
class RecognitionTest {
  private final Recognition recognition = new Recognition(Houses.PLAIN);

  @Test
  void tellsUtterancesApartAsOftenAsIsWrittenDown() throws Exception {
    List<String> merged = new ArrayList<>();
    List<String> parted = new ArrayList<>();
    int same = 0;
    int right = 0;
    for (String[] pair : pairs()) {
      boolean one = one(pair[2], pair[3], pair[4]) && one(pair[2], pair[4], pair[3]);
      boolean either = one(pair[2], pair[3], pair[4]) || one(pair[2], pair[4], pair[3]);
      if (pair[0].equals("same")) {
        same++;
        right += one ? 1 : 0;
        if (!one) {
          parted.add(String.join("|", pair));
        }
      } else if (either) {
        merged.add(String.join("|", pair));
      }
    }
    double precision = (double) right / (right + merged.size());
    double recall = (double) right / same;
    assertThat(precision).as("merged %s", merged).isGreaterThanOrEqualTo(0.94);
    assertThat(recall).as("parted %s", parted).isGreaterThanOrEqualTo(0.94);
  }

  private boolean one(String who, String first, String second) {
    Utterances open = recognition.recognise(report().who(who, null).words(first).hit(), null).next();
    return !recognition.recognise(report().article("a2").who(who, null).words(second).hit(), open).first();
  }

  private static List<String[]> pairs() throws Exception {
    try (InputStream in = RecognitionTest.class.getResourceAsStream("utterances.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).toList();
    }
  }
}
