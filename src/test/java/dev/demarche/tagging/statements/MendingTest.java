package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {S Moe} {Q said} {C the plan was "a gift}."                      | the plan was "a gift."
      {S Moe} {Q said} {C the plan was "a gift}" to all.               | the plan was "a gift"
      {S Moe} {Q said} the {C gift" was "} good.                       | gift" was
      {S Moe} {Q called} it "{C a gift" to the coast}.                 | "a gift" to the coast
      {S Moe} {Q said}: {C "Nothing is signed."}                       | Nothing is signed
      {S Moe} {Q asked}: "{C Is it signed?"}                           | Is it signed?
      {C \u201cIt is cold,}\u201d {S Moe} {Q said}.                      | It is cold
      {C It is cold ,} {S Moe} {Q said}.                               | It is cold
      {S Moe} {Q said} {C it is cold (and wet)}.                       | it is cold (and wet)
      {S Moe} {Q said} {C it is cold} , {C and wet}.                   | it is cold , and wet
      {S Moe} {Q said} {C that \u2018no one\u2019 knew}.                  | that \u2018no one\u2019 knew
      """)
  void aContentEndsAtWordsAndItsQuotationMarksComeInPairs(String text, String content) {
    assertThat(Marked.text(text).reports().get(0)).endsWith("| " + content);
  }

  @Test
  void piecesOnBothSidesOfTheCueStayApart() {
    assertThat(Marked.text("{C It is cold}, {S Moe} {Q said}, {C but we sail}.").reports())
        .containsExactly("Moe | said | It is cold / but we sail");
  }

  @Test
  void twoQuotationsSideBySideStayApart() {
    assertThat(Marked.text("{S Moe} {Q said}: {C \"We go.}\" \"{C We stay.\"}").reports()).containsExactly("Moe | said | We go / We stay");
  }

  @Test
  void aContentOverAParagraphsEndIsOneStatementOfTwoPieces() {
    assertThat(Marked.text("{S Moe} {Q said}: {C \u201cWe go}.\n\n\u201c{C We stay\u201d}.").reports())
        .containsExactly("Moe | said | We go / We stay");
  }

  @Test
  void aColonIsACueAndNoMereMark() {
    assertThat(Marked.text("{S Moe}{Q :} {C we go}").reports()).containsExactly("Moe | : | we go");
  }

  @Test
  void marksAloneAreNoContent() {
    assertThat(Marked.text("{S Moe} {Q said} {C \".\"} and left.").reports()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {S Moe} {Q said} {C it was over}.                     | INDIRECT
      {S Moe} {Q said} {C it wasn\u2019t the workers\u2019 day}. | INDIRECT
      {S Moe} {Q said} {C it was "over"}.                   | MIXED
      {S Moe} {Q said}: {C "It is over."}                   | DIRECT
      {S Moe} {Q said}: {C 'It is over.'}                   | DIRECT
      {S Moe} {Q said}: {C \u00abIt is over.\u00bb}           | DIRECT
      {S Moe} {Q said}: {C \u201eIt is over.\u201c}           | DIRECT
      """)
  void theKindComesFromTheQuotationMarks(String text, StatementKind kind) {
    Marked marked = Marked.text(text);
    assertThat(marked.found().get(0).kind(marked.document())).isEqualTo(kind);
  }
}
