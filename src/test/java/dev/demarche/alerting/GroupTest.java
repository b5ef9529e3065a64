package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Grouping.By;
import dev.demarche.domain.Houses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final Grouping RULE = new Grouping(List.of(By.ACTOR), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4));
  private static final Group EMPTY = Group.of("offers", Map.of("actor", "norland"));

  private static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  @Test
  void theFirstAlertOfAGroupWaitsForTheDelay() {
    Group.Change first = EMPTY.join("a1", RULE, NOON);
    assertThat(first.next().due()).isEqualTo(after(30));
    assertThat(first.reason()).isEqualTo("the first of its group; waits 30s for others, until 2026-03-03T12:00:30Z");
    assertThat(first.next().join("a2", RULE, after(20)).next().due()).isEqualTo(after(30));
  }

  @Test
  void withoutDelayTheFirstGoesOutAtOnceAndWhatFollowsWhenTheIntervalIsOver() {
    Group.Change first = EMPTY.join("a1", Grouping.DEFAULT, NOON);
    assertThat(first.next().due()).isEqualTo(NOON);
    assertThat(first.reason()).isEqualTo("the first of its group; goes out at once");
    Group told = first.next().told(List.of("a1"), Grouping.DEFAULT, NOON);
    assertThat(told.waiting()).isEmpty();
    assertThat(told.join("a2", Grouping.DEFAULT, after(10)).next().due()).isEqualTo(after(300));
    assertThat(told.join("a2", Grouping.DEFAULT, after(300)).next().due()).isEqualTo(after(300));
    assertThat(told.join("a2", Grouping.DEFAULT, after(301)).next().due()).isEqualTo(after(301));
  }

  @Test
  void aGroupIsForgottenWhenNothingWaitsAndTheIntervalIsOver() {
    Group told = EMPTY.join("a1", Grouping.DEFAULT, NOON).next().told(List.of("a1"), Grouping.DEFAULT, NOON);
    assertThat(told.over(Grouping.DEFAULT, after(299))).isFalse();
    assertThat(told.over(Grouping.DEFAULT, after(300))).isTrue();
    assertThat(EMPTY.join("a1", RULE, NOON).next().told(List.of("a1"), RULE, NOON).over(RULE, after(300))).isFalse();
  }

  @Test
  void whatWasToldIsToldAgainUntilNobodyIsLeftToAcknowledge() {
    Group told = EMPTY.join("a1", RULE, NOON).next().told(List.of("a1", "a2"), RULE, NOON);
    assertThat(told.repeatAt()).isEqualTo(NOON.plus(Duration.ofHours(4)));
    assertThat(told.told(List.of("a3"), RULE, after(3_600)).repeatAt()).as("a busy group is repeated, too").isEqualTo(told.repeatAt());
    Group again = told.repeated(List.of("a2"), RULE, told.repeatAt());
    assertThat(again.told()).containsExactly("a2");
    assertThat(again.repeats()).isEqualTo(1);
    assertThat(again.repeatAt()).isEqualTo(NOON.plus(Duration.ofHours(8)));
    assertThat(again.repeated(List.of(), RULE, again.repeatAt()).repeatAt()).isNull();
  }

  @Test
  void aNotificationOfOneNewAlertHasItsIdAndAnyOtherOneOfItsOwn() {
    assertThat(EMPTY.notificationId(List.of("a1"), 0)).isEqualTo("a1");
    String two = EMPTY.notificationId(List.of("a1", "a2"), 0);
    assertThat(two).isEqualTo(EMPTY.notificationId(List.of("a1", "a2", "a3"), 0)).isNotEqualTo("a1");
    assertThat(EMPTY.notificationId(List.of("a1"), 1)).isNotIn("a1", two, EMPTY.notificationId(List.of("a1"), 2));
  }

  @Test
  void aGroupHoldsTheNewestThousandAndCountsTheRest() {
    Group group = EMPTY;
    for (int i = 0; i < 1_002; i++) {
      group = group.join("a" + i, RULE, NOON).next();
    }
    assertThat(group.waiting()).hasSize(1_000).startsWith("a2").endsWith("a1001");
    assertThat(group.dropped()).isEqualTo(2);
  }

  @Test
  void labelsAreTheCataloguesIdsElseTheNames() {
    Grouping all = new Grouping(List.of(By.ACTOR, By.TARGET, By.ACT, By.ISSUE), null, null, null);
    Alert alert = ((Decision.Fire) new Trigger(Houses.PLAIN).decide(Reports.report().hit(), null)).alert();
    assertThat(Group.labelsOf(alert, all)).isEqualTo(Map.of("actor", "norland", "target", "Sudria", "act", "reject", "issue", ""));
    assertThat(Group.of("offers", Group.labelsOf(alert, all)).words()).isEqualTo("act=reject, actor=norland, issue=none, target=Sudria");
  }

  @Test
  void aWatchThatMayTellTwiceAnHourTellsNextWhenTheFirstIsAnHourOld() {
    Grouping twice = new Grouping(List.of(), null, null, null, 2, Duration.ofHours(1));
    Pace pace = Pace.NONE.told(twice, NOON).told(twice, after(600));
    assertThat(pace.free(twice, after(700))).isEqualTo(after(3_600));
    assertThat(pace.free(twice, after(3_700))).isEqualTo(after(3_700));
    assertThat(pace.told(twice, after(3_700)).sent()).containsExactly(after(600), after(3_700));
    assertThat(pace.free(Grouping.DEFAULT, after(700))).isEqualTo(after(700));
  }

  @Test
  void whatCameTooOftenWaitsTogether() {
    Grouping once = new Grouping(List.of(By.ACTOR), null, null, null, 1, Duration.ofHours(1));
    Group.Change taken = Group.of("offers", Map.of()).take(EMPTY.join("a1", once, NOON).next(), after(3_600), once);
    assertThat(taken.next().waiting()).containsExactly("a1");
    assertThat(taken.reason()).isEqualTo("1 notification of the watch within 1h are the most; waits until 2026-03-03T13:00:00Z");
  }
}
