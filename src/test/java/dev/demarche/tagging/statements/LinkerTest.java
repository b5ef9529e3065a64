package dev.demarche.tagging.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {

  @Test
  void aContentTakesItsCueAndTheCueItsSource() {
    assertThat(Marked.text("{S Moe} {Q said} {C it was cold}, {S1 Lahti} {Q1 denied} {C1 it}.").linked())
        .containsExactly("Moe | said | it was cold", "Lahti | denied | it");
  }

  @Test
  void contentsOfOneCueAreOneStatement() {
    assertThat(Marked.text("{C It is cold}, {S Moe} {Q said}, {C but we sail}.").linked())
        .containsExactly("Moe | said | It is cold / but we sail");
  }

  @Test
  void aCueWithoutContentIsDropped() {
    assertThat(Marked.text("{S1 Lahti} {Q1 denied} and {S Moe} {Q said} {C no}.").linked()).containsExactly("Moe | said | no");
  }

  @Test
  void aCueWithoutASourceThatFitsHasNone() {
    assertThat(Marked.text("{S1 Moe} slept; it was {Q said} that {C it snowed}.").linked()).containsExactly("- | said | it snowed");
  }

  @Test
  void aContentWithoutAnyCueStandsAlone() {
    assertThat(Marked.text("{C It is cold}.").linked()).containsExactly("- | - | It is cold");
  }

  @Test
  void oneSourceServesTwoCues() {
    assertThat(Marked.text("{S Moe} {Q said} {C no} and {Q1 meant} {C1 yes}.").linked()).containsExactly("Moe | said | no", "- | meant | yes");
  }

  /** Wherever the windows are cut, the statements are the same. */
  @ParameterizedTest
  @CsvSource({"4, 3", "5, 4", "6, 3", "7, 5", "9, 4", "13, 6"})
  void aBorderOfWindowsNeitherDoublesNorLosesAStatement(int size, int context) {
    Marked text = Marked.text("{C One two three four five}, {S Moe} {Q said}. {S1 Lahti} {Q1 has denied} {C1 six seven eight nine ten}.");
    assertThat(Marked.linked(text.windows(size, context)))
        .containsExactly("Moe | said | One two three four five", "Lahti | has denied | six seven eight nine ten");
  }

  @Test
  void aContentLongerThanAWindowIsOne() {
    Marked text = Marked.text("{S Moe} {Q said} {C one two three four five six seven eight nine ten eleven twelve}. Then {S1 she} {Q1 said} {C1 no}.");
    assertThat(Marked.linked(text.windows(5, 2)))
        .containsExactly("Moe | said | one two three four five six seven eight nine ten eleven twelve", "she | said | no");
  }

  @Test
  void confidenceIsHighWhereAllIsClear() {
    Linker linker = new Linker(Marked.facts());
    Marked.text("{S Moe} {Q said} {C no}.").window().forEach(linker::see);
    assertThat(linker.linked()).extracting(Linked::confidence).allMatch(confidence -> confidence > 0.9);
  }

  @Test
  void noWindowsGiveNothing() {
    assertThat(new Linker(Marked.facts()).linked()).isEqualTo(List.of());
  }
}
