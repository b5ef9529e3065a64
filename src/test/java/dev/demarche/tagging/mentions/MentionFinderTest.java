package dev.demarche.tagging.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.tagging.encoder.LabelledSpan;
import dev.demarche.tagging.encoder.Words;
import dev.demarche.tagging.text.Document;
import dev.demarche.tagging.text.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the texts [P Lars Moe] is a person that the model sees, O a body, L a place; a digit behind the letter is a tenth of confidence. */
class MentionFinderTest {
  private static final Pattern MARK = Pattern.compile("\\[([POL])(\\d?) ([^]]*)]");
  private static final NameIndex NAMES = new NameIndex(List.of(
      new Actor("norway", "Norway", EntityType.COUNTRY, List.of(), List.of("Norwegian"), "Oslo", List.of(), null, List.of(), null, null),
      new Actor("jordan", "Jordan", EntityType.COUNTRY, List.of(), List.of(), "Amman", List.of(), null, List.of(), null, null),
      new Actor("turku", "Turku", EntityType.PLACE, List.of(), List.of(), null, List.of(), null, List.of(), null, null),
      new Actor("council", "Nordic Council", EntityType.ORGANIZATION, List.of("Norden"), List.of(), null, List.of(), null, List.of(), null, null),
      new Actor("lars-moe", "Lars Moe", EntityType.PERSON, List.of(), List.of(), null, List.of(), null, List.of(), "he", null)));

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      The ship left [L Norway] late.                        | Norway COUNTRY norway
      The ship left [L Turku] late.                         | Turku PLACE turku
      The ship left [L Sandvik] late.                       | Sandvik PLACE -
      He left [O Turku State University] early.             | Turku State University ORGANIZATION -
      The singer [P Mary Moe] resigned.                     | Mary Moe PERSON -
      The aide met [P President Lars Moe] there.            | Lars Moe PERSON lars-moe
      The aide met [P Lars B. Moe] there.                   | Lars B. Moe PERSON lars-moe
      The aide met [P Dr. Solberg] there.                   | Solberg PERSON -
      They asked [O the Nordic Council] for help.           | Nordic Council ORGANIZATION council
      They asked [O The Greens] for help.                   | The Greens ORGANIZATION -
      They sailed to [L NORWAY] again.                      | NORWAY COUNTRY norway
      Talks with [P Jordan] failed.                         | Jordan COUNTRY jordan
      Talks with Mr. [P Jordan] failed.                     | Jordan PERSON -
      Talks in [L Moe] failed.                              | Moe PLACE -
      Talks with [P Norden] failed.                         | Norden ORGANIZATION council
      The [L Norwegian] fleet sailed.                       | Norwegian COUNTRY norway
      The Norwegian fleet sailed.                           | Norwegian COUNTRY norway
      Aides of Lars Moe sailed.                             | Lars Moe PERSON lars-moe
      The boats of Moe sailed.                              | -
      [P Lars]-backed boats sailed.                         | -
      [L Norway]'s boats sailed.                            | Norway COUNTRY norway
      They live in the [L U.S].                             | U.S. PLACE -
      Talks with [O3 Fisk] failed.                          | -
      The rider won the Tour de Norway on Friday.           | -
      The rider left Norway on Friday.                      | Norway COUNTRY norway
      They have the Jordan Syndrome here today.             | -
      """)
  void oneNameIsFoundOrNone(String marked, String found) {
    assertThat(found(marked)).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void aLoneWordIsSomebodyWhereTheArticleHasTheWholeName() {
    assertThat(found("[P Ann Jordan] left. [P Jordan] was tired.")).containsExactly("Ann Jordan PERSON -", "Jordan PERSON -");
  }

  @Test
  void aSurnameThatTheModelMissesIsHisWhomTheArticleNamesInFull() {
    assertThat(found("[P Lars Moe] left. The boats of Moe sailed.")).containsExactly("Lars Moe PERSON lars-moe", "Moe PERSON lars-moe");
  }

  @Test
  void theSameWordsAreTheSameThingThroughoutAnArticle() {
    assertThat(found("They left [O9 Fisk]. They like [P5 Fisk].")).containsExactly("Fisk ORGANIZATION -", "Fisk ORGANIZATION -");
  }

  @Test
  void ofOverlappingNamesTheLongerCounts() {
    assertThat(found("They asked the [P Nordic] Council.")).containsExactly("Nordic Council ORGANIZATION council");
  }

  @Test
  void aLabelThatIsNoNameIsRefused() {
    assertThatThrownBy(() -> Named.of(new LabelledSpan(0, 1, "CUE", 1), Words.of("said"))).hasMessageContaining("CUE");
  }

  @Test
  void wordsOfTheModelBecomeCodeUnits() {
    assertThat(Named.of(new LabelledSpan(1, 3, "LOCATION", 0.5), Words.of("In New York."))).isEqualTo(new Named(3, 11, EntityType.PLACE, 0.5));
  }

  private static List<String> found(String marked) {
    StringBuilder text = new StringBuilder();
    List<Named> seen = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      EntityType type = List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE).get("POL".indexOf(matcher.group(1)));
      double confidence = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2)) / 10.0;
      seen.add(new Named(text.length(), text.length() + matcher.group(3).length(), type, confidence));
      text.append(matcher.group(3));
    }
    Document document = TextReader.read(matcher.appendTail(text).toString());
    return new MentionFinder(document, NAMES, seen, null).mentions().stream().map(mention -> document.span(mention.from(), mention.to()).text() + " "
        + mention.type() + " " + (mention.known() ? mention.uses().get(0).actor().id() : "-")).toList();
  }
}
