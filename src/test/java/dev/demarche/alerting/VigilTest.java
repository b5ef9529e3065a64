package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static dev.demarche.alerting.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Severity;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.TriggerRule.Kind;
import dev.demarche.domain.WatchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VigilTest {
  private static final TriggerRule TWO_WEEKS = new TriggerRule(Kind.SILENCE, 1, Duration.ofDays(14), Duration.ofHours(1));
  private static final WatchRef WATCH = new WatchRef("offers", 1, "Offers rejected", Severity.INFO);

  private Utterances utterances;
  private Vigil vigil = Vigil.from(NOON, "norland");

  private static Instant day(double days) {
    return NOON.plusSeconds(Math.round(days * 86_400));
  }

  private void hear(Reports report) {
    Decision decision = new Trigger(Houses.PLAIN).decide(report.trigger(TWO_WEEKS, "norland").hit(), utterances);
    utterances = decision.next();
    vigil = vigil.hear((Decision.Counts) decision);
  }

  private Optional<Alert> settle(double day) {
    Optional<Vigil.Silence> silence = vigil.settle(WATCH, TWO_WEEKS, day(day));
    silence.ifPresent(told -> vigil = told.next());
    return silence.map(Vigil.Silence::alert);
  }

  @Test
  void whoWasNeverHeardIsSilentFromTheTimeThatTheWatchWasPut() {
    assertThat(settle(14)).isEmpty();
    Alert alert = settle(14.05).orElseThrow();
    assertThat(alert.who()).isEqualTo("norland");
    assertThat(alert.finding()).isNull();
    assertThat(alert.reason()).isEqualTo("silence of norland for 14d, since the watch was put at 2026-03-03T12:00:00Z");
    assertThat(alert.eventTime()).isEqualTo(day(14));
  }

  @Test
  void aSilenceIsToldOnceWithTheLastThatWasSaid() {
    hear(report().at(day(3)));
    assertThat(settle(17)).isEmpty();
    Alert alert = settle(17.05).orElseThrow();
    assertThat(alert.who()).isEqualTo("Norland");
    assertThat(alert.article().id()).isEqualTo("a1");
    assertThat(alert.reason()).isEqualTo("silence of norland for 14d, since the last at 2026-03-06T12:00:00Z; the last: Norland (holder) REJECT");
    assertThat(settle(40)).isEmpty();
  }

  @Test
  void whoSpeaksAgainMayFallSilentAgain() {
    String first = settle(15).orElseThrow().id();
    hear(report().at(day(20)));
    assertThat(settle(34)).isEmpty();
    assertThat(settle(35)).hasValueSatisfying(alert -> assertThat(alert.id()).isNotEqualTo(first));
  }

  @Test
  void whatComesLateDoesNotTellASilenceTwice() {
    settle(15);
    hear(report().at(day(2)));
    assertThat(settle(17)).isEmpty();
  }

  @Test
  void aRetellingOfWhatWasSaidBeforeIsNoNewWord() {
    hear(report().at(day(1)));
    hear(report().article("a2").at(day(3)));
    assertThat(settle(15.05)).isPresent();
  }

  @Test
  void theOrderInWhichReportsComeDoesNotCount() {
    hear(report().article("a2").at(day(3)));
    hear(report().at(day(1)));
    hear(report().article("a3").words("speaks of something else altogether today").at(day(0.5)));
    assertThat(settle(15.05)).hasValueSatisfying(alert -> assertThat(alert.article().id()).isEqualTo("a1"));
  }

  @Test
  void noSilenceIsLongerThanTheWatchStands() {
    hear(report().at(day(-100)));
    assertThat(settle(14)).isEmpty();
    assertThat(settle(14.05)).isPresent();
  }

  @Test
  void theSameSilenceHasTheSameIdAtEveryReplay() {
    hear(report().at(day(3)));
    Vigil before = vigil;
    String id = settle(18).orElseThrow().id();
    vigil = before;
    assertThat(settle(30).orElseThrow().id()).isEqualTo(id);
    assertThat(List.of(id)).allMatch(one -> one.matches("[0-9a-f]{32}"));
  }
}
