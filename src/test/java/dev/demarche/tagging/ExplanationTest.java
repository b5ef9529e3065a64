package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {L Norway} rejected the plan.                                      | Norway               | CATALOGUE
      Oslo rejected the plan.                                            | Oslo                 | CAPITAL_ACTS
      The ship arrived in Oslo.                                          | Oslo                 | CAPITAL_PLACE
      The Storting has spoken.                                           | Storting             | SEAT
      The Norwegians stayed at home.                                     | Norwegians           | PEOPLE
      Norwegian officials stayed at home.                                | Norwegian officials  | BODY: Norway
      The Finnish president resigned.                                    | The Finnish president | OFFICE_AT_DATE: Finland: president
      Mr. {P Moe} resigned.                                              | Moe                  | CATALOGUE_SURNAME
      Finance chief {P Ingrid Solberg} resigned.                         | Ingrid Solberg       | NEW_NAME
      {P Ingrid Solberg} resigned. Then {P Solberg} left.                | Solberg              | SURNAME: Ingrid Solberg
      The {O Baltic Fish Council} met. The {O BFC} was tired.            | BFC                  | ACRONYM: Baltic Fish Council
      Minister {P Ingrid Solberg} resigned. She was tired.               | She                  | PRONOUN: Ingrid Solberg
      Rain fell on the harbour. She was tired.                           | She                  | NOBODY
      """)
  void aMentionTellsWhyItHasItsName(String text, String words, String reason) {
    var mention = explain(text).mentions().stream().filter(one -> one.span().text().equals(words)).findFirst().orElseThrow();
    assertThat(mention.reason().ground() + (mention.reason().from() == null ? "" : ": " + mention.reason().from())).isEqualTo(reason);
  }

  @Test
  void mentionsOfOneActorAreOneChain() {
    assertThat(explain("{P Ingrid Solberg} met {P Lars Moe}. {P Solberg} was tired.").mentions()).extracting(Explanation.Mention::chain)
        .containsExactly(1, 2, 1);
  }

  @Test
  void aSpeakerIsInTheChainOfHisMentions() {
    Explanation explanation = explain("{P Lars Moe} was tired. {S {P Moe}} {Q said} {C the harbour would stay open}.".replace("{S {P Moe}}", "{S Moe}"));
    assertThat(explanation.speakers()).extracting(one -> one.chain() + " " + one.name()).isEqualTo(List.of("1 Lars Moe"));
  }

  @Test
  void aStatementWithoutASourceSaysSo() {
    assertThat(explain("{C The harbour would stay open}, it was {Q said}.").speakers()).extracting(one -> one.chain() + " " + one.reason().ground())
        .isEqualTo(List.of("0 NO_SOURCE"));
  }

  @Test
  void theArticleIsTaggedAsEver() {
    String text = "{S Norwegian officials} {Q said} {C the harbour would stay open}. {S They} {Q hoped} {C for rain}.";
    assertThat(explain(text).article()).isEqualTo(Fixture.tag(text));
  }

  private static Explanation explain(String marked) {
    return Fixture.tagger(marked, Fixture.ACTORS, Fixture.ISSUES).explain(Fixture.article(marked));
  }
}
