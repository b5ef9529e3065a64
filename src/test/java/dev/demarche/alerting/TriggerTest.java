package dev.demarche.alerting;

import static dev.demarche.alerting.Reports.NOON;
import static dev.demarche.alerting.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Coverage;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Reporting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

  private static final String WIRE = "The government of Norland met on Tuesday for six hours behind closed doors. "
      + "It came out late and tired, and a spokesman read two lines to the press in the rain. "
      + "The harbour stays shut, the trains do not run, and nobody could say for how long that would go on.";

  private final Trigger trigger = new Trigger(Houses.PLAIN);
  private final Map<String, Utterances> store = new HashMap<>();

  @Test
  void theFirstReportRaisesAnAlertThatSaysAllOfIt() {
    Alert alert = fired(decide(report()));
    assertThat(alert.id()).matches("[0-9a-f]{32}");
    assertThat(alert.episode()).isEqualTo(alert.utterance());
    assertThat(alert.reason()).isEqualTo("Norland (holder) REJECT");
    assertThat(alert.eventTime()).isEqualTo(NOON);
    assertThat(alert.eventTimeFrom()).isEqualTo("publishedAt");
    assertThat(alert.firedAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(alert.taggerVersion()).isEqualTo("test-1");
  }

  @Test
  void aWordForWordCopyIsToldAlready() {
    Alert alert = fired(decide(report()));
    Decision copy = decide(report().article("a2").publisher("herald.example").at(hoursLater(2)));
    assertThat(told(copy)).isEqualTo(alert.id());
    assertThat(copy.reason()).isEqualTo("same actor, same act, 100 % of the words, 2 h apart: told already by alert " + alert.id());
  }

  @Test
  void aParaphraseIsToldAlready() {
    decide(report());
    assertThat(decide(report().article("a2").words("has rejected an offer of ceasefire by its neighbour")))
        .isInstanceOf(Decision.Told.class);
  }

  @Test
  void aPieceCutFromTheQuoteIsToldAlready() {
    decide(report().words("rejected the ceasefire offer of its neighbour, called it a trap laid by tired generals, and left the hall"));
    assertThat(decide(report().article("a2").words("called it a trap laid by tired generals"))).isInstanceOf(Decision.Told.class);
  }

  @Test
  void aCutCopyIsToldAlreadyThoughFewerWordsAreTheSame() {
    decide(report().text(WIRE).words("rejected the ceasefire offer, its terms and its timing"));
    Decision cut = decide(report().article("a2").text(WIRE.substring(0, WIRE.length() - 8)).at(daysLater(10))
        .words("rejected a ceasefire that the north had drafted"));
    assertThat(cut).isInstanceOf(Decision.Told.class);
    assertThat(cut.reason()).contains("10 days apart, in a copy of a text that reported it");
  }

  @Test
  void theSameWordsInAnUnrelatedTextAreNotEnoughWhenTheyAreFew() {
    decide(report().words("rejected the ceasefire offer, its terms and its timing"));
    assertThat(decide(report().article("a2").words("rejected a ceasefire that the north had drafted"))).isInstanceOf(Decision.Fire.class);
  }

  @Test
  void aCopyThatHoldsANewDenialRaisesAnotherAlert() {
    decide(report().text(WIRE).words("rejected the ceasefire offer, its terms and its timing"));
    Reports copy = report().article("a2").text(WIRE + " More soon.");
    assertThat(decide(copy.words("rejected the ceasefire offer, its terms and its timing"))).isInstanceOf(Decision.Told.class);
    assertThat(decide(copy.words("rejected a ceasefire that the north had drafted"))).isInstanceOf(Decision.Fire.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "rejected the offer   | rejects the offers               | Told",
      "rejected the offer   | rejected the offer made in April | Told",
      "rejected it          | rejected it                      | Told",
      "rejected the offer   | rejected the treaty              | Fire",
      "rejected it          | rejected the treaty              | Fire",
      "no                   | no                               | Told",
      "will                 | was                              | Fire",
      "offered talks        | offered talks in a long speech on trains harbours wages schools winter wheat and rain | Fire",
  })
  void shortEvidenceMustBeEqualOrContained(String first, String second, String outcome) {
    decide(report().words(first));
    assertThat(decide(report().article("a2").words(second)).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "accepts the ceasefire offer of the north in full | does not accept the ceasefire offer of the north in full",
      "would open all of the eastern border crossings   | wouldn\u2019t open all of the eastern border crossings",
  })
  void aNegationMakesAnotherUtterance(String first, String second) {
    decide(report().words(first));
    assertThat(decide(report().article("a2").words(second))).isInstanceOf(Decision.Fire.class);
  }

  @Test
  void anotherActIsAnotherUtterance() {
    Alert alert = fired(decide(report()));
    assertThat(fired(decide(report().article("a2").act(Act.DOUBT))).id()).isNotEqualTo(alert.id());
  }

  @Test
  void anotherSpeakerIsAnotherUtterance() {
    Alert alert = fired(decide(report()));
    assertThat(fired(decide(report().article("a2").who("Westland", "westland"))).id()).isNotEqualTo(alert.id());
  }

  @Test
  void severalTargetsOfOneActAreOneUtterance() {
    decide(report().target("Sudria"));
    assertThat(decide(report().target("Westland"))).isInstanceOf(Decision.Told.class);
  }

  @Test
  void anActorThatTheCatalogueLearnsOfKeepsItsUtterances() {
    decide(report().who("Anna Lée", null));
    assertThat(decide(report().article("a2").who("Anna Lee", "anna-lee"))).isInstanceOf(Decision.Told.class);
  }

  @Test
  void theSameWordsFourDaysLaterAreAnotherUtterance() {
    Alert alert = fired(decide(report()));
    assertThat(decide(report().article("a2").at(daysLater(3)))).isInstanceOf(Decision.Told.class);
    assertThat(fired(decide(report().article("a3").at(daysLater(4)))).id()).isNotEqualTo(alert.id());
  }

  @Test
  void reportsThatComeOutOfOrderAreToldAlready() {
    decide(report());
    Utterance utterance = theOne(decide(report().article("a2").published(daysLater(-2))));
    assertThat(utterance.firstEventTime()).isEqualTo(daysLater(-2));
    assertThat(utterance.lastEventTime()).isEqualTo(NOON);
    assertThat(decide(report().article("a3").published(daysLater(-4)))).isInstanceOf(Decision.Fire.class);
  }

  @Test
  void anEditedWatchTellsNobodyTwice() {
    Alert alert = fired(decide(report()));
    assertThat(told(decide(report().article("a2").watchVersion(2)))).isEqualTo(alert.id());
  }

  @Test
  void aReplayIntoAnEmptyStoreGivesTheSameAlertId() {
    Alert alert = fired(decide(report()));
    store.clear();
    assertThat(fired(decide(report().article("a2").watchVersion(5).target(null).at(hoursLater(3)))).id()).isEqualTo(alert.id());
  }

  @Test
  void theSameHitAgainChangesNothing() {
    Utterances first = decide(report()).next();
    assertThat(decide(report()).next()).isEqualTo(first);
  }

  @Test
  void anArticleDatedInTheFutureCountsFromItsReceipt() {
    Alert alert = fired(decide(report().published(Instant.parse("2099-01-01T00:00:00Z"))));
    assertThat(alert.eventTime()).isEqualTo(NOON.plusSeconds(60));
    assertThat(alert.eventTimeFrom()).isEqualTo("receivedAt");
  }

  @Test
  void whatWasNotSeenForThirtyDaysIsForgotten() {
    decide(report());
    decide(report().article("a2").words("rejected all talks on the price of winter wheat").at(daysLater(20)));
    assertThat(decide(report().article("a3").words("rejected a visit by three senior judges").at(daysLater(31))).next().open())
        .extracting(Utterance::eventTime).containsExactly(daysLater(20), daysLater(31));
  }

  @Test
  void noMoreUtterancesStayOpenThanTheBound() {
    Decision last = IntStream.range(0, Utterances.MAX_OPEN + 5)
        .mapToObj(i -> decide(report().article("a" + i).words("rejected plan" + i).at(hoursLater(i))))
        .reduce((one, other) -> other).orElseThrow();
    assertThat(last.next().open().size()).isEqualTo(Utterances.MAX_OPEN);
    assertThat(last.next().open().get(0).eventTime()).isEqualTo(hoursLater(5));
  }

  @Test
  void publishersCountOnceAndCopiesOfOneTextAsOne() {
    decide(report().text(WIRE));
    decide(report().article("a2").publisher("herald.example").text(WIRE + " (wire)"));
    decide(report().article("a3").publisher("gazette.example"));
    Utterance utterance = theOne(decide(report().article("a4").publisher("courier.example")));
    Reporting reporting = utterance.reporting();
    assertThat(reporting.houses()).containsExactly("gazette.example", "herald.example", "courier.example");
    assertThat(reporting.independent()).isEqualTo(3);
    assertThat(reporting.reports()).isEqualTo(4);
    assertThat(reporting.first().house()).isEqualTo("gazette.example");
  }

  @Test
  void listsOfReportersStayBounded() {
    Utterance utterance = IntStream.range(0, 150).mapToObj(i -> decide(report().article("a" + i).publisher("p" + i)))
        .reduce((one, other) -> other).map(TriggerTest::theOne).orElseThrow();
    assertThat(utterance.reporting().houses()).hasSize(Coverage.MAX_HOUSES);
    assertThat(utterance.reporting().orMore()).isTrue();
    assertThat(utterance.reporting().reports()).isEqualTo(150);
    assertThat(utterance.articles()).hasSize(Utterance.MAX_ARTICLES);
  }

  @Test
  void utterancesUnderOneKeyStayBelowAMegabyteWhateverIsWritten() {
    Decision last = null;
    for (int i = 0; i < 60; i++) {
      String words = IntStream.range(i * 1_000, i * 1_000 + 400).mapToObj(word -> "w" + word + "x".repeat(100))
          .collect(Collectors.joining(" "));
      last = decide(report().article("a".repeat(5_000) + i).publisher("p".repeat(5_000) + i).words(words).at(hoursLater(i)));
    }
    assertThat(last.next().open().stream().mapToInt(Utterance::size).sum()).isBetween(Utterances.MAX_SIZE / 2, Utterances.MAX_SIZE);
    assertThat(last.next().open().get(last.next().open().size() - 1).eventTime()).isEqualTo(hoursLater(59));
  }

  @Test
  void whatIsNoFingerprintShowsNoCopy() {
    Hit hit = report().hit();
    ArticleRef ref = new ArticleRef("a1", 1, null, "p", null, NOON, NOON, "no fingerprint");
    Decision decision = trigger.decide(new Hit(hit.watch(), "", hit.finding(), ref, "t"), null);
    assertThat(theOne(decision).coverage().texts()).containsExactly(new Coverage.Text(0, List.of()));
    assertThat(theOne(decision).reporting().independent()).isEqualTo(1);
  }

  @Test
  void anArticleWithoutAnyTimeIsRefusedByName() {
    var hit = report().hit();
    var ref = new ArticleRef("a9", 1, null, null, null, null, null, null);
    assertThatThrownBy(() -> trigger.decide(new Hit(hit.watch(), "", hit.finding(), ref, "t"), null))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a9");
  }

  @Test
  void theKeyNamesWatchKindActorAndAct() {
    assertThat(Utterances.keyOf(report().hit())).isEqualTo("offers|STANCE|norland|REJECT");
    assertThat(Utterances.keyOf(report().who("Anna  Lée", null).watchVersion(3).hit())).isEqualTo("offers|STANCE|anna-lee|REJECT");
  }

  private Decision decide(Reports report) {
    Decision decision = trigger.decide(report.hit(), store.get(Utterances.keyOf(report.hit())));
    store.put(Utterances.keyOf(report.hit()), decision.next());
    return decision;
  }

  private static Alert fired(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Fire.class);
    return ((Decision.Fire) decision).alert();
  }

  private static String told(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Told.class);
    return ((Decision.Told) decision).alertId();
  }

  private static Utterance theOne(Decision decision) {
    assertThat(decision.next().open()).hasSize(1);
    return decision.next().open().get(0);
  }

  private static Instant hoursLater(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

  private static Instant daysLater(int days) {
    return NOON.plus(Duration.ofDays(days));
  }
}
