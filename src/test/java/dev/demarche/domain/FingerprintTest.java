package dev.demarche.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static final String WHOLE = text(1, 600);

  @Test
  void aTextCutToAThirdIsACopyOfTheWhole() {
    assertThat(copies(WHOLE, words(WHOLE, 0, 200))).isTrue();
    assertThat(copies(words(WHOLE, 400, 600), WHOLE)).isTrue();
  }

  @Test
  void aHeadAndATailOfAnotherHandDoNotHideACopy() {
    assertThat(copies(WHOLE, text(2, 30) + " " + WHOLE + " " + text(3, 60))).isTrue();
  }

  @Test
  void anEighthOfTheWordsChangedLeavesACopy() {
    String[] words = WHOLE.split(" ");
    for (int i = 0; i < words.length; i += 8) {
      words[i] = "other" + i;
    }
    assertThat(copies(WHOLE, String.join(" ", words))).isTrue();
  }

  @Test
  void aQuotationInCommonMakesNoCopy() {
    String quotation = text(9, 40);
    assertThat(copies(text(2, 260) + " " + quotation, text(3, 300) + " " + quotation)).isFalse();
  }

  @Test
  void aShortPhraseWithinALongTextMakesNoCopy() {
    assertThat(copies(words(WHOLE, 10, 18), WHOLE)).isFalse();
  }

  @Test
  void shortTextsAreCopiesWhereTheyAreTheSame() {
    assertThat(copies("Norland says no.", "NORLAND says: no")).isTrue();
    assertThat(copies("no", "No!")).isTrue();
    assertThat(copies("Norland says no.", "Sudria says no.")).isFalse();
  }

  @Test
  void withoutAWordNothingIsACopy() {
    assertThat(copies("...", "...")).isFalse();
  }

  @Test
  void saysAboutHowLongATextIs() {
    assertThat(Fingerprint.of(text(4, 5_000)).shingles()).isBetween(3_500, 6_500);
    assertThat(Fingerprint.of("one two three four").shingles()).isEqualTo(2);
  }

  @Test
  void isReadAsItWasWrittenInAFewHundredBytes() {
    Fingerprint print = Fingerprint.of(WHOLE);
    assertThat(Fingerprint.decode(print.encoded())).isEqualTo(print);
    assertThat(Base64.getDecoder().decode(print.encoded())).hasSize(385);
  }

  @Test
  void whatAnOlderVersionWroteShowsNoCopy() {
    String older = Base64.getEncoder().encodeToString(new byte[128]);
    assertThat(Fingerprint.copies(older, older)).isFalse();
    assertThat(Fingerprint.copies(older, Fingerprint.of(WHOLE).encoded())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "Ag==AA", "AAAA", "AgAAAAEAAAAB"})
  void whatIsNoFingerprintIsRefused(String encoded) {
    assertThatThrownBy(() -> Fingerprint.decode(encoded)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Fingerprint.read(encoded)).isNull();
  }

  @Test
  void theIndexFindsCopiesAmongMany() {
    CopyIndex index = new CopyIndex();
    for (int i = 0; i < 300; i++) {
      assertThat(index.add(Fingerprint.of(text(100 + i, 300)))).isEqualTo(i);
    }
    assertThat(index.copiesOf(Fingerprint.of(words(text(250, 300), 0, 100)))).isEqualTo(List.of(150));
    index.remove(150);
    assertThat(index.copiesOf(Fingerprint.of(text(250, 300)))).isEmpty();
    assertThat(index.size()).isEqualTo(299);
  }

  private static String text(long seed, int words) {
    return new Random(seed).ints(words, 0, 5_000).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
  }

  private static String words(String text, int from, int to) {
    return String.join(" ", Arrays.asList(text.split(" ")).subList(from, to));
  }

  private static boolean copies(String one, String other) {
    return Fingerprint.copies(Fingerprint.of(one).encoded(), Fingerprint.of(other).encoded());
  }
}
