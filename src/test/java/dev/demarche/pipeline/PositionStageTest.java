package dev.demarche.pipeline;

import static dev.demarche.pipeline.NewsDriver.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Article;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Shift;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionStageTest {
  @TempDir Path folder;
  private NewsDriver news;

  @BeforeEach
  void start() {
    news = new NewsDriver.Plan(folder).start();
    news.put(new Issue("treaty", "Treaty", "treaty"));
    news.put(new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null));
    news.put(new Actor("ann", "Ann", EntityType.PERSON, null, null, null, null, "norland",
        List.of(new Actor.Role("foreign minister", "norland", null, null)), null, null));
  }

  @AfterEach
  void end() {
    assertThat(news.counters.atRest()).isTrue();
    news.close();
  }

  private void publish(String id, String day, String text) {
    news.publish(id, new ArticleCodec().write(new Article(id, 1, null, id + ".example", null, text, null, Instant.parse(day + "T00:00:00Z"),
        null, null)));
  }

  @Test
  void keysPositionsByActorIssueAndTargetAndShowsThemUnderTheBodyThatIsSpokenFor() {
    publish("a1", "2026-01-10", "Ann REJECT Sudria and the treaty");
    List<TestRecord<String, byte[]>> records = news.records(Topics.POSITIONS);
    assertThat(records).extracting(TestRecord::key).containsExactly("ann|treaty|", "ann|treaty|Sudria", "norland|treaty|", "norland|treaty|Sudria");
    assertThat(header(records.get(0), "ce_id")).isEqualTo("a1:1@ann|treaty|");
    assertThat(header(records.get(0), "ce_source")).isEqualTo("demarche/position");
    assertThat(header(records.get(0), "ce_time")).isEqualTo("2026-01-10T00:00:00Z");
  }

  @Test
  void keysAShiftByActorIssueAndItsIdAndKeepsTheKeyWhereItIsWithdrawn() {
    publish("a1", "2026-01-10", "Norland REJECT Sudria and the treaty");
    publish("a3", "2026-02-10", "Norland AGREE Sudria and the treaty");
    List<TestRecord<String, byte[]>> told = news.records(Topics.SHIFTS);
    publish("a2", "2026-02-01", "Norland AGREE Sudria and the treaty");
    List<TestRecord<String, byte[]>> corrected = news.records(Topics.SHIFTS);
    assertThat(told).singleElement().satisfies(record -> {
      assertThat(record.key()).isEqualTo("norland|treaty|" + header(record, "ce_id"));
      assertThat(shift(record).state()).isEqualTo(Shift.State.TOLD);
    });
    assertThat(corrected).extracting(record -> shift(record).state()).containsExactly(Shift.State.WITHDRAWN, Shift.State.TOLD);
    assertThat(corrected.get(0).key()).isEqualTo(told.get(0).key());
    assertThat(shift(corrected.get(1)).after().article().id()).isEqualTo("a2");
    assertThat(news.count(Counters.Name.SHIFTS)).isEqualTo(2);
    assertThat(news.count(Counters.Name.WITHDRAWN)).isEqualTo(1);
  }

  private static Shift shift(TestRecord<String, byte[]> record) {
    return Topics.SHIFTS.values().deserializer().deserialize("", record.value());
  }

  @Test
  void makesADeadLetterOfWhatIsNoStandAndGoesOn() {
    news.raw(Topics.STANDS, "norland|treaty", null);
    publish("a0", "2026-01-09", "Norland REJECT Sudria and the treaty");
    news.raw(Topics.STANDS, "norland|embargo", news.records(Topics.STANDS).get(0).value());
    publish("a1", "2026-01-10", "Norland REJECT Sudria and the treaty");
    assertThat(news.values(Topics.DEAD_LETTERS)).extracting(DeadLetter::reason)
        .containsExactly(DeadLetter.Reason.EMPTY_RECORD, DeadLetter.Reason.UNREADABLE_RECORD);
    assertThat(news.records(Topics.POSITIONS)).isNotEmpty();
  }
}
