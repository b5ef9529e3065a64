package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.domain.Stance;
import dev.demarche.tagging.encoder.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model that ships makes of sentences that nobody trained it on, with the rules beside it. */
class LearnedStancesTest {
  private static final NewsTagger TAGGER = NewsTagger.of(Encoder.standard(), Fixture.ACTORS, List.of());

  private static List<Stance> stances(String text) {
    return TAGGER.tag(new Article("a", 1, null, null, null, text, "en", null, null, null)).article().stances().stream()
        .filter(stance -> !stance.act().name().equals("STATE")).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Finland no longer opposes the Norwegian bridge.                         | Finland    | CONCEDE  | negation
      Norway did not accept the terms of Finland.                             | Norway     | REJECT   | negation
      Lars Moe will not sign the treaty with Finland.                         | Lars Moe   | REJECT   | modality
      Norway may impose tariffs on Finland.                                   | Norway     | THREATEN | modality
      Norway denied threatening Finland.                                      | Norway     | DENY     | reported denial
      The attack on the Finnish embassy was condemned by Norway.              | Norway     | ACCUSE   | passive
      Anna Lahti was praised by Lars Moe on Friday.                           | Lars Moe   | SUPPORT  | passive
      Norway's rejection of the Finnish offer surprised nobody.               | Norway     | REJECT   | nominalisation
      A threat by Norway to bomb the Finnish port made headlines.             | Norway     | THREATEN | nominalisation
      Norway agreed to urge Finland to wait.                                  | Norway     | AGREE    | control
      Norway promised to send doctors to Finland.                             | Norway     | AGREE    | control
      Lars Moe rejected the plan and sued Anna Lahti.                         | Lars Moe   | ACCUSE   | coordination
      "We will never accept these terms," Anna Lahti said.                    | Anna Lahti | REJECT   | quotation
      "I condemn the raid on the school," Lars Moe told reporters.            | Lars Moe   | ACCUSE   | quotation
      Nurses demonstrated outside the Norwegian parliament on Friday.           | Nurses     | PROTEST  | nominal holder
      """)
  void anActIsWhatItsWordsAmountTo(String text, String holder, String act, String behaviour) {
    assertThat(stances(text)).as(behaviour + ": " + text).extracting(Stance::holder, stance -> stance.act().name())
        .contains(org.assertj.core.groups.Tuple.tuple(holder, act));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Norway did not rule out talks with Finland.        | REJECT
      Norway stopped short of condemning Finland.        | ACCUSE
      Lars Moe refused to condemn the attack.            | ACCUSE
      Norway denied threatening Finland.                 | THREATEN
      Norway promised to send doctors to Finland.        | AID
      If Norway attacks Finland, prices will rise.       | ASSAULT
      It is unclear whether Norway bombed the port.      | ASSAULT
      """)
  void whatIsNotDoneIsNoAct(String text, String act) {
    assertThat(stances(text)).as(text).extracting(stance -> stance.act().name()).doesNotContain(act);
  }

  @Test
  void someoneWithoutANameMayBeTheTarget() {
    assertThat(stances("Anna Lahti met a group of farmers in Turku.")).extracting(Stance::target).anySatisfy(target -> assertThat(target).contains("farmers"));
  }
}
