package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static dev.demarche.alerting.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.TriggerRule.Kind;
import dev.demarche.domain.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpisodesTest {
  private static final TriggerRule COUNT = new TriggerRule(Kind.COUNT, 3, Duration.ofHours(6), null);
  private static final TriggerRule PUBLISHERS = new TriggerRule(Kind.PUBLISHERS, 3, Duration.ofDays(1), null);
  private static final TriggerRule BURST = new TriggerRule(Kind.BURST, 5, Duration.ofHours(6), null);

  private final Rehearsal counting = rehearsal();

  private static Rehearsal rehearsal() {
    return new Rehearsal(Watch.of("offers", Finding.Kind.STANCE).actors("norland").build(), Houses.PLAIN, NOON);
  }

  private static Instant hour(double hours) {
    return NOON.plusSeconds(Math.round(hours * 3_600));
  }

  /** An utterance of its own. */
  private static Reports said(TriggerRule rule, int n, double hour) {
    return report().article("a" + n).words("item" + n + " clause" + n + " term" + n + " paragraph" + n).at(hour(hour)).trigger(rule);
  }

  @Test
  void soManyWithinTheTimeRaiseOneAlertThatNamesThem() {
    assertThat(counting.take(said(COUNT, 1, 0).hit())).isEmpty();
    assertThat(counting.take(said(COUNT, 2, 1).hit())).isEmpty();
    Alert alert = counting.take(said(COUNT, 3, 5).hit()).get(0);
    assertThat(alert.trigger()).isEqualTo(Kind.COUNT);
    assertThat(alert.reason()).isEqualTo("3 utterances within 6h, of at least 3; the last: Norland (holder) REJECT");
    assertThat(alert.counted()).extracting(one -> one.article().id()).containsExactly("a1", "a2", "a3");
    assertThat(alert.counted()).extracting(Counted::words).first().isEqualTo("item1 clause1 term1 paragraph1");
    assertThat(alert.eventTime()).isEqualTo(hour(5));
    assertThat(alert.utterance()).isEqualTo(alert.counted().get(2).utterance());
  }

  @Test
  void thoseThatLieFurtherApartRaiseNone() {
    assertThat(IntStream.range(0, 9).boxed().flatMap(n -> counting.take(said(COUNT, n, 3 * n).hit()).stream())).isEmpty();
  }

  @Test
  void copiesAndRetellingsCountOnce() {
    counting.take(said(COUNT, 1, 0).hit());
    counting.take(said(COUNT, 1, 1).article("b1").publisher("other.example").hit());
    counting.take(said(COUNT, 1, 2).article("c1").publisher("third.example").hit());
    assertThat(counting.take(said(COUNT, 2, 3).hit())).isEmpty();
    assertThat(counting.take(said(COUNT, 3, 4).hit())).hasSize(1);
  }

  @Test
  void anEpisodeIsToldOnceAndTheNextOneCountsOthers() {
    List<Alert> alerts = IntStream.range(0, 9).boxed().flatMap(n -> counting.take(said(COUNT, n, n).hit()).stream()).toList();
    assertThat(alerts).hasSize(1);
    assertThat(IntStream.range(9, 12).boxed().flatMap(n -> counting.take(said(COUNT, n, 6 + n).hit()).stream())).singleElement()
        .satisfies(next -> assertThat(next.counted()).extracting(one -> one.article().id()).containsExactly("a9", "a10", "a11"));
  }

  @Test
  void theIdDependsOnWatchAndEpisodeAlone() {
    Rehearsal other = rehearsal();
    List<Alert> one = IntStream.of(1, 2, 3).boxed().flatMap(n -> counting.take(said(COUNT, n, n).hit()).stream()).toList();
    List<Alert> two = IntStream.of(1, 2, 3).boxed().flatMap(n -> other.take(said(COUNT, n, n).watchVersion(2).hit()).stream()).toList();
    assertThat(one).extracting(Alert::id).containsExactly(two.get(0).id());
  }

  @Test
  void withAGraceAnAlertWaitsForThoseThatComeLater() {
    TriggerRule patient = COUNT.withGrace(Duration.ofHours(2));
    IntStream.of(1, 2, 3).forEach(n -> assertThat(counting.take(said(patient, n, n).hit())).isEmpty());
    counting.take(said(patient, 4, 0.5).received(hour(3.5)).hit());
    assertThat(counting.pass(hour(3.9))).isEmpty();
    assertThat(counting.pass(hour(4))).singleElement()
        .satisfies(alert -> assertThat(alert.counted()).extracting(one -> one.article().id()).containsExactly("a4", "a1", "a2"));
  }

  @Test
  void whatComesLaterThanTheGraceMayCompleteAnEpisodeButTellsNoneTwice() {
    counting.take(said(COUNT, 1, 0).hit());
    counting.take(said(COUNT, 2, 5).hit());
    counting.take(said(COUNT, 9, 20).hit());
    assertThat(counting.take(said(COUNT, 3, 4).received(hour(21)).hit())).singleElement()
        .satisfies(alert -> assertThat(alert.article().id()).isEqualTo("a3"));
    assertThat(counting.take(said(COUNT, 4, 3).received(hour(22)).hit())).isEmpty();
  }

  @Test
  void soManyIndependentPublishersOfOneUtteranceRaiseOneAlert() {
    counting.take(report().trigger(PUBLISHERS).hit());
    counting.take(report().trigger(PUBLISHERS).article("a2").at(hour(1)).hit());
    counting.take(report().trigger(PUBLISHERS).article("a3").publisher("herald.example").at(hour(2)).hit());
    Alert alert = counting.take(report().trigger(PUBLISHERS).article("a4").publisher("post.example").at(hour(3)).hit()).get(0);
    assertThat(alert.reason()).startsWith("3 independent publishers within 1d, of at least 3; the last: ");
    assertThat(alert.counted()).extracting(one -> one.article().publisher())
        .containsExactly("gazette.example", "gazette.example", "herald.example", "post.example");
    assertThat(counting.take(report().trigger(PUBLISHERS).article("a5").publisher("globe.example").at(hour(4)).hit())).isEmpty();
  }

  @Test
  void publishersThatCopyOneTextAreNotIndependent() {
    for (int n = 0; n < 5; n++) {
      assertThat(counting.take(report().trigger(PUBLISHERS).article("a" + n).text("one text").publisher("p" + n + ".example").at(hour(n)).hit())).isEmpty();
    }
  }

  @Test
  void publishersOfDifferentUtterancesDoNotAddUp() {
    for (int n = 0; n < 5; n++) {
      assertThat(counting.take(said(PUBLISHERS, n, n).publisher("p" + n + ".example").hit())).isEmpty();
    }
  }

  @Test
  void manyMoreThanAnActorsUsualRateAreABurst() {
    int n = 0;
    for (; n < 10; n++) {
      assertThat(counting.take(said(BURST, n, 18 * n).hit())).isEmpty();
    }
    List<Alert> alerts = new ArrayList<>();
    for (; n < 18; n++) {
      alerts.addAll(counting.take(said(BURST, n, 180 + 0.5 * n).hit()));
    }
    Alert alert = alerts.get(0);
    assertThat(alerts).hasSize(1);
    assertThat(alert.actor()).isEqualTo("Norland");
    assertThat(alert.reason()).isEqualTo("5 utterances within 6h, where 0.30 are usual (9 in the 30.0 windows before); probability 0.000045; the last: "
        + "Norland (holder) REJECT");
  }

  @Test
  void whoAlwaysSpeaksAsOftenBurstsNever() {
    assertThat(IntStream.range(0, 200).boxed().flatMap(n -> counting.take(said(BURST, n, n).hit()).stream())).isEmpty();
  }

  @Test
  void eachActorHasARateOfItsOwn() {
    for (int n = 0; n < 10; n++) {
      counting.take(said(BURST, n, 18 * n).hit());
      counting.take(said(BURST, 100 + n, 18 * n).who("Sudria", "sudria").hit());
    }
    assertThat(IntStream.range(10, 16).boxed().flatMap(n -> counting.take(
        (n % 2 == 0 ? said(BURST, n, 180 + n) : said(BURST, n, 180 + n).who("Sudria", "sudria")).hit()).stream())).isEmpty();
  }

  @Test
  void ofAWatchThatNamesActorsTheRateIsThatOfTheNamedOne() {
    Hit hit = report().trigger(BURST, "eu-governments").hit();
    Decision.Counts counts = (Decision.Counts) new Trigger(Houses.PLAIN).decide(hit, null);
    assertThat(Episodes.keysOf(counts)).containsExactly(Map.entry("offers|BURST|eu-governments", "eu-governments"));
  }

  @Test
  void whatIsKeptIsBounded() {
    TriggerRule year = new TriggerRule(Kind.BURST, 5, Duration.ofDays(365), null);
    IntStream.range(0, 400).forEach(n -> counting.take(said(year, n, n).hit()));
    assertThat(counting.episodes().values()).singleElement().satisfies(kept -> {
      assertThat(kept.occurrences()).hasSize(Episodes.MAX_OCCURRENCES);
      assertThat(kept.since()).isEqualTo(hour(99));
      assertThat(kept.occurrences()).allSatisfy(one -> assertThat(one.hit()).isNull());
    });
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"COUNT", "PUBLISHERS", "BURST"})
  void articlesThatComeLateAndOutOfOrderGiveTheSameAlerts(Kind kind) {
    Duration grace = Duration.ofHours(12);
    TriggerRule rule = new TriggerRule(kind, kind == Kind.BURST ? 4 : 3, Duration.ofHours(kind == Kind.PUBLISHERS ? 24 : 6), grace);
    int told = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<Reports> reports = story(rule, random);
      List<String> inOrder = alerts(reports, Comparator.comparing(report -> report.hit().article().publishedAt()), grace);
      reports.forEach(report -> report.received(report.hit().article().publishedAt().plusSeconds(random.nextInt((int) grace.toSeconds()))));
      Collections.shuffle(reports, random);
      assertThat(alerts(reports, Comparator.comparing(report -> report.hit().article().receivedAt()), grace)).as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(inOrder);
      told += inOrder.size();
    }
    assertThat(told).isGreaterThan(40);
  }

  /** Of two weeks, in which much is said on two days, and what is said told again by others. */
  private static List<Reports> story(TriggerRule rule, Random random) {
    List<Reports> reports = new ArrayList<>();
    double[] days = {24 * (6 + random.nextInt(4)), 24 * (11 + random.nextInt(3))};
    for (int n = 0; n < 36; n++) {
      double hour = n < 18 ? random.nextDouble() * 24 * 14 : days[n % 2] + random.nextDouble() * 5;
      for (int copy = 0; copy <= random.nextInt(4); copy++) {
        reports.add(said(rule, n, hour + copy * random.nextDouble() * 8).article("a" + n + "-" + copy).publisher("p" + random.nextInt(9) + ".example"));
      }
    }
    return reports;
  }

  private static List<String> alerts(List<Reports> reports, Comparator<Reports> order, Duration grace) {
    Rehearsal counting = rehearsal();
    List<Alert> alerts = new ArrayList<>();
    reports.stream().sorted(order).forEach(report -> alerts.addAll(counting.take(report.hit())));
    alerts.addAll(counting.pass(hour(24 * 30).plus(grace)));
    return alerts.stream().map(alert -> alert.id() + " " + alert.eventTime() + " " + alert.reason() + " "
        + alert.counted().stream().map(one -> one.utterance() + " " + one.article().id()).toList()).toList();
  }
}
