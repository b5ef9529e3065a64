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
      Lars Moe said the harbour would stay open.                              | Lars Moe        | said           | the harbour would stay open
      Norway announced on Friday that it had bought two ferries.              | Norway          | announced      | that it had bought two ferries
      The ferries are late again, Anna Lahti said.                            | Anna Lahti      | said           | The ferries are late again
      "We are tired," said Anna Lahti, the Finnish president, on Sunday.      | Anna Lahti      | said           | We are tired,
      Anna Lahti replied: "Nothing has been signed."                          | Anna Lahti      | replied        | Nothing has been signed.
      According to Anna Lahti, the bridge is safe.                            | Anna Lahti      | According to   | the bridge is safe
      The bridge is safe, according to Anna Lahti.                            | Anna Lahti      | according to   | The bridge is safe
      Anna Lahti is confident that the harvest will be good.                  | Anna Lahti      | is confident   | that the harvest will be good
      Norway wants Finland to open its archives.                              | Norway          | wants          | Finland to open its archives
      Anna Lahti expressed hope that the snow would melt.                     | Anna Lahti      | expressed hope | that the snow would melt
      Oslo insists that the islands are Norwegian.                            | Norway          | insists        | that the islands are Norwegian
      Anna Lahti, who visited the port, told reporters that it was empty.     | Anna Lahti      | told           | that it was empty
      The Norwegian prime minister has claimed that prices are falling.       | Lars Moe        | has claimed    | that prices are falling
      A senior diplomat warned that the ice was thin.                         | senior diplomat | warned         | that the ice was thin
      """)
  void oneStatementWithItsSpeakerCueAndContent(String text, String speaker, String cue, String content) {
    List<Statement> found = Fixture.tag(text).statements();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).speaker()).isEqualTo(speaker);
    assertThat(found.get(0).cue().text()).isEqualTo(cue);
    assertThat(found.get(0).content()).extracting(piece -> piece.text()).containsExactly(content);
  }

  @Test
  void aQuotationOnBothSidesOfItsCueIsOneStatement() {
    assertThat(pieces("\"It is cold,\" Lars Moe said, \"but we will sail.\"")).containsExactly("It is cold,", "but we will sail.");
  }

  @Test
  void aQuotationThatGoesOnInTheNextSentenceAndParagraphIsOneStatement() {
    assertThat(pieces("\u201cIt is cold,\u201d Lars Moe said. \u201cWe will sail.\u201d\n\n\u201cWe always do.\u201d"))
        .containsExactly("It is cold,", "We will sail.", "We always do.");
  }

  @Test
  void partlyQuotedWordsAreMixed() {
    assertThat(Fixture.tag("Lars Moe said the plan was \"a gift\" to the coast.").statements())
        .extracting(Statement::kind).containsExactly(StatementKind.MIXED);
  }

  @Test
  void aNamelessSpeakerKeepsItsWordsAndKind() {
    Statement found = Fixture.tag("Two officials said the port was closed.").statements().get(0);
    assertThat(found.speaker()).isEqualTo("Two officials");
    assertThat(found.speakerKind()).isEqualTo(SpeakerKind.GROUP);
  }

  @Test
  void whatASpeakerSaysThatAnotherSaidIsNested() {
    List<Statement> found = Fixture.tag("Anna Lahti said that Norway had promised that the road would open.").statements();
    assertThat(found).extracting(Statement::speaker).containsExactly("Anna Lahti", "Norway");
    assertThat(found).extracting(Statement::nested).containsExactly(false, true);
  }

  @Test
  void aSpeakersReportOfHisOwnHopeIsOneStatement() {
    assertThat(Fixture.tag("Lars Moe said he hoped that the ice would hold.").statements()).hasSize(1);
  }

  @Test
  void aBareEventIsNoStatement() {
    assertThat(Fixture.tag("Norway rejected the offer. Finland closed the road.").statements()).isEmpty();
  }

  @Test
  void hePointsToTheSpeakerBefore() {
    assertThat(Fixture.tag("Lars Moe met Anna Lahti in Turku. He said the talks went well. She said they were long.").statements())
        .extracting(Statement::speaker).containsExactly("Lars Moe", "Anna Lahti");
  }

  private static List<String> pieces(String text) {
    List<Statement> found = Fixture.tag(text).statements();
    assertThat(found).hasSize(1);
    return found.get(0).content().stream().map(piece -> piece.text()).toList();
  }
}
