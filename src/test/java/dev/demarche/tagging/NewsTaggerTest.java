package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Issue;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.statements.Marked;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the model says, the contract holds: here it says anything. */
class NewsTaggerTest extends TaggerContract {
  private static final String FERRIES = "{S Norway} {Q said} {C the ferries would stop}.";
  private static final Tagger TAGGER = NewsTagger.of(Marked.facts(), Noise::windows, Fixture.ACTORS, Fixture.ISSUES);

  @Override
  Tagger tagger() {
    return TAGGER;
  }

  @Test
  void findsSomethingOfEachKindInNews() {
    TaggedArticle tagged = tagger().tag(article(NEWS)).article();
    assertThat(tagged.entities()).isNotEmpty();
    assertThat(tagged.statements()).isNotEmpty();
    assertThat(tagged.stances()).isNotEmpty();
    assertThat(tagged.conditions()).isNotEmpty();
  }

  @Test
  void taggedArticlesCarryTheVersionsOfModelAndRules() {
    assertThat(Fixture.tag(FERRIES).taggerVersion()).isEqualTo("marked-1+" + NewsTagger.RULES);
  }

  @Test
  void statementsNameTheIssuesOfTheirSentence() {
    TaggedArticle tagged = Fixture.tag("{S Norway} {Q said} {C the trawlers must leave}. {S1 Finland} {Q1 said} {C1 nothing would change}.");
    assertThat(tagged.statements()).extracting(s -> s.issues()).containsExactly(List.of("fishing"), List.of());
  }

  @Test
  void anIssueThatIsNoQueryIsLeftOutAndTold() {
    assertThat(Fixture.tagger("", Fixture.ACTORS, Fixture.ISSUES).refusedIssues()).containsExactly("broken");
  }

  @Test
  void issuesAreThoseThatItIsGiven() {
    Tagger changed = Fixture.tagger(FERRIES, List.of(Fixture.NORWAY), List.of(new Issue("ferry", "Ferries", "ferry")));
    assertThat(changed.tag(Fixture.article(FERRIES)).article().statements().get(0).issues()).containsExactly("ferry");
  }

  @Test
  void anActorThatItIsNotGivenIsNotKnown() {
    String marked = "{L Norway} said that {O NATO} was late.";
    assertThat(Fixture.tagger(marked, List.of(Fixture.NORWAY), List.of()).tag(Fixture.article(marked)).article().entities()).extracting(e -> e.actor())
        .containsExactly("norway", null);
  }

  @Test
  void aTaggerWithoutCatalogueStillFindsWhoSpeaks() {
    String marked = "{C \"We will wait,\"} {Q said} {S Maria Lopez}.";
    assertThat(Fixture.tagger(marked, List.of(), List.of()).tag(Fixture.article(marked)).article().statements().get(0).speaker())
        .isEqualTo("Maria Lopez");
  }
}
