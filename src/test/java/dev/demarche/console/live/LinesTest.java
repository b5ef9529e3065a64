package dev.demarche.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.live.Line.Kind;
import dev.demarche.console.live.Line.Piece;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.StatementRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final String TEXT = "He said no, we said yes.";

  @Test
  void theSentenceIsCutWhereTheEvidenceBeginsAndEnds() {
    assertThat(Lines.pieces(Span.of(TEXT, 0, 24), List.of(Span.of(TEXT, 8, 10), Span.of(TEXT, 20, 23)))).containsExactly(new Piece("He said ", false),
        new Piece("no", true), new Piece(", we said ", false), new Piece("yes", true), new Piece(".", false));
    assertThat(Lines.pieces(Span.of(TEXT, 0, 7), List.of(Span.of(TEXT, 8, 10)))).containsExactly(new Piece("no", true));
  }

  @Test
  void aStatementLeadsToItsPlaceInTheArticle() {
    Instant at = Instant.parse("2025-05-13T12:00:00Z");
    Statement statement = new Statement("a/1:2:s3", "Ruritania", "ruritania", SpeakerKind.PERSON, null, null, List.of(Span.of(TEXT, 8, 10)),
        StatementKind.INDIRECT, false, List.of("trade"), 0.8);
    Line line = Lines.of(new StatementRecord(statement, Span.of(TEXT, 0, 24), new ArticleRef("a/1", 2, "javascript:alert(1)", "a.example", null, at, at, null)),
        Instant.EPOCH);
    assertThat(line.link()).isEqualTo("/articles/a%2F1#s3");
    assertThat(line.whoLink()).isEqualTo("/actors/ruritania");
    assertThat(line.at()).isEqualTo(at);
  }

  @Test
  void idsAreReadAsTheyWereWritten() {
    Marks marks = new Marks(-5, 1_747_137_600, new long[][] {{0, 127, 128, Long.MAX_VALUE >> 1}, {}, {7}});
    assertThat(marks.write()).matches("[A-Za-z0-9_-]+");
    assertThat(Marks.read(marks.write())).contains(marks);
    for (String bad : List.of("", "A", "AAAA", "not base64!", "AQAAAAAA____________________", marks.write().substring(0, 12) + "_w")) {
      assertThat(Marks.read(bad)).as(bad).isEqualTo(Optional.empty());
    }
  }

  @Test
  void marksCountWhatAnotherHasMore() {
    Marks less = new Marks(1, 0, new long[][] {{5, 9}});
    Marks more = new Marks(1, 0, new long[][] {{8, 2, 1}});
    assertThat(less.missing(more)).isEqualTo(4);
    assertThat(less.or(more)).isEqualTo(new Marks(1, 0, new long[][] {{8, 9, 1}}));
    assertThat(less.or(more).covers(less)).isTrue();
    assertThat(less.covers(more)).isFalse();
  }

  @Test
  void recordsComeByTimeButEachPartitionInItsOrder() {
    List<String> order = new ArrayList<>();
    ByTime.each(List.of(record(0, 0, 10, "a"), record(0, 1, 5, "b"), record(1, 0, 7, "c"), record(1, 1, 12, "d")), record -> order.add(record.key()));
    assertThat(order).containsExactly("c", "a", "b", "d");
  }

  private static ConsumerRecord<String, byte[]> record(int partition, long offset, long time, String key) {
    return new ConsumerRecord<>("t", partition, offset, time, TimestampType.CREATE_TIME, 0, 0, key, new byte[0], new RecordHeaders(), Optional.empty());
  }

  @Test
  void theLastHourIsToldInWords() {
    Instant now = Instant.parse("2025-05-13T12:00:30Z");
    Minutes minutes = new Minutes(Clock.fixed(now, ZoneOffset.UTC));
    assertThat(minutes.hour().words()).isEqualTo("Nothing came in the last hour.");
    minutes.take(Kind.STATEMENT, now);
    minutes.take(Kind.STATEMENT, now.minusSeconds(120));
    minutes.take(Kind.STANCE, now.minusSeconds(120));
    minutes.take(Kind.STANCE, now.minusSeconds(3_600));
    minutes.take(Kind.ALERT, now);
    assertThat(minutes.hour().words()).isEqualTo("In the last hour 2 statements and 1 stance; the busiest minute was 11:58 UTC with 2.");
    assertThat(minutes.hour().minutes()).hasSize(60);
  }
}
