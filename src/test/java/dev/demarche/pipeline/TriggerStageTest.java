package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.alerting.Vigil;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Article;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.TriggerRule.Kind;
import dev.demarche.domain.Watch;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerStageTest {
  private static final Instant NOW = NewsDriver.NOW;

  @TempDir Path folder;
  private NewsDriver news;

  @BeforeEach
  void start() {
    news = started("first");
  }

  private NewsDriver started(String name) {
    NewsDriver driver = new NewsDriver.Plan(folder.resolve(name)).start();
    driver.put(new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null));
    return driver;
  }

  @AfterEach
  void end() {
    assertThat(news.counters.atRest()).isTrue();
    news.close();
  }

  private static Watch watch(TriggerRule rule, String... actors) {
    return Watch.of("w", Finding.Kind.STANCE).name("Who says no?").severity(Severity.INFO).actors(actors)
        .words(actors.length == 0 ? "treaty" : null).trigger(rule).build();
  }

  private static TriggerRule rule(Kind kind, int least, Duration within, Duration grace) {
    return new TriggerRule(kind, least, within, grace);
  }

  private void publish(String id, Instant published, String text) {
    news.publish(id, new ArticleCodec().write(new Article(id, 1, null, id + ".example", null, text, null, published, null, null)));
  }

  private List<Alert> alerts() {
    return news.values(Topics.ALERTS);
  }

  @Test
  void tellsAnEpisodeAtTheHitThatCompletesIt() {
    news.put(watch(rule(Kind.COUNT, 2, Duration.ofHours(6), null)));
    publish("a1", NOW.minusSeconds(7_200), "Norland REJECT Sudria treaty of harbours");
    assertThat(alerts()).isEmpty();
    publish("a2", NOW.minusSeconds(3_600), "Ostland REJECT Sudria treaty about grain");
    assertThat(alerts()).singleElement().satisfies(alert -> {
      assertThat(alert.counted()).extracting(one -> one.article().id()).containsExactly("a1", "a2");
      assertThat(alert.finding().who()).isEqualTo("Ostland");
    });
    assertThat(news.count(Counters.Name.COUNTED)).isEqualTo(2);
    assertThat(news.count(Counters.Name.EPISODES)).isEqualTo(1);
  }

  @Test
  void tellsAnEpisodeThatWaitsForItsGraceWhenNothingComesAnyMore() {
    news.put(watch(rule(Kind.COUNT, 2, Duration.ofHours(6), Duration.ofHours(1))));
    publish("a1", NOW.minusSeconds(1_200), "Norland REJECT Sudria treaty of harbours");
    publish("a2", NOW.minusSeconds(600), "Ostland REJECT Sudria treaty about grain");
    news.pass(Duration.ofMinutes(49));
    assertThat(alerts()).isEmpty();
    news.pass(Duration.ofMinutes(2));
    assertThat(alerts()).hasSize(1);
    news.pass(Duration.ofHours(5));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void tellsTheSilenceOfAnActorThatWasNeverHeard() {
    news.put(watch(rule(Kind.SILENCE, 1, Duration.ofDays(2), null), "norland", "Nobody"));
    news.pass(Duration.ofHours(47));
    assertThat(news.records(Topics.ALERTS)).isEmpty();
    news.pass(Duration.ofHours(2));
    List<TestRecord<String, byte[]>> records = news.records(Topics.ALERTS);
    assertThat(records).extracting(TestRecord::key).containsExactly("w", "w");
    assertThat(records).allSatisfy(record -> assertThat(Schemas.faults(Topics.ALERTS, record.value())).isEmpty());
    news.pass(Duration.ofDays(9));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void tellsASilenceOnceUntilTheActorSpeaksAgain() {
    news.put(watch(rule(Kind.SILENCE, 1, Duration.ofDays(2), null), "norland"));
    publish("a1", NOW.minusSeconds(60), "Norland REJECT Sudria treaty of harbours");
    news.pass(Duration.ofHours(49));
    assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.who()).isEqualTo("Norland"));
    news.pass(Duration.ofDays(1));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void aRestartTellsNoSilenceAgain() {
    Watch watch = watch(rule(Kind.SILENCE, 1, Duration.ofDays(2), null), "norland");
    news.put(watch);
    publish("a1", NOW.minusSeconds(60), "Norland REJECT Sudria treaty of harbours");
    news.pass(Duration.ofHours(49));
    String told = alerts().get(0).id();
    Map<String, Vigil> kept = news.stored("vigils");
    assertThat(kept).containsOnlyKeys("w|SILENCE|norland");
    try (NewsDriver again = started("second")) {
      again.put(watch);
      again.restore("vigils", kept);
      again.pass(Duration.ofDays(9));
      assertThat(again.<Alert>values(Topics.ALERTS)).isEmpty();
    }
    try (NewsDriver replay = started("third")) {
      replay.put(watch);
      replay.publish("a1", new ArticleCodec().write(new Article("a1", 1, null, "a1.example", null, "Norland REJECT Sudria treaty of harbours", null,
          NOW.minusSeconds(60), null, null)));
      replay.pass(Duration.ofDays(9));
      assertThat(replay.values(Topics.ALERTS)).extracting(Alert::id).containsExactly(told);
    }
  }

  @Test
  void aWatchThatIsGoneTellsNoSilence() {
    news.put(watch(rule(Kind.SILENCE, 1, Duration.ofDays(2), null), "norland"));
    news.pass(Duration.ofHours(1));
    news.raw(Topics.WATCHES, "w", null);
    news.pass(Duration.ofDays(9));
    assertThat(alerts()).isEmpty();
    assertThat(news.stored("vigils")).isEmpty();
  }

  @Test
  void aWatchThatNamesNobodyTellsTheSilenceOfAll() {
    news.put(watch(rule(Kind.SILENCE, 1, Duration.ofDays(2), null)));
    publish("a1", NOW.minusSeconds(60), "Norland REJECT Sudria treaty of harbours");
    news.pass(Duration.ofDays(4));
    assertThat(alerts()).singleElement().satisfies(alert -> {
      assertThat(alert.who()).isNull();
      assertThat(alert.reason()).isEqualTo("silence for 2d, since the watch was put at " + NOW + "; the last: any stance; words \"treaty\"");
    });
  }
}
