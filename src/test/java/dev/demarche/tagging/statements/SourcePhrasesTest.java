package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePhrasesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {S Lars Moe and Anna Lahti} {Q said} {C it was over}.                           | Lars Moe, Anna Lahti
      {S Lars Moe, Kari Vik and Anna Lahti} {Q said} {C it was over}.                 | Lars Moe, Kari Vik, Anna Lahti
      {S Lars Moe, the minister and party leader,} {Q said} {C it was over}.          | Lars Moe
      {S A spokesman for the ministry} {Q said} {C it was over}.                      | A spokesman
      {S The ministers of Norway and Finland} {Q said} {C it was over}.               | The ministers, Finland
      {S The minister's} {Q claim} {C that it was over} surprised everybody.          | The minister
      {S His} {Q claim} {C that it was over} surprised everybody.                     | His
      {S He} {Q said} {C it was over}.                                                | He
      {S Lars Moe} {Q said} {C it was over}, echoing Anna Lahti.                      | Lars Moe
      Norway's leader, Lars Moe, {S who} {Q said} {C it was over}, left.              | Lars Moe
      """)
  void aSourceIsReadAsItsNounPhrases(String text, String speakers) {
    assertThat(String.join(", ", Marked.text(text).speakers())).isEqualTo(speakers);
  }

  @Test
  void aSourceWithoutANounIsItsWords() {
    assertThat(Marked.text("{S Of the} {Q said} {C it was over}.").speakers()).hasSize(1);
  }
}
