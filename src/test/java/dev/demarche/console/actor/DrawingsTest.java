package dev.demarche.console.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarche.console.index.Found;
import dev.demarche.console.reader.Made;
import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingsTest {

  private static Found stance(String id, String at, int polarity) {
    Span words = Span.of("No.", 0, 3);
    return new Found(new Finding(Finding.Kind.STANCE, "x:1:" + id, "A", "a", Act.REJECT, polarity, "B", "b", Set.of(), List.of(), List.of(words), words, 1, null,
        null), new ArticleRef("x", 1, null, "p", "t", Instant.parse(at), null, null));
  }

  private static Portrait.Tie tie(String who, long forIt, long against, long neither) {
    return new Portrait.Tie(new Named(who, who, null), forIt, against, neither, 0, 0, 0);
  }

  @Test
  void stancesStandInTheRowOfTheirSignAtTheirTime() {
    Timeline drawn = Timeline.of(List.of(stance("a1", "2025-05-11T00:00:00Z", -1), stance("a0", "2025-05-01T00:00:00Z", 1)), List.of());
    assertThat(drawn.points()).extracting(Timeline.Point::x, Timeline.Point::y, Timeline.Point::link)
        .containsExactly(tuple(84, 28, "/articles/x#a0"), tuple(740, 132, "/articles/x#a1"));
    assertThat(drawn.ticks()).extracting(Timeline.Tick::text).containsExactly("1 May", "3 May", "5 May", "7 May", "9 May", "11 May");
  }

  @Test
  void stancesOfOneTimeDoNotHideEachOther() {
    Timeline drawn = Timeline.of(List.of(stance("a0", "2025-05-01T00:00:00Z", 1), stance("a1", "2025-05-01T00:00:00Z", 1), stance("a2", "2025-05-01T00:00:00Z", 1)),
        List.of(Made.shift(Made.article("x", null, null))));
    assertThat(drawn.points()).extracting(Timeline.Point::y).doesNotHaveDuplicates();
    assertThat(drawn.turns()).extracting(Timeline.Turn::link).containsExactly("#shift-0");
  }

  @Test
  void withoutStancesNothingIsDrawn() {
    assertThat(Timeline.of(List.of(), List.of()).points()).isEmpty();
    assertThat(Circle.of(List.of()).spokes()).isEmpty();
    assertThat(Bars.of(List.of()).bars()).isEmpty();
  }

  @Test
  void theOthersStandAroundTheFriendliestAtTheTopWhateverTheirOrder() {
    List<Portrait.Tie> ties = List.of(tie("foe", 0, 8, 0), tie("friend", 4, 0, 0), tie("both", 1, 1, 0), tie("none", 0, 0, 2));
    Circle drawn = Circle.of(ties);
    assertThat(drawn.spokes()).extracting(Circle.Spoke::name, Circle.Spoke::sign, Circle.Spoke::number).containsExactly(
        tuple("friend", "for", "+4"), tuple("both", "mixed", "+1 −1"),
        tuple("none", "neither", "○2"), tuple("foe", "against", "−8"));
    assertThat(drawn.spokes().get(0)).extracting(Circle.Spoke::x, Circle.Spoke::y, Circle.Spoke::width).containsExactly(320, 50, 3.0);
    assertThat(Circle.of(List.of(ties.get(3), ties.get(1), ties.get(2), ties.get(0)))).isEqualTo(drawn);
  }

  @Test
  void theBusiestDayHasTheHighestBar() {
    LocalDate day = LocalDate.of(2025, 5, 1);
    Bars drawn = Bars.of(List.of(new Portrait.Day(day, 4), new Portrait.Day(day.plusDays(1), 0), new Portrait.Day(day.plusDays(2), 1)));
    assertThat(drawn.bars()).extracting(Bars.Bar::height).containsExactly(64, 0, 16);
    assertThat(drawn.text()).isEqualTo("5 articles from 2025-05-01 to 2025-05-03, at most 4 a day");
  }
}
