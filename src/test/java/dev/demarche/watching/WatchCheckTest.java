package dev.demarche.watching;

import static dev.demarche.domain.Finding.Kind.MENTION;
import static dev.demarche.domain.Finding.Kind.STANCE;
import static dev.demarche.domain.Finding.Kind.STATEMENT;
import static dev.demarche.watching.Articles.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.demarche.domain.Act;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Role;
import dev.demarche.domain.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WatchCheckTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "(offer          | is no query           | close every quotation mark and bracket",
      "offer AND       | is no query           | close every quotation mark and bracket",
      "*offer          | first character       | begin the word with at least one letter",
      "?ffer           | first character       | begin the word with at least one letter",
      "Norland:offer   | no field \"Norland\"  | use one of sentence, title, article",
      "the             | no word is left       | add a word",
      "/a{1,99999999}/ | counted repetition    | write the repetition out",
  })
  void wordsThatCannotBeAskedAreRefusedWithAMend(String words, String message, String mend) {
    assertThat(words(words)).get().satisfies(problem -> {
      assertThat(problem.field()).isEqualTo("words");
      assertThat(problem.message()).contains(message);
      assertThat(problem.mend()).contains(mend);
    });
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        Arguments.of("clauses", IntStream.range(0, 1100).mapToObj(i -> "w" + i).collect(Collectors.joining("\n"))),
        Arguments.of("length", "word ".repeat(1_000)),
        Arguments.of("brackets", "(".repeat(1_500) + "a" + ")".repeat(1_500)),
        Arguments.of("regular expression", "/(a|b)*a" + "(a|b)".repeat(200) + "/"),
        Arguments.of("wildcards", "a" + "*a?????????????".repeat(40)),
        Arguments.of("fuzzy", "a".repeat(3_000) + "~2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void bombsAreRefusedQuickly(String what, String words) {
    Optional<Problem> problem = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> words(words));
    assertThat(problem).get().extracting(Problem::field).isEqualTo("words");
  }

  @Test
  void aPartThatCanNeverHoldIsRefusedByItsField() {
    assertThat(WatchIndex.check(watch("w", STATEMENT).actors("norland").roles(Role.SPEAKER, Role.TARGET).build())).get()
        .isEqualTo(new Problem("roles[1]", "a STATEMENT has no TARGET", "use one of [SPEAKER, MENTIONED], or another kind"));
    assertThat(field(watch("w", STATEMENT).acts(Act.REJECT))).isEqualTo("acts");
    assertThat(field(watch("w", MENTION).issues("talks"))).isEqualTo("issues");
    assertThat(field(watch("w", STANCE).roles(Role.HOLDER))).isEqualTo("roles");
    assertThat(field(watch("w", STANCE).actors("norland", " "))).isEqualTo("actors[1]");
    assertThat(field(watch("w", STANCE).actors(IntStream.range(0, 1_001).mapToObj(i -> "a" + i).toArray(String[]::new))))
        .isEqualTo("actors");
  }

  @Test
  void aGoodWatchHasNoProblem() {
    assertThat(WatchIndex.check(watch("w", STANCE).actors("norland").words("offer* OR title:\"peace deal\"~3").build())).isEmpty();
  }

  private static Optional<Problem> words(String words) {
    return WatchIndex.check(watch("w", STANCE).words(words).build());
  }

  private static String field(Watch.Builder watch) {
    return WatchIndex.check(watch.build()).orElseThrow().field();
  }
}
