package dev.demarche.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Shift;
import dev.demarche.domain.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition is added to a position, or withdrawn. */
class ProvisosTest {
  private static final String BARE = "Norland SUPPORT - treaty backs the treaty";
  private static final String BOUND = "Norland SUPPORT - treaty backs the treaty if Sudria opens its ports";
  private static final String WAIVED = "Norland SUPPORT - treaty backs the treaty without preconditions";

  private static Chronicle chronicle() {
    return new Chronicle();
  }

  private static void oneEnd(Chronicle chronicle, String... shifts) {
    Chronicle.End inOrder = chronicle.end();
    assertThat(inOrder.shifts()).containsExactly(shifts);
    assertThat(chronicle.allEnds()).allSatisfy(end -> {
      assertThat(end.standing()).isEqualTo(inOrder.standing());
      assertThat(end.positions()).isEqualTo(inOrder.positions());
    });
  }

  @Test
  void aConditionOnWhatWasSupportedWithoutOneIsAddedAndWithdrawn() {
    oneEnd(chronicle().on("01-10", BARE).on("02-10", BARE).on("03-10", BOUND).on("04-10", WAIVED), "norland treaty CONDITION_ADDED 02-10 03-10",
        "norland treaty CONDITION_WITHDRAWN 03-10 04-10");
  }

  @Test
  void bothReceiptsSayOnWhichTermsTheSideIsHeld() {
    Shift added = chronicle().on("01-10", BARE).on("03-10", BOUND).end().standing().values().iterator().next();
    assertThat(added.from()).isEqualTo(Side.FOR);
    assertThat(added.to()).isEqualTo(Side.CONDITIONAL);
    assertThat(added.before().terms()).isNull();
    assertThat(added.after().terms().words().text()).isEqualTo("if Sudria opens its ports");
    assertThat(added.reason())
        .isEqualTo("SUPPORT on 2026-01-10, now SUPPORT on 2026-03-10: is for it on a condition, was without: \"if Sudria opens its ports\"");
  }

  @Test
  void anArticleThatLeavesTheConditionOutWithdrawsNothing() {
    oneEnd(chronicle().on("01-10", BOUND).on("02-10", BARE).on("03-10", "Norland AGREE - treaty").on("04-10", BOUND));
  }

  @Test
  void whatWasHeldOnConditionFromTheFirstIsNoShift() {
    oneEnd(chronicle().on("01-10", BOUND).on("02-10", BOUND));
    oneEnd(chronicle().on("01-10", WAIVED).on("02-10", BARE));
  }

  @Test
  void aFullerReportOfTheSameNewsAddsNothing() {
    oneEnd(chronicle().at("2026-01-10T08:00:00Z", "a.example", BARE).at("2026-01-10T20:00:00Z", "b.example", BOUND).on("02-10", BARE).on("03-10", WAIVED),
        "norland treaty CONDITION_WITHDRAWN 01-10 03-10");
  }

  @Test
  void oldNewsThatIsPrintedLateTakesNoChangeBack() {
    oneEnd(chronicle().on("01-10", BARE).at("2026-03-10T12:00:00Z", "a.example", BOUND).at("2026-03-10T20:00:00Z", "b.example", WAIVED),
        "norland treaty CONDITION_ADDED 01-10 03-10");
  }

  @Test
  void aTurnToTheOtherSideIsToldAsThatAlone() {
    oneEnd(chronicle().on("01-10", BARE).on("03-10", "Norland REJECT - treaty rejects the treaty if Sudria closes its ports"), "norland treaty CLOSED 01-10 03-10");
    oneEnd(chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", BOUND), "norland treaty OPENED 01-10 03-10");
  }

  @Test
  void aRefusalMayBeGivenAConditionToo() {
    oneEnd(chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", "Norland REJECT - treaty rejects the treaty if Sudria closes its ports")
        .on("04-10", "Norland REJECT - treaty rejects the treaty under any conditions"), "norland treaty CONDITION_ADDED 01-10 03-10",
        "norland treaty CONDITION_WITHDRAWN 03-10 04-10");
  }

  @Test
  void aThreatSetsNoConditionForWhatIsRejected() {
    oneEnd(chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", "Norland THREATEN - treaty warns of war if Sudria signs the treaty"));
  }

  @Test
  void anArticleThatTellsTheConditionAnywhereTellsItForAllOnThatSide() {
    oneEnd(chronicle().on("01-10", BARE).on("03-10", "Norland AGREE - treaty will sign", BARE, BOUND), "norland treaty CONDITION_ADDED 01-10 03-10");
    oneEnd(chronicle().on("01-10", BARE).on("03-10", WAIVED, BOUND));
  }

  @Test
  void aConditionTowardsOneIsNoneTowardsAnother() {
    oneEnd(chronicle().on("01-10", "Norland SUPPORT Sudria treaty").on("03-10", "Norland SUPPORT Westland treaty backs it if Westland pays"));
  }

  @Test
  void theConditionOfSomebodyElseIsNone() {
    oneEnd(chronicle().on("01-10", BARE).on("03-10", BARE, "Sudria AGREE - treaty will open its ports if Norland pays"));
  }

  @Test
  void whereTwoPublishersMustTellItOneAloneAddsNoCondition() {
    Rules two = new Rules(0.5, 2, Duration.ofDays(7), Duration.ofHours(24), 100);
    Chronicle one = chronicle().rules(two).on("01-10", BARE).on("01-11", "Norland AGREE - treaty says yes").on("03-11", BOUND, BARE);
    oneEnd(one);
    oneEnd(one.on("03-12", "Norland AGREE - treaty signs if the ports are open to all ships of the north"), "norland treaty CONDITION_ADDED 01-11 03-11");
  }

  @Test
  void whatIsFoldedAwayKeepsItsCondition() {
    Chronicle told = chronicle().rules(new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 1)).on("01-10", BARE).on("02-10", BOUND).on("03-10", BARE)
        .on("04-10", WAIVED);
    assertThat(told.end().shifts()).containsExactly("norland treaty CONDITION_ADDED 01-10 02-10", "norland treaty CONDITION_WITHDRAWN 02-10 04-10");
  }

  @Test
  void aPositionSaysOnWhichConditionItIsHeld() {
    Chronicle told = chronicle().on("01-10", BARE).on("03-10", BOUND).on("03-20", BARE);
    assertThat(told.end().positions().get("norland|treaty|").condition().terms().words().text()).isEqualTo("if Sudria opens its ports");
    assertThat(told.on("04-10", WAIVED).end().positions().get("norland|treaty|").condition()).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "backs the treaty unconditionally ; true", "gave the treaty its unconditional support ; true", "backs it without any preconditions ; true",
      "no longer insists on open ports ; true", "backs it no strings attached ; true", "backs an unconditional truce ; false",
      "backs it, but not unconditionally ; false", "does not back it without conditions ; false", "backs the treaty ; false"})
  void onlyWordsThatSayThatThereIsNoConditionWithdrawOne(String words, boolean withdrawn) {
    assertThat(chronicle().on("01-10", BOUND).on("03-10", "Norland SUPPORT - treaty " + words).end().shifts()).hasSize(withdrawn ? 1 : 0);
  }
}
