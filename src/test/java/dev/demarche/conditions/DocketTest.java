package dev.demarche.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Bearing;
import dev.demarche.domain.Bearing.Done;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.Bearing.Told;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.ReportedDeed.Manner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocketTest {
  private static final Rules RULES = new Rules(0.5, 100);
  private static final String ASKS = "finland RETREAT withdraw patrol";
  private static final String FOLLOWS = "not norway AGREE sign pact";

  private final List<Seen> stored = new ArrayList<>();
  private Docket docket = Docket.EMPTY;
  private final List<String> asked = new ArrayList<>();

  private List<String> take(Told told) {
    return taken(new Bearing("finland", told.receipt().article(), "t-1", List.of(told), List.of()));
  }

  private List<String> take(Seen seen) {
    List<String> news = taken(new Bearing("finland", seen.receipt().article(), "t-1", List.of(),
        List.of(new Done(seen.doers(), seen.deed(), seen.receipt().sentence()))));
    stored.add(seen);
    return news;
  }

  private List<String> taken(Bearing bearing) {
    Docket.Outcome outcome = docket.take(bearing, from -> {
      asked.add(from.toString().substring(0, 10));
      return stored.stream().filter(one -> !one.receipt().at().isBefore(from)).toList();
    }, RULES);
    docket = outcome.next();
    return outcome.news().stream().map(state -> state.state() + " " + state.last().receipt().article().id()).toList();
  }

  private List<String> lives() {
    return docket.states(RULES).values().stream().map(state -> state.by() + ": " + state.changes().stream()
        .map(change -> change.state() + " " + change.receipt().article().id()).collect(Collectors.joining(", "))).toList();
  }

  @Test
  void aConditionIsSetAndBreachedAndMetAfterAll() {
    assertThat(take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS))).containsExactly("OPEN a");
    assertThat(take(Reports.seen("b", 9, Manner.REFUSED, "not finland RETREAT withdraw patrol"))).containsExactly("BREACHED b");
    assertThat(take(Reports.seen("c", 20, Manner.DONE, "finland RETREAT withdraw patrol"))).containsExactly("MET c");
    assertThat(take(Reports.seen("d", 25, Manner.REFUSED, "not finland RETREAT withdraw patrol"))).isEmpty();
    assertThat(lives()).containsExactly("norway: OPEN a, BREACHED b, MET c");
  }

  @Test
  void deedsAreReadFromWhenTheConditionWasFirstSetAndNotForEachCopyOfIt() {
    take(Reports.told("a", 5, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.told("b", 6, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.told("c", 7, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.told("d", 8, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.seen("e", 9, Manner.DONE, "finland RETREAT withdraw patrol"));
    assertThat(asked).containsExactly("2026-01-05", "2026-01-05");
    assertThat(lives()).containsExactly("norway: OPEN a, MET e");
  }

  @Test
  void aDeedThatArrivesBeforeTheConditionStillCounts() {
    assertThat(take(Reports.seen("b", 9, Manner.DONE, "finland RETREAT withdraw patrol"))).isEmpty();
    assertThat(take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS))).containsExactly("OPEN a", "MET b");
  }

  @Test
  void aDeedOfBeforeTheConditionDoesNotCount() {
    take(Reports.seen("b", 9, Manner.DONE, "finland RETREAT withdraw patrol"));
    assertThat(take(Reports.told("a", 12, "norway", "unless", ASKS, FOLLOWS))).containsExactly("OPEN a");
  }

  @Test
  void otherWordsOfTheSameSetterAreTheSameConditionAndOtherSettersAreNot() {
    take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.told("b", 2, "norway", "until", "finland RETREAT pul boat patrol", FOLLOWS));
    take(Reports.told("c", 3, "sweden", "until", ASKS, "not sweden CONCEDE lift ban"));
    assertThat(docket.states(RULES).values()).extracting(state -> state.by() + " " + state.reports()).containsExactlyInAnyOrder("norway 2",
        "sweden 1");
    assertThat(docket.states(RULES).values()).extracting(ConditionState::publishers).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void anotherDemandOfTheSameSetterIsAnotherCondition() {
    take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.told("b", 2, "norway", "if", "finland - pay debt", "norway CONCEDE lift ban"));
    assertThat(docket.states(RULES)).hasSize(2);
  }

  @Test
  void theSameReportAgainChangesNothing() {
    take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS));
    take(Reports.seen("b", 9, Manner.DONE, "finland RETREAT withdraw patrol"));
    assertThat(take(Reports.seen("b", 9, Manner.DONE, "finland RETREAT withdraw patrol"))).isEmpty();
    assertThat(take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS))).isEmpty();
  }

  @Test
  void anyOrderOfArrivalEndsTheSame() {
    List<Object> reports = List.of(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS),
        Reports.told("b", 3, "norway", "until", "finland - pul boat patrol", FOLLOWS), Reports.told("c", 5, "norway", "if", "finland - pay debt",
            "norway AID lend mon"),
        Reports.seen("d", 8, Manner.REFUSED, "not finland RETREAT withdraw patrol"), Reports.seen("e", 11, Manner.DONE, "finland - pay debt"),
        Reports.seen("f", 20, Manner.DONE, "finland RETREAT withdraw patrol"), Reports.seen("g", 22, Manner.DONE, "finland RETREAT withdraw patrol"));
    Random random = new Random(1);
    List<List<String>> ends = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Object> order = new ArrayList<>(reports);
      Collections.shuffle(order, random);
      docket = Docket.EMPTY;
      stored.clear();
      order.forEach(one -> {
        if (one instanceof Told told) {
          take(told);
        } else {
          take((Seen) one);
        }
      });
      ends.add(lives());
    }
    assertThat(ends).allSatisfy(end -> assertThat(end).containsExactly("norway: OPEN a, BREACHED d, MET f", "norway: OPEN c, MET e"));
  }

  @Test
  void whatWasLastReportedLongAgoIsForgotten() {
    take(Reports.told("a", 1, "norway", "unless", ASKS, FOLLOWS));
    Docket.Outcome outcome = docket.prune(Instant.parse("2026-01-02T00:00:00Z"), RULES);
    assertThat(outcome.next().empty()).isTrue();
    assertThat(outcome.states().values()).containsExactly((ConditionState) null);
  }
}
