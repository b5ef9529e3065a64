package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class SourceClassTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      He                                         | PRONOUN
      her                                        | PRONOUN
      they                                       | OTHER
      I                                          | OTHER
      Moe                                        | NAME
      Prime Minister Lars Moe, who was tired,    | NAME
      Anna Lahti, the mayor of Vaasa             | NAME
      Foreign Minister Ingvild Aas               | NAME
      Lahti's                                    | OTHER
      the prime minister                         | TITLE
      The president of Finland                   | TITLE
      Norway's foreign minister                  | TITLE
      her spokesman                              | TITLE
      a senior official                          | OTHER
      the campaign                               | OTHER
      the source                                 | OTHER
      Finnish officials                          | OTHER
      the report by Lars Moe                     | OTHER
      ''                                         | OTHER
      """)
  void theWordsBeforeTheFirstCommaTellWhatNamesASource(String source, SourceClass kind) {
    assertThat(SourceClass.of(source, Set.of("Moe"))).isEqualTo(kind);
  }

  @Test
  void surnamesStandBehindFirstNamesAndBehindMr() {
    assertThat(SourceClass.surnames("Anna Lahti met Mr. Moe. John F. Ek was there, and Oslo.")).containsExactlyInAnyOrder("Lahti", "Moe", "F.", "Ek");
  }
}
