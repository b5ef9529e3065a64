package dev.demarche.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbsTest {
  @ParameterizedTest
  @CsvSource({"say,says said saying", "deny,denies denied denying", "agree,agrees agreed agreeing", "ban,bans banned banning",
      "refuse,refuses refused refusing", "withdraw,withdraws withdrew withdrawn withdrawing", "veto,vetoes vetoed vetoing",
      "praise,praises praised praising", "lie,lies lied lying", "meet,meets met meeting"})
  void formsOfAVerb(String lemma, String forms) {
    assertThat(Verbs.forms(lemma)).contains(lemma).containsAll(List.of(forms.split(" "))).hasSize(forms.split(" ").length + 1);
  }
}
