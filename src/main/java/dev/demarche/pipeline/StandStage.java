package dev.demarche.pipeline;

import dev.demarche.domain.Offices;
import dev.demarche.domain.Stand;
import dev.demarche.positions.Stands;
import dev.demarche.topics.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;

/** Writes what a tagged article reports of each actor on each issue, keyed by both, so that all of them meets in one task. */
final class StandStage extends Stage<String, Tagged> {
  private final Supplier<Offices> offices;

  StandStage(Supplier<Offices> offices, StageContext shared) {
    super(NewsTopology.STAND, shared);
    this.offices = offices;
  }

  @Override
  void apply(Record<String, Tagged> record, Output output) {
    int written = 0;
    for (Stand stand : Stands.of(record.value().tagging(), offices.get())) {
      written += write(record, output, stand) ? 1 : 0;
    }
    counters().add(Counters.Name.STANDS, written);
  }

  private boolean write(Record<String, Tagged> record, Output output, Stand stand) {
    String id = stand.article().id() + ":" + stand.article().revision() + "@" + stand.key();
    return writeOne(record, output, Topics.STANDS, stand.key(), stand, id,
        headers(Topics.STANDS, id, stand.article(), stand.receipts().get(0).taggerVersion()), RAISE_LIMITS);
  }

  @Override
  Origin origin(Record<String, Tagged> record) {
    return record.value().origin();
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
