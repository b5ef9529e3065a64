package dev.demarche.pipeline;

import static dev.demarche.pipeline.NewsDriver.NOW;
import static dev.demarche.pipeline.NewsDriver.header;
import static dev.demarche.pipeline.NewsDriver.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Alert;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Severity;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NewsTopologyTest {
  private static final String REJECTS = "Norland REJECT Sudria and its latest ceasefire offer";
  private static final Actor NORLAND = new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null);
  private static final Watch WATCH = watch("norland-rejects", "Norland");

  @TempDir Path folder;
  private NewsDriver news;

  @BeforeEach
  void start() {
    news = new NewsDriver.Plan(folder).start();
  }

  @AfterEach
  void end() {
    assertThat(news.counters.accountedFor()).as("articles disposed of").isEqualTo(news.count(Counters.Name.ARTICLES));
    news.close();
  }

  private void restart(NewsDriver.Plan plan) {
    news.close();
    news = plan.start();
  }

  private static Watch watch(String id, String actor) {
    return Watch.of(id, Finding.Kind.STANCE).name("Who says no?").severity(Severity.CRITICAL).actors(actor).build();
  }

  @Test
  void tagsAnArticleWithItsRevisionTimeOfReceiptAndFingerprint() {
    news.article("a1", REJECTS);
    TestRecord<String, byte[]> record = news.records(Topics.TAGGED).get(0);
    TaggedArticle tagged = Topics.TAGGED.values().deserializer().deserialize("", record.value());
    assertThat(record.key()).isEqualTo("a1");
    assertThat(tagged.revision()).isEqualTo(1);
    assertThat(tagged.receivedAt()).isEqualTo(NOW);
    assertThat(tagged.fingerprint()).isEqualTo(Fingerprint.of(REJECTS).encoded());
    assertThat(tagged.stances()).extracting(stance -> stance.evidence().text()).containsExactly("REJECT Sudria and its latest ceasefire offer");
  }

  @Test
  void keysWhatIsFoundByWhomItIsAbout() {
    news.put(NORLAND);
    news.article("a1", "Norland REJECT Sudria\nSudria: we are sorry\nNorland IF they stop THEN we talk");
    assertThat(news.records(Topics.STANCES)).extracting(TestRecord::key).containsExactly("norland");
    assertThat(news.records(Topics.STATEMENTS)).extracting(TestRecord::key).containsExactly("name:Sudria");
    assertThat(news.records(Topics.CONDITIONS)).extracting(TestRecord::key).containsExactly("norland");
    assertThat(news.values(Topics.ENTITIES)).extracting(entity -> entity.name() + " " + entity.mentions().size())
        .containsExactly("Norland 2", "Sudria 2");
  }

  @Test
  void keysWhatNobodyIsNamedForByItsArticle() {
    TaggedArticle article = new TaggedArticle("a1", 1, null, null, null, "x", null, null, null, null, 1, "t", List.of(), List.of(), List.of(),
        List.of());
    assertThat(FanOutStage.key(null, null, article)).isEqualTo("article:a1");
  }

  @Test
  void givesEachRecordItsSentenceAndItsArticle() {
    news.publish("a1", """
        {"id":"a1","url":"https://x.example/1","publisher":"x.example","title":"T","text":"Ann: we will talk\\nBob: no",
         "publishedAt":"2026-02-28T10:00:00Z"}""".getBytes(StandardCharsets.UTF_8));
    assertThat(news.values(Topics.STATEMENTS)).first().satisfies(record -> {
      assertThat(record.sentence().text()).isEqualTo("Ann: we will talk");
      assertThat(record.article().url()).isEqualTo("https://x.example/1");
      assertThat(record.article().publishedAt()).isEqualTo("2026-02-28T10:00:00Z");
      assertThat(record.article().fingerprint()).isNotBlank();
    });
  }

  static List<Topic<?, ?>> tagging() {
    return List.of(Topics.TAGGED, Topics.STATEMENTS, Topics.STANCES, Topics.CONDITIONS, Topics.ENTITIES, Topics.ALERTS);
  }

  @ParameterizedTest
  @MethodSource("tagging")
  void carriesCloudEventsAndVersionsInTheHeaders(Topic<?, ?> topic) {
    news.put(WATCH);
    news.article("a1", REJECTS + "\nSudria: we are sorry\nNorland IF they stop THEN we talk");
    TestRecord<String, byte[]> record = news.records(topic).get(0);
    assertThat(header(record, "ce_type")).isEqualTo("dev.demarche." + topic.event());
    assertThat(header(record, "ce_id")).isNotBlank();
    assertThat(header(record, "ce_source")).startsWith("demarche/");
    assertThat(header(record, "ce_time")).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "schema-version")).isEqualTo("1");
    assertThat(header(record, "tagger-version")).isEqualTo("fake-1");
  }

  @Test
  void namesFoundThingsAfterArticleAndRevision() {
    news.article("a1", "Norland REJECT Sudria");
    news.article("a1", "Norland REJECT Westland");
    assertThat(news.records(Topics.STANCES)).extracting(record -> header(record, "ce_id")).containsExactly("a1:1:a0", "a1:2:a0");
    assertThat(news.records(Topics.TAGGED)).extracting(record -> header(record, "ce_id")).containsExactly("a1:1", "a1:2");
  }

  @Test
  void accountsForEveryArticle() {
    news.article("a1", REJECTS);
    news.article("a1", REJECTS);
    news.article("a2", "boo");
    news.publish("other", json("a3", "via the other topic"));
    news.publish(null, json("a3", "via the other topic"));
    news.publish("a2", (byte[]) null);
    news.publish("bad", new byte[] {1});
    assertThat(news.count(Counters.Name.ARTICLES)).isEqualTo(7);
    assertThat(news.count(Counters.Name.TAGGED)).isEqualTo(3);
    assertThat(news.count(Counters.Name.KNOWN)).isEqualTo(2);
    assertThat(news.count(Counters.Name.FORGOTTEN)).isEqualTo(1);
    assertThat(news.count(Counters.Name.DEAD_ARTICLES)).isEqualTo(1);
    assertThat(news.count(Counters.Name.REKEYED)).isEqualTo(2);
  }

  @Test
  void tagsTheSameTextUnderTheSameIdOnce() {
    news.article("a1", REJECTS);
    news.article("a1", REJECTS);
    assertThat(news.records(Topics.TAGGED)).hasSize(1);
    assertThat(news.count(Counters.Name.KNOWN)).isEqualTo(1);
  }

  @Test
  void takesAnotherTextUnderTheSameIdForANewRevision() {
    news.article("a1", REJECTS);
    news.article("a1", REJECTS + " again");
    news.article("a1", REJECTS + " again");
    assertThat(news.values(Topics.TAGGED)).extracting(TaggedArticle::revision).containsExactly(1, 2);
  }

  @Test
  void countsRevisionsOnWhereALaterOneWasReceivedEarlier() {
    news.publish("a1", json("a1", "first to be read"), NOW.minusSeconds(10));
    news.publish("a1", json("a1", "took the longer way"), NOW.minusSeconds(20));
    news.publish("a1", json("a1", "took the longer way"), NOW);
    news.publish("a1", json("a1", "third text"), NOW);
    assertThat(news.values(Topics.TAGGED)).extracting(TaggedArticle::revision).containsExactly(1, 2, 3);
  }

  @Test
  void meetsTextsOfOneIdWhateverKeyTheyWerePublishedUnder() {
    news.publish(null, json("a1", REJECTS));
    news.publish("elsewhere", json("a1", REJECTS));
    news.publish("a1", json("a1", REJECTS));
    news.publish("elsewhere", json("a1", "another text"));
    assertThat(news.values(Topics.TAGGED)).extracting(article -> article.id() + " " + article.revision()).containsExactly("a1 1", "a1 2");
    assertThat(news.count(Counters.Name.KNOWN)).isEqualTo(2);
    assertThat(news.records(Topics.REKEYED)).extracting(TestRecord::key).containsExactly("a1", "a1", "a1");
  }

  @Test
  void givesAnArticleWithoutIdTheSameOneEachTime() {
    news.publish(null, "{\"text\":\"x\",\"url\":\"https://x.example/1\"}".getBytes(StandardCharsets.UTF_8));
    news.publish(null, "{\"text\":\"x\",\"url\":\"https://x.example/1\",\"title\":\"T\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(news.records(Topics.TAGGED)).hasSize(1).first().satisfies(record -> assertThat(record.key()).startsWith("u-"));
  }

  @Test
  void tagsAnArticleThatFailedOnceItIsPublishedAgain() {
    AtomicBoolean broken = new AtomicBoolean(true);
    restart(new NewsDriver.Plan(folder).tagger(tagger -> article -> {
      if (broken.get()) {
        throw new IllegalStateException("not yet");
      }
      return tagger.tag(article);
    }));
    news.article("a1", REJECTS);
    broken.set(false);
    news.article("a1", REJECTS);
    assertThat(news.values(Topics.TAGGED)).extracting(TaggedArticle::revision).containsExactly(1);
    assertThat(news.values(Topics.STANCES)).hasSize(1);
  }

  @Test
  void forgetsAnArticleAtItsTombstone() {
    news.article("a1", REJECTS);
    news.article("a1", REJECTS + " again");
    news.publish("a1", (byte[]) null);
    news.article("a1", REJECTS);
    List<TaggedArticle> tagged = news.values(Topics.TAGGED);
    assertThat(tagged).hasSize(4);
    assertThat(tagged.get(2)).isNull();
    assertThat(tagged.get(3).revision()).isEqualTo(1);
  }

  @Test
  void takesTheTimeOfReceiptWhereThePublisherNamesAFutureOne() {
    news.put(WATCH);
    news.publish("a1", ("{\"id\":\"a1\",\"text\":\"" + REJECTS + "\",\"publishedAt\":\"2099-01-01\"}").getBytes(StandardCharsets.UTF_8));
    Alert alert = news.values(Topics.ALERTS).get(0);
    assertThat(alert.eventTime()).isEqualTo(NOW);
    assertThat(alert.eventTimeFrom()).isEqualTo("receivedAt");
    assertThat(alert.article().publishedAt()).isEqualTo("2099-01-01T00:00:00Z");
    assertThat(news.count(Counters.Name.FUTURE)).isEqualTo(1);
    assertThat(header(news.records(Topics.TAGGED).get(0), "ce_time")).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void takesThePublishersTimeWhereItIsPast() {
    news.put(WATCH);
    news.publish("a1", ("{\"id\":\"a1\",\"text\":\"" + REJECTS + "\",\"publishedAt\":\"2026-02-27\"}").getBytes(StandardCharsets.UTF_8));
    Alert alert = news.values(Topics.ALERTS).get(0);
    assertThat(alert.eventTime()).isEqualTo("2026-02-27T00:00:00Z");
    assertThat(alert.eventTimeFrom()).isEqualTo("publishedAt");
  }

  @Test
  void neverTakesAClockThatRunsFastForTheTimeOfReceipt() {
    news.publish("a1", json("a1", "x"), NOW.plusSeconds(3_600));
    assertThat(news.values(Topics.TAGGED)).extracting(TaggedArticle::receivedAt).containsExactly(NOW);
  }

  @Test
  void raisesAnAlertKeyedByItsWatchWithReasonAndEvidence() {
    news.put(WATCH);
    news.article("a1", "Weather is fine\n" + REJECTS);
    TestRecord<String, byte[]> record = news.records(Topics.ALERTS).get(0);
    Alert alert = Topics.ALERTS.values().deserializer().deserialize("", record.value());
    assertThat(record.key()).isEqualTo("norland-rejects");
    assertThat(alert.reason()).isEqualTo("Norland (holder)");
    assertThat(alert.finding().sentence().text()).isEqualTo(REJECTS);
    assertThat(alert.finding().evidence()).extracting(span -> span.text()).containsExactly("REJECT Sudria and its latest ceasefire offer");
    assertThat(alert.finding().evidence().get(0).begin()).isEqualTo("Weather is fine\nNorland ".length());
    assertThat(header(record, "ce_id")).isEqualTo(alert.id());
  }

  @Test
  void tellsAnUtteranceOnceHoweverManyArticlesReportIt() {
    news.put(WATCH);
    news.article("a1", REJECTS);
    news.article("a2", REJECTS);
    news.article("a3", "Breaking news\n" + REJECTS + " today");
    assertThat(news.values(Topics.ALERTS)).hasSize(1);
    assertThat(news.count(Counters.Name.HITS)).isEqualTo(3);
    assertThat(news.count(Counters.Name.TOLD)).isEqualTo(2);
  }

  @Test
  void tellsTwoUtterancesOfOneActor() {
    news.put(WATCH);
    news.article("a1", REJECTS + "\nNorland REJECT Westland fishing quota of next autumn");
    assertThat(news.values(Topics.ALERTS)).hasSize(2);
  }

  @Test
  void tellsEachWatch() {
    news.put(WATCH);
    news.put(watch("second", "Norland"));
    news.article("a1", REJECTS);
    assertThat(news.values(Topics.ALERTS)).extracting(alert -> alert.watch().id()).containsExactlyInAnyOrder("norland-rejects", "second");
  }

  @Test
  void doesNotTellAgainWhereAWatchIsEdited() {
    news.put(WATCH);
    news.article("a1", REJECTS);
    news.put(WATCH);
    news.article("a2", "Once more\n" + REJECTS);
    news.article("a3", "Norland REJECT Westland fishing quota of next autumn");
    List<Alert> alerts = news.values(Topics.ALERTS);
    assertThat(alerts).extracting(alert -> alert.article().id()).containsExactly("a1", "a3");
    assertThat(alerts.get(1).watch().version()).isGreaterThan(alerts.get(0).watch().version());
  }

  @Test
  void tellsNothingMoreForADeletedWatch() {
    news.put(WATCH);
    news.raw(Topics.WATCHES, WATCH.id(), null);
    news.article("a1", REJECTS);
    assertThat(news.records(Topics.ALERTS)).isEmpty();
    assertThat(news.records(Topics.TAGGED)).hasSize(1);
  }

  static Stream<Arguments> badWatches() {
    return Stream.of(
        Arguments.of("garbage", "w", new byte[] {0, 1, 2, (byte) 0xFF}),
        Arguments.of("the key of another", "other", Json.write(watch("w", "Norland"))),
        Arguments.of("no key", null, Json.write(watch("w", "Norland"))),
        Arguments.of("no fields", "w", "{}".getBytes(StandardCharsets.UTF_8)),
        Arguments.of("words that are no query", "w", Json.write(
            Watch.of("w", Finding.Kind.STANCE).severity(Severity.INFO).words("(offer AND").build())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badWatches")
  void skipsABadWatchAndGoesOn(String name, String key, byte[] value) {
    news.put(WATCH);
    news.raw(Topics.WATCHES, key, value);
    news.article("a1", REJECTS);
    assertThat(news.values(Topics.ALERTS)).extracting(alert -> alert.watch().id()).containsExactly("norland-rejects");
  }

  @Test
  void skipsBadActorsAndIssues() {
    news.raw(Topics.ACTORS, "norland", new byte[] {9});
    news.raw(Topics.ISSUES, "x", "[]".getBytes(StandardCharsets.UTF_8));
    news.put(NORLAND);
    news.article("a1", REJECTS);
    assertThat(news.records(Topics.STANCES)).extracting(TestRecord::key).containsExactly("norland");
  }
}
