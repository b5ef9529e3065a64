package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Issue;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.tagging.encoder.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTaggerTest extends TaggerContract {
  @Override
  Tagger tagger() {
    return Fixture.tagger();
  }

  @Test
  void findsSomethingOfEachKindInNews() {
    TaggedArticle tagged = tagger().tag(article(NEWS)).article();
    assertThat(tagged.entities()).isNotEmpty();
    assertThat(tagged.statements()).hasSizeGreaterThan(2);
    assertThat(tagged.stances()).isNotEmpty();
    assertThat(tagged.conditions()).isNotEmpty();
    assertThat(tagged.taggerVersion()).isEqualTo(RuleTagger.VERSION);
  }

  @Test
  void statementsNameTheIssuesOfTheirSentence() {
    TaggedArticle tagged = Fixture.tag("Norway said the trawlers must leave. Finland said nothing would change.");
    assertThat(tagged.statements()).extracting(s -> s.issues()).containsExactly(List.of("fishing"), List.of());
  }

  @Test
  void anIssueThatIsNoQueryIsLeftOutAndTold() {
    assertThat(Fixture.tagger().refusedIssues()).containsExactly("broken");
  }

  @Test
  void issuesAreThoseThatItIsGiven() {
    Tagger changed = RuleTagger.of(List.of(Fixture.NORWAY), List.of(new Issue("ferry", "Ferries", "ferry")), Encoder.standard());
    assertThat(changed.tag(article("Norway said the ferries would stop.")).article().statements().get(0).issues()).containsExactly("ferry");
  }

  @Test
  void anActorThatItIsNotGivenIsNotKnown() {
    Tagger changed = RuleTagger.of(List.of(Fixture.NORWAY), List.of(), Encoder.standard());
    assertThat(changed.tag(article("Norway said that NATO was late.")).article().entities()).extracting(e -> e.actor())
        .containsExactly("norway", null);
  }

  @Test
  void aTaggerWithoutCatalogueStillFindsWhoSpeaks() {
    Tagger bare = RuleTagger.of(List.of(), List.of(), Encoder.standard());
    assertThat(bare.tag(article("\"We will wait,\" said Maria Lopez.")).article().statements().get(0).speaker()).isEqualTo("Maria Lopez");
  }
}
