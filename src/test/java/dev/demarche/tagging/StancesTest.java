package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StancesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Norway accused Finland of overfishing.                                 | Norway     | ACCUSE   | Finland
      Norway rejected the proposal on Friday.                                | Norway     | REJECT   | -
      Finland did not accept the Norwegian plan.                             | Finland    | REJECT   | Norway
      Lars Moe will not meet Anna Lahti this week.                           | Lars Moe   | REJECT   | Anna Lahti
      {L Helsinki} imposed sanctions on Norway in March.                         | Finland    | SANCTION | Norway
      Norway could impose sanctions on Finland.                              | Norway     | THREATEN | Finland
      Norway was criticized by Finland.                                      | Finland    | ACCUSE   | Norway
      Lars Moe urged Anna Lahti to open the road.                            | Lars Moe   | REQUEST  | Anna Lahti
      Anna Lahti welcomed the Norwegian decision.                            | Anna Lahti | SUPPORT  | Norway
      Norway agreed to withdraw its claim.                                   | Norway     | AGREE    | -
      Norwegian troops attacked a Finnish convoy.                            | Norway     | ASSAULT  | Finland
      Lars Moe declined to comment.                                          | Lars Moe   | DECLINE  | -
      {S Anna Lahti} {Q denied} {C that the road was closed}.                            | Anna Lahti | DENY     | -
      {S Norway} {Q hopes} {C that Finland will pay}.                                    | Norway     | EXPECT   | Finland
      Lars Moe met Anna Lahti in Turku.                                      | Lars Moe   | CONSULT  | Anna Lahti
      Lars Moe spoke by phone with Anna Lahti.                               | Lars Moe   | CONSULT  | Anna Lahti
      {S Norway} {Q warned} {C that it would leave the talks}.                           | Norway     | THREATEN | -
      {S Norway} {Q warned} {C that prices would rise}.                                  | Norway     | EXPECT   | -
      OSLO, Norway \u2014 Finland rejected the plan.                          | Finland    | REJECT   | -
      Norway and Finland held talks in Turku.                                | Norway     | CONSULT  | Finland
      Norway sent weapons to Finland.                                        | Norway     | AID      | Finland
      Norway expelled three Finnish diplomats.                               | Norway     | SANCTION | Finland
      Norway called off the blockade.                                        | Norway     | CONCEDE  | -
      Norway reopened its border with Finland.                               | Norway     | CONCEDE  | Finland
      Finland released two fishermen on Monday.                              | Finland    | CONCEDE  | -
      Norway halted its advance.                                             | Norway     | RETREAT  | -
      Lars Moe vouched for Anna Lahti.                                       | Lars Moe   | SUPPORT  | Anna Lahti
      Norway gave Finland an ultimatum.                                      | Norway     | THREATEN | Finland
      {S Lars Moe} {Q said} {C that Finland must leave the island}.                      | Lars Moe   | REQUEST  | Finland
      {S Lars Moe} {Q said} {C that talks with Finland were impossible}.                 | Lars Moe   | REJECT   | Finland
      """)
  void oneStanceWithItsHolderActAndTarget(String text, String holder, String act, String target) {
    assertThat(Fixture.tag(text).stances()).as(text).extracting(Stance::holder, stance -> stance.act().name(), Stance::target)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(holder, act, target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Norway did not rule out a delay.", "Norway refused to condemn the attack.", "Norway has not rejected the plan.",
      "It is not known whether Norway rejected the plan.", "The weather threatened the harvest."})
  void noStanceOfThatAct(String text) {
    assertThat(Fixture.tag(text).stances()).as(text).extracting(stance -> stance.act().name())
        .doesNotContain("ACCUSE", "THREATEN").filteredOn(act -> !text.contains("refused")).isEmpty();
  }

  @Test
  void severalTargetsAreOneStanceEach() {
    assertThat(Fixture.tag("NATO held talks with Norway, Finland and Lars Moe.").stances()).extracting(Stance::target)
        .containsExactlyInAnyOrder("Norway", "Finland", "Lars Moe");
  }

  @Test
  void aSecondVerbSharesTheSubject() {
    assertThat(Fixture.tag("Norway rejected the plan and condemned Finland, calling for a vote.").stances())
        .extracting(Stance::holder).containsOnly("Norway").hasSize(3);
  }

  @Test
  void whatTheSpeakerDoesInQuotationMarksIsTheSpeakers() {
    Stance found = Fixture.tag("{C \"We reject this plan,\"} {S Anna Lahti} {Q said}.").stances().get(0);
    assertThat(found.holder()).isEqualTo("Anna Lahti");
    assertThat(found.statement()).isEqualTo("a:1:s0");
  }

  @Test
  void whoWasAskedRefuses() {
    assertThat(Fixture.tag("Lars Moe asked Anna Lahti for a meeting, but was refused.").stances())
        .filteredOn(stance -> stance.act().name().equals("REJECT")).extracting(Stance::holder, Stance::target)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Anna Lahti", "Lars Moe"));
  }

  @Test
  void polarityIsThatOfTheAct() {
    assertThat(Fixture.tag("Norway backs Finland. Norway condemned Finland. Norway urged Finland to wait.").stances())
        .extracting(Stance::polarity).containsExactly(1, -1, 0);
  }
}
