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

/** The made-up story, read by the real tagger, through the topology. */
class StoryTest {
  private static Retold story;

  @TempDir Path folder;

  @BeforeAll
  static void tag() {
    story = new Retold(Story.ARTICLES, Story.ACTORS);
  }

  @Test
  void hasExactlyItsShiftsWithBothReceipts() {
    Retold.End end = story.inOrder(folder);
    assertThat(end.standing()).isEqualTo(Story.SHIFTS);
    assertThat(end.shifts()).hasSize(Story.SHIFTS.size());
    Shift hungary = end.told().stream().filter(shift -> shift.actor().equals("hungary")).findFirst().orElseThrow();
    assertThat(hungary.before().sentence().text()).startsWith("Hungary opposes the ceasefire plan");
    assertThat(hungary.before().article().publisher()).isEqualTo("northpost.example");
    assertThat(hungary.after().sentence().text()).contains("Hungary on Tuesday accepted the ceasefire plan");
    assertThat(hungary.after().article().url()).isEqualTo("https://dailyledger.example/s09");
  }

  @Test
  void leavesTheActorsWhereTheyStand() {
    Map<String, Position> positions = story.inOrder(folder).positions();
    assertThat(positions.get("hungary|ceasefire|").now().side()).isEqualTo(Side.FOR);
    assertThat(positions.get("hungary|ceasefire|").reports()).isEqualTo(3);
    assertThat(positions.get("poland|peace-talks|").now()).satisfies(now -> {
      assertThat(now.side()).isEqualTo(Side.AGAINST);
      assertThat(now.since()).isEqualTo("2025-11-05T09:00:00Z");
      assertThat(now.publishers()).isEqualTo(2);
      assertThat(now.reports()).isEqualTo(3);
    });
    assertThat(positions.get("germany|military-aid|").history()).singleElement().satisfies(before -> assertThat(before.side()).isEqualTo(Side.FOR));
  }

  @Test
  void endsInTheSameStateInWhateverOrderTheArticlesArrive() {
    story.assertOrderDoesNotCount(folder);
  }

  @Test
  void tellsAWatchOfAShiftWithBothReceiptsOnce() {
    Watch opened = Watch.of("opens", Finding.Kind.SHIFT).name("Who opens up?").actors("hungary", "germany").from(Side.AGAINST).to(Side.FOR).build();
    List<Article> latecomer = new ArrayList<>(Story.ARTICLES);
    Collections.rotate(latecomer.subList(0, 9), 1);
    for (List<Article> order : List.of(Story.ARTICLES, latecomer)) {
      assertThat(story.end(folder, order, opened).alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.finding().shift().actor()).isEqualTo("hungary");
        assertThat(alert.article().id()).isEqualTo("s09");
        assertThat(alert.reason()).startsWith("Hungary (holder) from against to for; was: REJECT \"").contains("; is: AGREE \"Hungary ")
            .endsWith("(dailyledger.example, 2025-12-16)");
      });
    }
  }
}
