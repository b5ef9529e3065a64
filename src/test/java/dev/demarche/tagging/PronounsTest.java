package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
