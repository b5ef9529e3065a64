package dev.demarche.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.demarche.domain.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "rejected, rejects rejecting REJECT     | reject",
      "denies denied deny denying             | deni",
      "accuses accused accusing               | accus",
      "planned plans planning plan            | plan",
      "passes passed pass                     | pas",
      "cities city                            | citi",
      "the king's needs need speed            | king need speed",
      "would not, won\u2019t, can't, never, cannot | not",
      "'We'll talk,' he said                  | talk",
      "it will be                             | be it will",
      "5,000 men in 2011                      | 2011 5000 men",
      "Three of 4.5 percent, forty            | 3 4.5 40 percent",
      "took taken taking take                 | tak",
      "\u041d\u0435\u0442 \u043c\u0438\u0440\u0443 | \u043c\u0438\u0440\u0443 \u043d\u0435\u0442",
  })
  void contentWordsAreSortedAndWithoutEndings(String evidence, String words) {
    assertThat(Wording.of(List.of(new Span(0, evidence.length(), evidence)), null)).isEqualTo(List.of(words.split(" ")));
  }

  @Test
  void whoSpeaksIsNotPartOfTheWords() {
    assertThat(Wording.of(List.of(new Span(0, 21, "Norland's army leaves")), "Norland")).containsExactly("armi", "leav");
  }

  @Test
  void evidenceInPiecesIsOneSetOfWords() {
    assertThat(Wording.of(List.of(new Span(0, 5, "talks"), new Span(9, 19, "talk steel")), null)).containsExactly("steel", "talk");
  }

  @Test
  void veryLongEvidenceIsBounded() {
    String text = IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(Wording.of(List.of(new Span(0, text.length(), text)), null)).hasSize(300).contains("w0", "w299").doesNotContain("w300");
  }

  @Test
  void diceIsTwiceTheCommonWordsByTheSumOfTheSizes() {
    assertThat(Wording.dice(List.of("a", "b", "c"), List.of("b", "c", "d", "e", "f"))).isEqualTo(0.5, within(1e-9));
    assertThat(Wording.dice(List.of(), List.of())).isEqualTo(1);
  }
}
