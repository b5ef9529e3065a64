package dev.demarche.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.ReportedDeed.Manner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Judge JUDGE = new Judge(new Rules(0.5, 100));

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland RETREAT withdraw patrol         | MET
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland RETREAT pul boat patrol         | MET
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland RETREAT pul troop               | -
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | sweden RETREAT withdraw patrol          | -
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | PROMISED | finland RETREAT withdraw patrol         | -
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland - complet withdraw patrol       | MET
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | REFUSED  | not finland RETREAT withdraw patrol     | BREACHED
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | not finland RETREAT withdraw patrol     | BREACHED
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland REJECT reject demand withdraw patrol | BREACHED
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland MOBILIZE reinforc patrol        | BREACHED
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | finland REJECT reject budget            | -
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DROPPED  | norway RETREAT insist withdraw patrol   | WITHDRAWN
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DROPPED  | sweden RETREAT insist withdraw patrol   | -
      unless | finland RETREAT withdraw patrol     | not norway AGREE sign pact  | DONE     | norway AGREE sign pact                  | WITHDRAWN
      if     | promise finland - pay debt          | norway AGREE sign pact      | PROMISED | promise finland - pay debt              | MET
      if     | finland ASSAULT shel coast          | norway MOBILIZE send ship   | DONE     | finland ASSAULT shel coast              | MET
      if     | not finland - shar data             | norway - leav union         | DONE     | not finland - shar data                 | MET
      if     | not finland - shar data             | norway - leav union         | DONE     | finland - shar data                     | BREACHED
      if     | not finland ASSAULT shel coast      | norway CONSULT hold talk    | DONE     | finland ASSAULT shel coast              | BREACHED
      unless | finland - test missil               | norway CONSULT hold talk    | DONE     | finland - test missil                   | BREACHED
      if     | - CONCEDE lift blockad              | norway AGREE sign pact      | DONE     | sweden CONCEDE lift blockad             | MET
      if     | finland - allow inspector nuclear sit | norway CONCEDE lift sanct | DONE     | finland - let inspector nuclear sit     | MET
      if     | finland - allow inspector nuclear sit | norway CONCEDE lift sanct | DONE     | finland - bar inspector nuclear sit     | BREACHED
      if     | finland - allow inspector nuclear sit | norway CONCEDE lift sanct | DONE     | finland - consider inspector nuclear sit | -
      """)
  void aDeedMeetsBreachesOrEndsACondition(String marker, String asks, String follows, Manner manner, String said, String state) {
    Verdict verdict = JUDGE.judge(Reports.told("a", 1, "norway", marker, asks, follows), Reports.seen("b", 9, manner, said));
    assertThat(verdict.state() == null ? null : verdict.state().name()).as(verdict.reason()).isEqualTo(state);
  }
}
