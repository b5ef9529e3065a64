package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts in which a line opens with who speaks. */
class SpokenLinesTest {

  @Test
  void namesBeforeColonsSpeakTheirLines() {
    assertThat(Marked.text("{P Lars Moe}: The port will open.\n\n{P Anna Lahti}: We do not believe it.").reports())
        .containsExactly("Lars Moe | : | The port will open", "Anna Lahti | : | We do not believe it");
  }

  @Test
  void whoSpeaksTwiceNeedsNoModelToBeAName() {
    assertThat(Marked.text("Lars Moe (minister): The port will open.\nReporter Vik: When will it open?\nMoe: It opens soon.").reports())
        .containsExactly("Lars Moe | : | The port will open", "Moe | : | It opens soon");
  }

  @Test
  void aTranscriptThatIsQuotedAsAWholeIsReadLikeAnother() {
    assertThat(Marked.text("\u201c{P Lars Moe}: The port will open.\n\n\u201c{P Anna Lahti}: We do not believe it.\u201d").reports())
        .containsExactly("Lars Moe | : | The port will open", "Anna Lahti | : | We do not believe it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u201cThe port will open.\u201d \u2015 {P Lars Moe}", "\"The port will open.\" - Lars Moe.",
      "\u201cThe port will open.\u201d\u2014{P Lars Moe}"})
  void aNameBehindADashSignsAQuotation(String text) {
    assertThat(Marked.text("Readers wrote to us.\n" + text).reports()).extracting(line -> line.replaceAll("\\| \\S+ \\|", "|"))
        .containsExactly("Lars Moe | The port will open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u201cThe port\u201d - Oslo's new film - opens", "\u201cThe port will open\u201d - on Monday", "The port will open - {P Lars Moe}"})
  void aDashAloneSignsNothing(String text) {
    assertThat(Marked.text(text).reports()).isEmpty();
  }

  @Test
  void questionsHaveNoNameAndAnswersThatOfTheOnlyPersonBefore() {
    assertThat(Marked.text("We met {P Anna Lahti} in Turku. {P Lahti} was late.\n\nQ: Will the port open?\n\nA: Yes, in May.\n\nIt is ready.\n\n"
        + "Q: Who pays?\n\nA: We do.").reports()).containsExactly("- | : | Will the port open?", "Anna Lahti | : | Yes, in May / It is ready",
        "- | : | Who pays?", "Anna Lahti | : | We do");
  }

  @Test
  void answersOfOneOfSeveralPeopleHaveNoName() {
    assertThat(Marked.text("{P Anna Lahti} met {P Lars Moe}.\n\nQ. Will it open?\nA. Yes, it will.").reports())
        .containsExactly("- | Q. | Will it open?", "- | A. | Yes, it will");
  }

  @Test
  void namesOnLinesOfTheirOwnSpeakTheNextIfOneDoesSoTwice() {
    assertThat(Marked.text("{P Lars Moe}\nThe port will open.\n\n{P Anna Lahti}\nWhen will it open?\n\n{P Lars Moe}\nIt opens soon.").reports())
        .containsExactly("Lars Moe | - | The port will open", "Anna Lahti | - | When will it open?", "Lars Moe | - | It opens soon");
  }

  @Test
  void aLinesOwnStatementIsNotDoubled() {
    assertThat(Marked.text("{S Lars Moe}{Q :} {C The port will open}.\n{P Anna Lahti}: It will not.\nLars Moe: It will.").reports())
        .containsExactly("Lars Moe | : | The port will open", "Anna Lahti | : | It will not", "Lars Moe | : | It will");
  }

  @Test
  void whatALineSaysThatAnotherSaidStaysWithinIt() {
    assertThat(Marked.text("{P Lars Moe}: {S Oslo} {Q said} {C the port will open}.\n\n{P Anna Lahti}: It will not.").reports())
        .containsExactly("Lars Moe | : | Oslo said the port will open", "Oslo | said | the port will open", "Anna Lahti | : | It will not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{P Lars Moe}: The port will open.", "Note: The port is closed.\nNote: The road is closed.",
      "Monday: It rains.\nMonday: It snows.", "New York: The port opens.\nOld York: The port closes.", "{P Lars Moe}: 23 votes\n{P Anna Lahti}: 40 votes",
      "{P Lars Moe}\nMinister\n{P Anna Lahti}\nShe is president.", "The plan: It will open.\nThe plan: It will close.", "Q: Will it open?\nQ: Will it close?"})
  void oneLineAloneAndLabelsOfThingsAreNoSpeech(String text) {
    assertThat(Marked.text(text).reports()).isEmpty();
  }
}
