package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  @Test
  void marksStandAloneAndCombiningMarksStayWithTheirLetter() {
    assertThat(words("He won\u2019t, x_1 cafe\u0301\u2014\ud83d\ude00!")).containsExactly("He", "won", "\u2019", "t", ",", "x_1", "cafe\u0301", "\u2014",
        "\ud83d\ude00", "!");
  }

  @Test
  void noBreakSpacesAndSeparatorsAreBlanks() {
    assertThat(words("a\u00a0b\u2028c\u0085d\u001ce\u3000f")).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void aLineIsAParagraphAndAnEmptyOneIsNot() {
    Words words = Words.of("\n one two\n\n \nthree\r\nfour\u2028five");
    assertThat(IntStream.range(0, words.size()).map(words::paragraph)).containsExactly(0, 0, 1, 2, 2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "a \"b c\" d                    | b c \"",
      "a \u201cb\u201d c              | b \u201d",
      "\u201ea\u201c b \u201ec\u201d d | a \u201c c \u201d",
      "\u00aba\u00bb b \u00bbc\u00ab d | a \u00bb c \u00ab",
      "\u201d a \u201cb \u201cc\u201d d | b c \u201d",
      "\"a b                          | a b"})
  void wordsInsideQuotationMarksAreQuotedAndSoIsTheMarkThatCloses(String text, String quoted) {
    Words words = Words.of(text);
    String found = IntStream.range(0, words.size()).filter(words::quoted).mapToObj(words::word).collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(quoted);
  }

  @Test
  void aQuotationEndsWithItsParagraph() {
    Words words = Words.of("\"a\nb");
    assertThat(words.quoted(1)).isTrue();
    assertThat(words.quoted(2)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.demarche.tagging.encoder.RandomTexts#all")
  void wordsAreInOrderAndNothingButBlanksIsBetween(String text) {
    Words words = Words.of(text);
    int behind = 0;
    for (int i = 0; i < words.size(); i++) {
      assertThat(words.begin(i)).isGreaterThanOrEqualTo(behind);
      assertThat(words.end(i)).isGreaterThan(words.begin(i));
      assertThat(text.substring(behind, words.begin(i)).codePoints()).allMatch(Letters::space);
      assertThat(words.word(i)).isEqualTo(text.substring(words.begin(i), words.end(i)));
      behind = words.end(i);
    }
    assertThat(text.substring(behind).codePoints()).allMatch(Letters::space);
  }

  private static List<String> words(String text) {
    Words words = Words.of(text);
    return IntStream.range(0, words.size()).mapToObj(words::word).toList();
  }
}
