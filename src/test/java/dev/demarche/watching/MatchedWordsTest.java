package dev.demarche.watching;

import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.domain.Finding.Kind.STATEMENT;
import static dev.demarche.watching.Articles.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Hit;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchedWordsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "offers                         | TEXT offer",
      "'\"peace offer\"'              | TEXT peace offer",
      "'\"rejected offer\"~3'         | TEXT rejected the peace offer",
      "offer AND -treaty              | TEXT offer",
      "treaty OR offer OR reject*     | TEXT rejected, TEXT offer",
      "title:norland OR norland       | TEXT Norland, TITLE Norland",
      "article:norland                | TEXT Norland, TITLE Norland",
      "sudira~                        | TEXT Sudria",
      "(treaty AND offer) OR peace    | TEXT peace",
      "evidence:offer                 | TEXT offer",
      "-treaty                        |",
  })
  void tellsWhichWordsMatched(String words, String matched) {
    assertThat(String.join(", ", matched(watch("w", STANCE).words(words).build()).stream()
        .filter(one -> one.clause() == Matched.Clause.WORDS).map(one -> one.in() + " " + one.span().text()).toList()))
        .isEqualTo(matched == null ? "" : matched);
  }

  @Test
  void offsetsCountFromTheBeginningOfTheArticle() {
    assertThat(matched(watch("w", STATEMENT).words("shelling OR title:says").build())).allSatisfy(one ->
        assertThat((one.in() == Matched.In.TITLE ? "Norland says no" : Articles.TEXT).substring(one.span().begin(), one.span().end()))
            .isEqualTo(one.span().text())).hasSize(2);
  }

  @Test
  void namesOfTheActorsInTheirRoleAreTold() {
    assertThat(names(watch("w", STANCE).actors("norland", "sudria").build())).containsExactly("Norland");
    assertThat(names(watch("w", STANCE).actors("norland", "sudria").roles(Role.HOLDER, Role.TARGET).build())).containsExactly("Norland", "Sudria");
    assertThat(names(watch("w", STATEMENT).actors("Ann Lee").build())).containsExactly("Ann Lee");
  }

  private static List<String> names(Watch watch) {
    return matched(watch).stream().filter(one -> one.clause() == Matched.Clause.ACTORS).map(one -> one.span().text()).toList();
  }

  private static List<Matched> matched(Watch watch) {
    try (WatchIndex index = new WatchIndex()) {
      assertThat(index.put(watch, 1)).isEmpty();
      List<Hit> hits = index.match(Articles.tagging());
      assertThat(hits).hasSize(1);
      return hits.get(0).matched();
    }
  }
}
