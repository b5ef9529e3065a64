package dev.demarche.pipeline;

import static dev.demarche.pipeline.NewsDriver.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.Alert;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Grouping;
import dev.demarche.domain.Grouping.By;
import dev.demarche.domain.Inhibition;
import dev.demarche.domain.Notification;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told, and what becomes of alerts, through the topology. */
class NotifyStageTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private NewsDriver news;

  @BeforeEach
  void start() {
    news = new NewsDriver.Plan(folder).start();
  }

  @AfterEach
  void close() {
    news.close();
  }

  private void watch(Duration delay, Duration interval, Duration repeat, int most) {
    news.put(Watch.of("rejects", Finding.Kind.STANCE).acts(Act.REJECT)
        .grouping(new Grouping(List.of(By.ACTOR), delay, interval, repeat, most, Duration.ofHours(1))).build());
  }

  private void says(String article, String actor, String word) {
    news.article(article, actor + " REJECT " + word + " " + word + "two " + word + "three " + word + "four");
  }

  private List<Notification> told() {
    return news.values(Topics.NOTIFICATIONS);
  }

  private AlertLife life(String id) {
    return lives().get(id);
  }

  private final Map<String, AlertLife> newest = new HashMap<>();

  private Map<String, AlertLife> lives() {
    news.values(Topics.ALERT_LIVES).forEach(life -> newest.put(life.alert().id(), life));
    return newest;
  }

  private static List<String> steps(AlertLife life) {
    return life.steps().stream().map(step -> step.what().name()).toList();
  }

  private void react(Alert alert, Reaction.Action action, String text, Boolean useful) {
    news.put(new Reaction(alert.watch().id(), alert.id(), action, "anna", NOW, text, useful));
  }

  @Test
  void withoutDelayTheFirstAlertIsToldAtOnceUnderItsOwnId() {
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    Alert alert = news.values(Topics.ALERTS).get(0);
    assertThat(told()).singleElement().satisfies(one -> {
      assertThat(one.id()).isEqualTo(alert.id());
      assertThat(one.plain()).isTrue();
      assertThat(one.alerts()).containsExactly(alert);
      assertThat(one.group()).isEqualTo(Map.of("actor", "Norland"));
    });
    assertThat(steps(life(alert.id()))).containsExactly("FIRED", "GROUPED", "TOLD");
    assertThat(news.count(Counters.Name.ALERTS)).isEqualTo(news.count(Counters.Name.NOTIFIED));
  }

  @Test
  void whatFollowsIsGatheredByActorAndToldWhenTheIntervalIsOver() {
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    says("a2", "Norland", "plan");
    says("a3", "Norland", "truce");
    says("a4", "Sudria", "plan");
    assertThat(told()).extracting(one -> one.group().get("actor")).containsExactly("Norland", "Sudria");
    news.pass(Duration.ofSeconds(59));
    assertThat(told()).isEmpty();
    news.pass(Duration.ofSeconds(2));
    assertThat(told()).singleElement().satisfies(one -> {
      assertThat(one.count()).isEqualTo(2);
      assertThat(one.alerts()).extracting(alert -> alert.article().id()).containsExactly("a2", "a3");
      assertThat(one.reason()).startsWith("2 new alerts, the last notification was at");
    });
    news.pass(MINUTE.multipliedBy(3));
    says("a5", "Norland", "letter");
    assertThat(told()).hasSize(1);
  }

  @Test
  void withADelayTheFirstAlertWaitsForOthers() {
    watch(Duration.ofSeconds(30), MINUTE, null, 0);
    says("a1", "Norland", "offer");
    says("a2", "Norland", "plan");
    assertThat(told()).isEmpty();
    news.pass(Duration.ofSeconds(31));
    assertThat(told()).singleElement().satisfies(one -> assertThat(one.count()).isEqualTo(2));
  }

  @Test
  void whatNobodyAcknowledgesIsToldAgain() {
    watch(Duration.ZERO, MINUTE, MINUTE.multipliedBy(10), 0);
    says("a1", "Norland", "offer");
    Alert alert = told().get(0).newest();
    news.pass(MINUTE.multipliedBy(11));
    assertThat(told()).singleElement().satisfies(one -> {
      assertThat(one.repeat()).isEqualTo(1);
      assertThat(one.id()).isNotEqualTo(alert.id());
      assertThat(one.alerts()).containsExactly(alert);
    });
    react(alert, Reaction.Action.ACKNOWLEDGE, null, null);
    news.pass(MINUTE.multipliedBy(30));
    assertThat(told()).isEmpty();
    assertThat(life(alert.id()).state()).isEqualTo(AlertLife.State.ACKNOWLEDGED);
    assertThat(steps(life(alert.id()))).containsExactly("FIRED", "GROUPED", "TOLD", "REPEATED", "ACKNOWLEDGED");
  }

  @Test
  void whatWouldBeToldTooOftenGoesOutTogetherWhenTheHourIsOver() {
    watch(Duration.ZERO, MINUTE, null, 1);
    says("a1", "Norland", "offer");
    says("a2", "Sudria", "plan");
    says("a3", "Estia", "truce");
    assertThat(told()).hasSize(1);
    news.pass(MINUTE.multipliedBy(61));
    assertThat(told()).singleElement().satisfies(one -> {
      assertThat(one.count()).isEqualTo(2);
      assertThat(one.group()).isEmpty();
    });
  }

  @Test
  void aSilencedAlertFiresAndIsNotToldNorToldLate() {
    watch(Duration.ZERO, MINUTE, null, 0);
    news.put(new Silence("s1", List.of("actor=Norland"), NOW, NOW.plus(MINUTE.multipliedBy(5)), "bob", "known"));
    says("a1", "Norland", "offer");
    assertThat(told()).isEmpty();
    Alert alert = news.values(Topics.ALERTS).get(0);
    assertThat(life(alert.id()).steps().get(2)).satisfies(step -> {
      assertThat(step.what()).isEqualTo(AlertLife.What.SUPPRESSED);
      assertThat(step.by()).isEqualTo("s1");
      assertThat(step.why()).isEqualTo("silenced until 2026-03-01T12:05:00Z by bob: known");
    });
    news.pass(MINUTE.multipliedBy(6));
    assertThat(told()).isEmpty();
    says("a2", "Norland", "plan");
    assertThat(told()).hasSize(1);
    assertThat(news.count(Counters.Name.ALERTS)).isEqualTo(2).isEqualTo(news.count(Counters.Name.NOTIFIED) + news.count(Counters.Name.SUPPRESSED));
  }

  @Test
  void anAlertThatWaitsInItsGroupWhenTheSilenceEndsIsTold() {
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    news.put(new Silence("s1", List.of("actor=Norland"), NOW, NOW.plusSeconds(30), "bob", "known"));
    says("a2", "Norland", "plan");
    assertThat(told()).hasSize(1);
    news.pass(MINUTE);
    assertThat(told()).hasSize(1);
  }

  @Test
  void aSilenceThatIsTakenAwaySilencesNobody() {
    watch(Duration.ZERO, MINUTE, null, 0);
    news.put(new Silence("s1", List.of("actor=Norland"), NOW, NOW.plus(MINUTE), "bob", "known"));
    news.raw(Topics.SILENCES, "s1", null);
    news.raw(Topics.SILENCES, "s2", "{\"id\":\"s2\",\"matchers\":[\"actr=Norland\"]}".getBytes(StandardCharsets.UTF_8));
    says("a1", "Norland", "offer");
    assertThat(told()).hasSize(1);
  }

  @Test
  void anAlertInhibitsThoseOfOtherWatchesUntilItIsResolved() {
    news.put(new Inhibition("i", List.of("watch=rejects"), List.of("watch=accuses"), List.of("actor"), Duration.ofHours(1), null));
    news.put(Watch.of("accuses", Finding.Kind.STANCE).acts(Act.ACCUSE).build());
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    Alert source = told().get(0).newest();
    news.article("a2", "Norland ACCUSE Sudria");
    news.article("a3", "Estia ACCUSE Sudria");
    assertThat(told()).singleElement().satisfies(one -> assertThat(one.newest().finding().who()).isEqualTo("Estia"));
    assertThat(lives().values().stream().flatMap(life -> life.steps().stream()).filter(step -> step.what() == AlertLife.What.SUPPRESSED)).singleElement()
        .satisfies(step -> assertThat(step.why()).startsWith("inhibited until").endsWith("by the alert " + source.id() + " of rejects"));
    react(source, Reaction.Action.RESOLVE, null, null);
    news.article("a4", "Norland ACCUSE Estia border trouble mountain river");
    assertThat(told()).hasSize(1);
  }

  @Test
  void anAlertThatNoArticleRaisesIsToldAndLives() {
    news.put(Watch.of("quiet", Finding.Kind.STANCE).actors("Norland").acts(Act.REJECT).trigger(new TriggerRule(TriggerRule.Kind.SILENCE, 1, Duration.ofDays(1), null))
        .build());
    news.pass(Duration.ofDays(2));
    assertThat(told()).singleElement().satisfies(one -> assertThat(one.newest().tellsSilence()).isTrue());
    assertThat(lives().values()).singleElement().satisfies(life -> assertThat(steps(life)).containsExactly("FIRED", "GROUPED", "TOLD"));
  }

  @Test
  void laterReportsAreCountedInTheAlertsLife() {
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    says("a2", "Norland", "offer");
    assertThat(told()).hasSize(1);
    assertThat(lives().values()).singleElement().satisfies(life -> {
      assertThat(life.reporting().reports()).isEqualTo(2);
      assertThat(life.reporting().houses()).containsExactly("a1.example", "a2.example");
    });
  }

  @Test
  void reactionsStandInTheLifeAndBadOnesBecomeDeadLetters() {
    watch(Duration.ZERO, MINUTE, null, 0);
    says("a1", "Norland", "offer");
    Alert alert = news.values(Topics.ALERTS).get(0);
    react(alert, Reaction.Action.COMMENT, "who is on it?", null);
    react(alert, Reaction.Action.VERDICT, null, true);
    react(alert, Reaction.Action.RESOLVE, null, null);
    assertThat(life(alert.id())).satisfies(life -> {
      assertThat(life.state()).isEqualTo(AlertLife.State.RESOLVED);
      assertThat(life.useful()).isTrue();
      assertThat(life.steps().get(3).why()).isEqualTo("who is on it?");
    });
    news.put(new Reaction("rejects", "nothing", Reaction.Action.RESOLVE, "anna", NOW, null, null));
    news.raw(Topics.REACTIONS, "rejects", "{\"watch\":\"rejects\",\"alert\":\"x\",\"action\":\"SHRUG\"}".getBytes(StandardCharsets.UTF_8));
    news.raw(Topics.REACTIONS, "rejects", null);
    assertThat(news.values(Topics.DEAD_LETTERS)).extracting(DeadLetter::message).hasSize(3)
        .anySatisfy(message -> assertThat(message).isEqualTo("the watch rejects has no alert nothing"));
  }

  @Test
  void anAlertThatIsAcknowledgedBeforeItsTurnIsNotTold() {
    watch(Duration.ofSeconds(30), MINUTE, null, 0);
    says("a1", "Norland", "offer");
    Alert alert = news.values(Topics.ALERTS).get(0);
    react(alert, Reaction.Action.ACKNOWLEDGE, null, null);
    news.pass(MINUTE);
    assertThat(told()).isEmpty();
    assertThat(life(alert.id()).steps().get(3).why()).isEqualTo("was acknowledged before people were told");
  }
}
