package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Position;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import dev.demarche.domain.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up story of conditions, read by the real tagger, through the topology. */
class TermsStoryTest {
  private static Retold story;

  @TempDir Path folder;

  @BeforeAll
  static void tag() {
    story = new Retold(TermsStory.ARTICLES, TermsStory.ACTORS);
  }

  @Test
  void hasExactlyItsShiftsWithBothReceipts() {
    Retold.End end = story.inOrder(folder);
    assertThat(end.standing()).isEqualTo(TermsStory.SHIFTS);
    Shift added = end.told().stream().filter(shift -> shift.actor().equals("norway") && shift.kind() == Shift.Kind.CONDITION_ADDED).findFirst().orElseThrow();
    assertThat(added.before().sentence().text()).contains("Norway supports the ceasefire plan");
    assertThat(added.after().terms().words().text()).isEqualTo("only if Russia withdraws its troops");
    assertThat(added.after().article().url()).isEqualTo("https://northpost.example/t05");
    Shift withdrawn = end.told().stream().filter(shift -> shift.actor().equals("norway") && shift.kind() == Shift.Kind.CONDITION_WITHDRAWN).findFirst().orElseThrow();
    assertThat(withdrawn.before().article().id()).isEqualTo("t05");
    assertThat(withdrawn.after().terms().words().text()).isEqualTo("without preconditions");
  }

  @Test
  void saysOnWhichConditionActorsStand() {
    Map<String, Position> positions = story.inOrder(folder).positions();
    assertThat(positions.get("poland|peace-talks|").condition().terms().words().text()).isEqualTo("unless Ukraine sits at the table");
    assertThat(positions.get("norway|ceasefire|").condition()).isNull();
    assertThat(positions.get("japan|ceasefire|").condition()).isNull();
  }

  @Test
  void endsInTheSameStateInWhateverOrderTheArticlesArrive() {
    story.assertOrderDoesNotCount(folder);
  }

  @Test
  void tellsAWatchOfAConditionThatIsAdded() {
    Watch added = Watch.of("hedges", Finding.Kind.SHIFT).name("Who hedges?").actors("norway", "spain").to(Side.CONDITIONAL).build();
    List<Article> latecomer = new ArrayList<>(TermsStory.ARTICLES);
    Collections.rotate(latecomer.subList(0, 8), 1);
    for (List<Article> order : List.of(TermsStory.ARTICLES, latecomer)) {
      assertThat(story.end(folder, order, added).alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.article().id()).isEqualTo("t05");
        assertThat(alert.reason()).startsWith("Norway (holder) from for to conditional; was: SUPPORT \"");
      });
    }
  }
}
