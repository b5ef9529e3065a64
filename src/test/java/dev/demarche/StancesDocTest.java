package dev.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Act;
import dev.demarche.domain.Article;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.NewsTagger;
import dev.demarche.tagging.Tagger;
import dev.demarche.tagging.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/stances.md shows is what the tagger finds. */
class StancesDocTest {
  private static final Path DOC = Path.of("docs/stances.md");
  private static Tagger tagger;

  @BeforeAll
  static void load() {
    Packs packs = Packs.bundled();
    tagger = NewsTagger.of(Encoder.standard(), packs.actors().plain(), packs.issues().plain());
  }

  private static Stream<List<String>> rows(String section) throws IOException {
    return Files.readString(DOC).split("## " + section + "\n")[1].split("\n## ")[0].lines().filter(line -> line.startsWith("| "))
        .map(line -> List.of(line.substring(2).split(" ?\\|", -1))).skip(2);
  }

  private static Stream<List<String>> examples() throws IOException {
    return rows("Examples");
  }

  private static TaggedArticle tagged(String text) {
    return tagger.tag(new Article("a", 1, null, null, null, text, null, Instant.parse("2025-10-06T12:00:00Z"), null, null).accepted(1,
        Instant.parse("2025-10-06T12:00:00Z"))).article();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsWhatIsFound(List<String> row) {
    String found = tagged(row.get(0)).stances().stream().filter(stance -> stance.act() != Act.STATE)
        .map(stance -> stance.holder() + " " + stance.act() + (stance.target() == null ? "" : " " + stance.target())).collect(Collectors.joining(", "));
    assertThat(found).as(row.get(0)).isEqualTo(row.get(1).strip());
  }

  @Test
  void theConditionsAreWhatIsFound() throws IOException {
    assertThat(rows("Conditions").filter(row -> !row.get(1).isBlank())).hasSize(5).allSatisfy(row ->
        assertThat(tagged(row.get(1).strip() + ".").conditions()).as(row.get(1)).singleElement().satisfies(condition -> {
          assertThat(condition.antecedent().text()).isEqualTo(row.get(2).strip());
          assertThat(condition.consequence().text()).isEqualTo(row.get(3).strip());
        }));
  }

  @Test
  void everyActIsDescribedWithItsPolarity() throws IOException {
    assertThat(rows("Acts").map(row -> row.get(0).strip() + " " + row.get(2).strip())).containsExactlyElementsOf(
        Stream.of(Act.values()).map(act -> act + " " + (act == Act.STATE ? "by the words" : act.polarity())).toList());
  }
}
