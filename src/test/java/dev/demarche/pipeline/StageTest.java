package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.time.Clock;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class StageTest {
  private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();

  @Test
  void aHitAndAnAlertAreCommittedWithoutWaitingForTheInterval() {
    writing(Topics.HITS).process(record());
    assertThat(context.committed()).isTrue();
    context.resetCommit();
    writing(Topics.ALERTS).process(record());
    assertThat(context.committed()).isTrue();
  }

  @Test
  void whatNobodyWaitsForIsNot() {
    writing(Topics.TAGGED).process(record());
    assertThat(context.forwarded()).hasSize(1);
    assertThat(context.committed()).isFalse();
  }

  @Test
  void hitsThatComeInABurstAreCommittedTogether() {
    Stage<String, String> stage = writing(Topics.HITS);
    stage.process(record());
    context.resetCommit();
    stage.process(record());
    assertThat(context.committed()).isFalse();
  }

  private Stage<String, String> writing(Topic<String, ?> topic) {
    Stage<String, String> stage = new Stage<>("test", new Stage.StageContext(new Counters(), Clock.systemUTC(), 1_000)) {
      @Override
      void apply(Record<String, String> record, Output output) {
        output.write(topic, record.key(), null, new RecordHeaders());
      }

      @Override
      Origin origin(Record<String, String> record) {
        throw new AssertionError("nothing fails here");
      }

      @Override
      Counters.Name deadLetterCounter() {
        return Counters.Name.DEAD_OTHERS;
      }
    };
    stage.init(context);
    return stage;
  }

  private static Record<String, String> record() {
    return new Record<>("key", "value", 1L);
  }
}
