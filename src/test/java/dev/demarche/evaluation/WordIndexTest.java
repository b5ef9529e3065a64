package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.StatementKind;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordIndexTest {

  private static String touched(String text, int begin, int end) {
    WordIndex words = new WordIndex(text);
    return words.show(words.touchedBy(List.of(new Range(begin, end))));
  }

  private static StatementKind kind(String text) {
    WordIndex words = new WordIndex(text);
    BitSet all = words.touchedBy(List.of(new Range(0, text.length())));
    return words.kind(all);
  }

  @Test
  void wordsAreRunsOfLettersNumbersAndUnderscores() {
    assertThat(touched("It\u2019s 10\u00bd_km, \u00c9va \u2014 \ud83d\ude00 \ud835\udc00b!", 0, 99)).isEqualTo("It s 10\u00bd_km \u00c9va \ud835\udc00b");
    assertThat(touched("di\u0301ry", 0, 9)).isEqualTo("di ry");
  }

  @Test
  void aSpanTouchesAWordByAnyPartOfIt() {
    assertThat(touched("one two three", 2, 5)).isEqualTo("one two");
    assertThat(touched("one two three", 3, 4)).isEmpty();
    assertThat(touched("one two three", 5, 5)).isEqualTo("two");
    assertThat(touched("one two three", 9, 99)).isEqualTo("three");
    assertThat(touched("one two three", 50, 99)).isEmpty();
  }

  @Test
  void halfASurrogatePairAtAnEndIsOutside() {
    assertThat(touched("a \ud835\udc00b", 0, 3)).isEqualTo("a");
    assertThat(touched("a \ud835\udc00b", 3, 4)).isEqualTo("\ud835\udc00b");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
      "\"all of it\" ; DIRECT",
      "none of it ; INDIRECT",
      "some \"of it\" ; MIXED",
      "\u201call\" of it\u201d ; MIXED",
      "\u201call \u201cof it\u201d ; DIRECT",
      "it\u201d is none ; INDIRECT",
      "~\"all\n\"of it~ ; DIRECT",
      "~\"all\nof it~ ; MIXED",
      "\u00abno mark of these\u00bb ; INDIRECT"})
  void straightMarksToggleCurlyOnesOpenAndCloseAndLinesEndAQuotation(String text, StatementKind kind) {
    assertThat(kind(text)).isEqualTo(kind);
  }
}
