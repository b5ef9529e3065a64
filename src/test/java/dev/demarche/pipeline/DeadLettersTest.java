package dev.demarche.pipeline;

import static dev.demarche.pipeline.NewsDriver.NOW;
import static dev.demarche.pipeline.NewsDriver.header;
import static dev.demarche.pipeline.NewsDriver.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Article;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stage cannot take becomes one dead letter, and the others go on. */
class DeadLettersTest {
  private static final String REJECTS = "Norland REJECT Sudria and its latest ceasefire offer";

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

  static Stream<Arguments> badRecords() {
    return Stream.of(
        Arguments.of("nothing", "", Reason.EMPTY_RECORD),
        Arguments.of("no JSON", "Norland rejects", Reason.NOT_JSON),
        Arguments.of("no object", "[1]", Reason.NOT_AN_OBJECT),
        Arguments.of("no text", "{\"id\":\"x\"}", Reason.TEXT_MISSING),
        Arguments.of("empty text", "{\"text\":\" \"}", Reason.TEXT_EMPTY),
        Arguments.of("text over the limit", "{\"text\":\"" + "x".repeat(NewsDriver.MAX_TEXT + 1) + "\"}", Reason.TEXT_TOO_LARGE),
        Arguments.of("unreadable date", "{\"text\":\"x\",\"publishedAt\":\"yesterday\"}", Reason.DATE_UNREADABLE),
        Arguments.of("id of 10 KB", "{\"text\":\"x\",\"id\":\"" + "i".repeat(10_240) + "\"}", Reason.ID_TOO_LONG),
        Arguments.of("url of 10 KB", "{\"text\":\"x\",\"url\":\"" + "u".repeat(10_240) + "\"}", Reason.FIELD_TOO_LONG),
        Arguments.of("nesting bomb", "{\"text\":\"x\",\"more\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", Reason.NESTED_TOO_DEEPLY),
        Arguments.of("text of a wrong type", "{\"text\":17}", Reason.WRONG_TYPE),
        Arguments.of("half a surrogate pair", "{\"text\":\"\\ud83d\"}", Reason.NOT_UTF8));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("badRecords")
  void makesOneDeadLetterOfABadRecordAndGoesOn(String name, String json, Reason reason) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    news.article("before", "x");
    news.publish("key", bytes);
    news.article("after", "y");
    List<DeadLetter> letters = news.values(Topics.DEAD_LETTERS);
    assertThat(letters).hasSize(1);
    assertLetter(letters.get(0), reason, "read", 1, bytes);
    assertThat(news.records(Topics.TAGGED)).extracting(TestRecord::key).containsExactly("before", "after");
    assertThat(news.count(Counters.Name.DEAD_ARTICLES)).isEqualTo(1);
  }

  @Test
  void makesADeadLetterOfBytesThatAreNoUtf8() throws Exception {
    byte[] bytes = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xFF, '"', '}'};
    news.publish("key", bytes);
    assertLetter(news.values(Topics.DEAD_LETTERS).get(0), Reason.NOT_UTF8, "read", 0, bytes);
  }

  @Test
  void makesADeadLetterWhereAStageThrows() throws Exception {
    restart(new NewsDriver.Plan(folder).tagger(tagger -> article -> {
      if (article.text().equals("boom")) {
        throw new IllegalStateException("the tagger tripped");
      }
      return tagger.tag(article);
    }));
    news.article("key", "boom");
    news.article("after", "y");
    DeadLetter letter = news.values(Topics.DEAD_LETTERS).get(0);
    assertLetter(letter, Reason.STAGE_FAILED, "tag", 0, json("key", "boom"));
    assertThat(letter.message()).contains("the tagger tripped");
    assertThat(news.records(Topics.TAGGED)).extracting(TestRecord::key).containsExactly("after");
  }

  @Test
  void makesADeadLetterWhereAStageOverflowsItsStack() throws Exception {
    restart(new NewsDriver.Plan(folder).tagger(tagger -> this::endless));
    news.article("key", "boom");
    assertLetter(news.values(Topics.DEAD_LETTERS).get(0), Reason.STAGE_FAILED, "tag", 0, json("key", "boom"));
  }

  private Tagging endless(Article article) {
    return endless(article);
  }

  private static void assertLetter(DeadLetter letter, Reason reason, String stage, long offset, byte[] original) throws Exception {
    assertThat(letter.reason()).isEqualTo(reason);
    assertThat(letter.stage()).isEqualTo(stage);
    assertThat(letter.source()).isEqualTo(new DeadLetter.Source("news.articles", 0, offset));
    assertThat(letter.key()).isEqualTo("key");
    assertThat(letter.originalSize()).isEqualTo(original.length);
    assertThat(letter.originalBytes()).isEqualTo(Arrays.copyOf(original, Math.min(original.length, DeadLetter.MAX_ORIGINAL)));
    assertThat(letter.originalSha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(original)));
    assertThat(letter.at()).isEqualTo(NOW);
    assertThat(letter.message()).isNotBlank();
    assertThat(letter.mend()).isNotBlank();
  }

  @Test
  void keysADeadLetterByTheKeyOfTheBadRecord() {
    news.publish("a1", "no".getBytes(StandardCharsets.UTF_8));
    TestRecord<String, byte[]> record = news.records(Topics.DEAD_LETTERS).get(0);
    assertThat(record.key()).isEqualTo("a1");
    assertThat(header(record, "ce_id")).isEqualTo("news.articles-0@0:read:0");
  }

  @Test
  void doesNotLetAPublisherSayWhereItsRecordStood() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("demarche-origin", ByteBuffer.allocate(20).putInt(7).putLong(7).put("else.wh.".getBytes(StandardCharsets.UTF_8)).array());
    news.publish("key", "no".getBytes(StandardCharsets.UTF_8), headers);
    assertThat(news.values(Topics.DEAD_LETTERS)).extracting(DeadLetter::source).containsExactly(new DeadLetter.Source("news.articles", 0, 0));
  }

  @Test
  void refusesARecordWithoutKeyAndValue() {
    news.publish(null, (byte[]) null);
    assertThat(news.values(Topics.DEAD_LETTERS)).extracting(DeadLetter::reason).containsExactly(Reason.EMPTY_RECORD);
  }

  @Test
  void tellsOfARekeyedArticleThatFailsWhereItWasPublished() {
    restart(new NewsDriver.Plan(folder).tagger(tagger -> article -> {
      throw new IllegalStateException("no");
    }));
    news.article("a0", "x");
    news.publish("elsewhere", json("a1", REJECTS));
    assertThat(news.values(Topics.DEAD_LETTERS)).last().satisfies(letter -> {
      assertThat(letter.source()).isEqualTo(new DeadLetter.Source("news.articles", 0, 1));
      assertThat(letter.stage()).isEqualTo("tag");
    });
  }

  @Test
  void makesADeadLetterOfAnArticleWhoseTaggingIsTooLargeToWrite() throws Exception {
    restart(new NewsDriver.Plan(folder).maxRecordBytes(1_500));
    String text = "x".repeat(1_400);
    news.article("key", text);
    assertLetter(news.values(Topics.DEAD_LETTERS).get(0), Reason.RECORD_TOO_LARGE, "tag", 0, json("key", text));
    assertThat(news.records(Topics.TAGGED)).isEmpty();
    news.article("key", text);
    assertThat(news.values(Topics.DEAD_LETTERS)).as("it was not taken for known").hasSize(1);
  }

  @Test
  void aHitThatIsTooLargeToWriteTakesNoOtherWithIt() {
    restart(new NewsDriver.Plan(folder).maxRecordBytes(3_000));
    news.put(Watch.of("a-long-one", Finding.Kind.STANCE).name("x".repeat(3_000)).severity(Severity.INFO).actors("Norland").build());
    news.put(Watch.of("norland-rejects", Finding.Kind.STANCE).name("Who says no?").severity(Severity.CRITICAL).actors("Norland").build());
    news.article("a1", REJECTS);
    assertThat(news.values(Topics.DEAD_LETTERS)).extracting(letter -> letter.reason() + " " + letter.stage())
        .containsExactly("RECORD_TOO_LARGE match");
    assertThat(news.values(Topics.ALERTS)).extracting(alert -> alert.watch().id()).containsExactly("norland-rejects");
    assertThat(news.count(Counters.Name.DEAD_OTHERS)).isEqualTo(1);
    assertThat(news.count(Counters.Name.HITS)).isEqualTo(1);
  }
}
