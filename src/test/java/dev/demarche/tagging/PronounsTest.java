package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.Stance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PronounsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {P Maria Quill} met {P Peter Lind} in the park. She was late.          | Maria Quill
      {P Maria Quill} met {P Peter Lind} in the park. He was late.           | Peter Lind
      {P Maria Quill} resigned on Monday. Her party was not told.            | Maria Quill
      {P Peter Lind} resigned on Monday, and he left the country.            | Peter Lind
      Lars Moe met Anna Lahti. She was late.                                 | Anna Lahti""")
  void aPronounIsTheOneWhoseGenderAgrees(String text, String name) {
    assertThat(pronouns(text)).extracting(Entity::name).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {P Maria Quill}, who left on Monday, was late.                         | Maria Quill
      {P Maria Quill}, whose party had lost, resigned.                       | Maria Quill
      {P Maria Quill}, to whom the letter was sent, resigned.                | Maria Quill
      {P Maria Quill}, the leader of the party, who left, was late.          | Maria Quill
      The president of Finland, who left on Monday, was late.                | Anna Lahti""")
  void whoMeansThePersonBefore(String text, String name) {
    assertThat(pronouns(text)).extracting(Entity::name).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who left on Monday?", "They asked {P Maria Quill} who had won.", "Norway helps those who stay.",
      "The doctor of {P Maria Quill} who left was late."})
  void whoMeansNobodyInAQuestionOrBehindWhoeverHasNoName(String text) {
    assertThat(pronouns(text)).filteredOn(pronoun -> pronoun.text().equalsIgnoreCase("who")).isEmpty();
  }

  @Test
  void whoWantsSomethingIsTheOneBefore() {
    assertThat(Fixture.tag("{P Maria Quill}, who rejected the offer of Norway on Monday, left.").stances()).extracting(Stance::holder)
        .contains("Maria Quill");
  }

  @Test
  void aPronounWithNobodyToMeanStaysUnresolved() {
    assertThat(pronouns("The bridge was closed. He was late.")).isEmpty();
  }

  @Test
  void howSureAResolutionIsStandsBesideIt() {
    assertThat(pronouns("{P Maria Quill} resigned on Monday. Her party was not told.").get(0).confidence()).isBetween(0.4, 1.0);
  }

  private static List<Entity> pronouns(String text) {
    return Fixture.tag(text).entities().stream().filter(entity -> entity.kind() == EntityKind.PRONOUN).toList();
  }
}
