package dev.demarche.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private final List<Finding> findings = Findings.of(Articles.tagging());

  @Test
  void statementsComeBeforeStancesBeforeConditionsBeforeMentions() {
    assertThat(findings).extracting(Finding::id)
        .containsExactly("a1:1:s0", "a1:1:a0", "a1:1:c0", "a1:1:m0", "a1:1:m1", "a1:1:m2");
  }

  @Test
  void evidenceOfAStatementIsItsContentWithoutSourceAndCue() {
    assertThat(findings.get(0).evidence()).extracting(Span::text).containsExactly("\"We will talk\"", "\"if the shelling stops\"");
  }

  @Test
  void evidenceOfAConditionStandsInOrderOfTheText() {
    assertThat(findings.get(2).evidence()).extracting(Span::text).containsExactly("We will talk", "the shelling stops");
  }

  @Test
  void aFindingComesWithItsSentenceAndTheActorsNamedThere() {
    Finding stance = findings.get(1);
    assertThat(stance.sentence().text()).isEqualTo(Articles.FIRST);
    assertThat(stance.mentioned()).containsExactlyInAnyOrder("norland", "sudria");
    assertThat(findings.get(0).mentioned()).containsExactly("Ann Lee");
  }

  @Test
  void anActorIsMentionedOnceAnArticleWhereItIsFirstNamed() {
    String text = "The capital waits. Norland waits. Norland, again.";
    Tagging tagging = tagging(text, entity(text, 0, 11, EntityKind.NOMINAL, "norland"), entity(text, 19, 26, EntityKind.NAME, "norland"),
        entity(text, 34, 41, EntityKind.NAME, "norland"));
    assertThat(Findings.of(tagging)).singleElement().satisfies(mention -> {
      assertThat(mention.evidence()).containsExactly(Span.of(text, 19, 26));
      assertThat(mention.sentence().text()).isEqualTo("Norland waits.");
    });
  }

  @Test
  void theNameOfAPeopleIsAMentionOfItsCountryAndWordsAboutItAreNone() {
    String text = "Norlander officials wait. The Norlanders rejected it.";
    Tagging tagging = tagging(text, entity(text, 0, 19, EntityKind.NOMINAL, "norland"), entity(text, 30, 40, EntityKind.NOMINAL, "norland"));
    assertThat(Findings.of(tagging)).singleElement().satisfies(mention -> {
      assertThat(mention.target()).isNull();
      assertThat(mention.evidence()).extracting(Span::text).containsExactly("Norlanders");
    });
  }

  @Test
  void namesThatTheCatalogueDoesNotKnowAreOneActorWhateverTheirCase() {
    String text = "Norland waits. NORLAND acts.";
    Tagging tagging = tagging(text, entity(text, 0, 7, EntityKind.NAME, null), entity(text, 15, 22, EntityKind.NAME, null));
    assertThat(Findings.of(tagging)).hasSize(1);
  }

  @Test
  void anArticleWithNothingInItHasNoFindings() {
    assertThat(Findings.of(tagging("Rain."))).isEmpty();
  }

  private static Entity entity(String text, int begin, int end, EntityKind kind, String actor) {
    return new Entity(begin, end, text.substring(begin, end), EntityType.COUNTRY, kind, text.substring(begin, end), actor, 0.9);
  }

  private static Tagging tagging(String text, Entity... entities) {
    TaggedArticle article = new TaggedArticle("a1", 1, null, null, null, text, "en", null, null, null, 1, "test-1", List.of(entities),
        List.of(), List.of(), List.of());
    List<Span> sentences = new ArrayList<>();
    for (int begin = 0; begin < text.length(); begin = sentences.get(sentences.size() - 1).end() + 1) {
      sentences.add(Span.of(text, begin, text.indexOf('.', begin) + 1));
    }
    return new Tagging(article, sentences);
  }
}
