package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerSpeechTest {

  @Test
  void whatAnotherSaidIsAStatementOfItsOwn() {
    assertThat(Marked.text("{S Lahti} {Q said} {C that Norway had promised that the road would open}.").reports())
        .containsExactly("Lahti | said | that Norway had promised that the road would open", "Norway | had promised | that the road would open");
  }

  @Test
  void aHearerMayStandBetween() {
    assertThat(Marked.text("{C \"Norway told us that the road was safe, but it was not,\"} {S Lahti} {Q said}.").reports())
        .contains("Norway | told | that the road was safe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{S Lahti} {Q said} {C she said that the road was hers}.", "{S Lahti} {Q said} {C Norway never said that the road was safe}.",
      "{S Lahti} {Q said} {C Norway would say that the road was safe}.", "{S Lahti} {Q said} {C Norway said goodbye}.",
      "{S Lahti} {Q said} {C it was said that the road was safe}.", "{S Lahti} {Q said} {C I say that the road is safe}."})
  void deniedPossibleAndNobodysWordsAreNone(String text) {
    assertThat(Marked.text(text).reports()).hasSizeLessThanOrEqualTo(text.contains("she") ? 2 : 1);
  }

  @Test
  void whatTheModelGivesIsNotGivenAgain() {
    assertThat(Marked.text("{S Lahti} {Q said} {C Moe left after} {S1 Norway} {Q1 said} {C1 that it was late}.").reports()).hasSize(2);
  }
}
