package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Issue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueMatcherTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "truce                     | Both armies broke the truces.       | true",
      "truce                     | Both armies went home.              | false",
      "\"cease fire\"~1          | They will cease all fire.           | true",
      "\"cease fire\"~1          | They cease to sell; the fire is out. | false",
      "+armies -navy             | The armies met.                     | true",
      "+armies -navy             | The armies met the navy.            | false",
      "-navy                     | The armies met.                     | false",
      "arm*                      | The armies met.                     | true",
      "*mies                     | The armies met in the dark.         | false",
      "*mi                       | The armies met in the dark.         | true",
      "armie~1                   | The armees met.                     | true",
      "/arm.*/                   | The armies met.                     | true",
      "[arma TO armz]            | The armies met.                     | true",
      "*:*                       | The armies met.                     | true",
      "(war OR peace) AND treaty | A treaty was signed.                | false",
      "(war OR peace) AND treaty | A treaty ends the war.              | true"})
  void asksOfASentenceWhatLuceneWouldFind(String words, String sentence, boolean found) {
    assertThat(new IssueMatcher(List.of(new Issue("i", "I", words.strip()))).issues(sentence.strip())).hasSize(found ? 1 : 0);
  }
}
