package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {S Lars Moe} {Q said} {C the harbour would stay open}.                       | Lars Moe        | said           | the harbour would stay open
      {C The ferries are late again}, {S Anna Lahti} {Q said}.                     | Anna Lahti      | said           | The ferries are late again
      {C "We are tired,"} {Q said} {S Anna Lahti, the Finnish president}, today.   | Anna Lahti      | said           | We are tired
      {Q According to} {S Anna Lahti}, {C the bridge is safe}.                     | Anna Lahti      | According to   | the bridge is safe
      {S Oslo} {Q insists} {C that the islands are Norwegian}.                     | Norway          | insists        | that the islands are Norwegian
      {S The Norwegian prime minister} {Q has claimed} {C that prices fall}.       | Lars Moe        | has claimed    | that prices fall
      {S A senior diplomat} {Q warned} {C that the ice was thin}.                  | senior diplomat | warned         | that the ice was thin
      Anna Lahti, {S who} {Q said} {C that it was empty}, left.                    | Anna Lahti      | said           | that it was empty
      """)
  void oneStatementWithItsSpeakerCueAndContent(String text, String speaker, String cue, String content) {
    List<Statement> found = Fixture.tag(text).statements();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).speaker()).isEqualTo(speaker);
    assertThat(found.get(0).cue().text()).isEqualTo(cue);
    assertThat(found.get(0).content()).extracting(piece -> piece.text()).containsExactly(content);
  }

  @Test
  void partlyQuotedWordsAreMixed() {
    assertThat(Fixture.tag("{S Lars Moe} {Q said} {C the plan was \"a gift\" to the coast}.").statements())
        .extracting(Statement::kind).containsExactly(StatementKind.MIXED);
  }

  @Test
  void aNamelessSpeakerKeepsItsWordsAndKind() {
    Statement found = Fixture.tag("{S Two officials} {Q said} {C the port was closed}.").statements().get(0);
    assertThat(found.speaker()).isEqualTo("Two officials");
    assertThat(found.speakerKind()).isEqualTo(SpeakerKind.GROUP);
  }

  @Test
  void whatASpeakerSaysThatAnotherSaidIsNested() {
    List<Statement> found = Fixture.tag("{S Anna Lahti} {Q said} {C that Norway had promised that the road would open}.").statements();
    assertThat(found).extracting(Statement::speaker).containsExactly("Anna Lahti", "Norway");
    assertThat(found).extracting(Statement::nested).containsExactly(false, true);
  }

  @Test
  void aSpeakersReportOfHisOwnHopeIsOneStatement() {
    assertThat(Fixture.tag("{S Lars Moe} {Q said} {C he hoped that the ice would hold}.").statements()).hasSize(1);
  }

  @Test
  void aBareEventIsNoStatement() {
    assertThat(Fixture.tag("Norway rejected the offer. Finland closed the road.").statements()).isEmpty();
  }

  @Test
  void hePointsToTheSpeakerBefore() {
    assertThat(Fixture.tag("Lars Moe met Anna Lahti in Turku. {S He} {Q said} {C the talks went well}. {S1 She} {Q1 said} {C1 they were long}.").statements())
        .extracting(Statement::speaker).containsExactly("Lars Moe", "Anna Lahti");
  }
}
