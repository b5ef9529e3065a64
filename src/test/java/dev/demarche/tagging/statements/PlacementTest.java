package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.text.TextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
      {S The U.S}. {Q said} {C it can't wait}.               # The U.S. | said | it can't wait
      {S Moe}-led Norway {Q said} {C no deal}.               # Moe-led | said | no deal
      {S He}\u2019s {Q said} {C it\u2019s over}.                      # He | said | it\u2019s over
      {S \ud83d\ude00 Moe} {Q said} {C caf\u00e9s are na\u00efve}. # \ud83d\ude00 Moe | said | caf\u00e9s are na\u00efve
      """)
  void wholeTokensStandForWordsHoweverTheyAreCut(String text, String report) {
    assertThat(Marked.text(text).reports()).containsExactly(report);
  }

  @Test
  void wordsOfAnotherTextAreRefused() {
    assertThatThrownBy(() -> new Placement(TextReader.read("a"), Words.of("b"))).isInstanceOf(IllegalArgumentException.class);
  }
}
