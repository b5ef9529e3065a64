package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static dev.demarche.alerting.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.TriggerRule.Kind;
import dev.demarche.domain.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final TriggerRule SILENCE = new TriggerRule(Kind.SILENCE, 1, Duration.ofDays(2), null);

  @Test
  void aDraftThatWaitsForASilenceIsTakenToStandFromTheBeginning() {
    Watch draft = Watch.of("offers", Finding.Kind.STANCE).actors("norland", "sudria").trigger(SILENCE).build();
    Instant end = NOON.plus(Duration.ofDays(7));
    Hit hit = report().at(NOON.plus(Duration.ofDays(4))).trigger(SILENCE, "norland").hit();
    List<Alert> alerts = Rehearsal.of(draft, Houses.PLAIN, List.of(hit), NOON, end).alerts();
    assertThat(alerts).extracting(alert -> alert.who() + " " + alert.eventTime())
        .containsExactly("norland 2026-03-05T12:00:00Z", "sudria 2026-03-05T12:00:00Z", "Norland 2026-03-09T12:00:00Z");
  }

  @Test
  void aDraftThatCountsTellsWhatItsGraceHasPassed() {
    TriggerRule rule = new TriggerRule(Kind.COUNT, 1, Duration.ofDays(2), Duration.ofHours(6));
    Watch draft = Watch.of("offers", Finding.Kind.STANCE).actors("norland").trigger(rule).build();
    assertThat(Rehearsal.of(draft, Houses.PLAIN, List.of(report().trigger(rule).hit()), NOON, NOON.plusSeconds(3_600)).alerts()).isEmpty();
    assertThat(Rehearsal.of(draft, Houses.PLAIN, List.of(report().trigger(rule).hit()), NOON, NOON.plus(Duration.ofDays(1))).alerts()).hasSize(1);
  }

  @Test
  void alertsOfAGroupThatComeCloseAfterEachOtherAreToldTogether() {
    Watch draft = Watch.of("offers", Finding.Kind.STANCE).actors("norland").build();
    List<Hit> hits = List.of(report().hit(), report().article("a2").words("walked out of the talks in Geneva").at(NOON.plusSeconds(30)).hit(),
        report().article("a3").words("called the fishing treaty a scrap of paper").at(NOON.plusSeconds(60)).hit(),
        report().article("a4").words("tore up the border agreement of last spring").at(NOON.plus(Duration.ofHours(2))).hit());
    Rehearsal.Outcome outcome = Rehearsal.of(draft, Houses.PLAIN, hits, NOON, NOON.plus(Duration.ofDays(1)));
    assertThat(outcome.alerts()).hasSize(4);
    assertThat(outcome.told()).extracting(List::size).containsExactly(1, 2, 1);
  }

  @Test
  void whatComesMoreOftenThanTheWatchAllowsWaitsAndGoesOutTogether() {
    Watch draft = Watch.of("offers", Finding.Kind.STANCE).actors("norland")
        .grouping(new Grouping(List.of(Grouping.By.ACTOR), Duration.ZERO, Duration.ofMinutes(5), null, 1, Duration.ofHours(1))).build();
    List<Hit> hits = List.of(report().hit(), report().article("a2").words("walked out of the talks in Geneva").at(NOON.plusSeconds(600)).hit(),
        report().article("a3").words("called the fishing treaty a scrap of paper").at(NOON.plusSeconds(1_200)).hit());
    Rehearsal.Outcome outcome = Rehearsal.of(draft, Houses.PLAIN, hits, NOON, NOON.plus(Duration.ofDays(1)));
    assertThat(outcome.told()).extracting(List::size).containsExactly(1, 2);
    assertThat(outcome.throttled()).isEqualTo(2);
  }
}
