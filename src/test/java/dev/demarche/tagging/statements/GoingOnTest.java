package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Quotations that the model leaves without a cue. */
class GoingOnTest {

  @Test
  void aQuotationGoesOnInTheNextSentence() {
    assertThat(Marked.text("{C \"It is cold,\"} {S Moe} {Q said}. \"We will sail tomorrow.\"").reports())
        .containsExactly("Moe | said | It is cold / We will sail tomorrow");
  }

  @Test
  void aParagraphInQuotationMarksBehindAQuotationIsItsSpeakers() {
    assertThat(Marked.text("{C \u201cIt is cold,\u201d} {S Moe} {Q said}.\n\n\u201cWe will sail.\u201d\n\n\u201cWe always do.\u201d").reports())
        .containsExactly("Moe | said | It is cold / We will sail / We always do");
  }

  @Test
  void aParagraphThatOpensWithAMarkGoesOnWithTheUnclosedOneBefore() {
    assertThat(Marked.text("{S Moe} {Q said}: {C \u201cIt is cold.}\n\n\u201cWe will sail.\n\n\u201cWe always do.\u201d Then he left.").reports())
        .containsExactly("Moe | said | It is cold / We will sail / We always do");
  }

  @Test
  void aQuotationBehindANarratedParagraphIsNoOnesWhoSpokeBefore() {
    assertThat(Marked.text("{C \"It is cold,\"} {S Moe} {Q said}.\n\nThe ship left the port at noon. It rained.\n\n\"We will sail now, all of us.\"").reports())
        .containsExactly("Moe | said | It is cold");
  }

  @Test
  void aQuotationBehindItsSpeakersOwnWordsGoesOnWithThem() {
    assertThat(Marked.text("{S Lars Moe} {Q said} {C it was cold}.\n\n\"That is why we will all stay here.\"").reports())
        .containsExactly("Lars Moe | said | it was cold / That is why we will all stay here");
  }

  @Test
  void whatIsNotQuotedDoesNotGoOnWithAQuotation() {
    assertThat(Marked.text("The port closed when it {Q was said} {C that it was cold}.\n\n\"Ice and snow.\"").reports()).containsExactly("- | was said | that it was cold");
  }

  @Test
  void aSpeakersActBeforeAQuotationNamesHim() {
    assertThat(Marked.text("Anna Lahti shook her head. \"Nobody will sign such a paper.\"").reports())
        .containsExactly("Anna Lahti | - | Nobody will sign such a paper");
  }

  @Test
  void aContentWithoutCueStandsOnlyInQuotationMarks() {
    assertThat(Marked.text("{C \"The north wind will not stop us.\"} {C1 It was cold}.").reports())
        .containsExactly("- | - | The north wind will not stop us");
  }

  @Test
  void aQuotationThatTheModelLinksElsewhereStaysThere() {
    assertThat(Marked.text("{C1 \"It is cold,\"} {S1 Moe} {Q1 said}.\n\n{C \"We stay at home.\"}\n\n{C \"We sleep,\"} {S Lahti} {Q said}.").reports())
        .containsExactly("Moe | said | It is cold", "Lahti | said | We stay at home / We sleep");
  }
}
