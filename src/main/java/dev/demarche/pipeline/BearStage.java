package dev.demarche.pipeline;

import dev.demarche.conditions.Bearings;
import dev.demarche.domain.Bearing;
import dev.demarche.domain.Offices;
import dev.demarche.topics.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;

/** Writes what a tagged article holds that bears on conditions, keyed by who must act, so that a condition and what meets it come to one task. */
final class BearStage extends Stage<String, Tagged> {
  private final Supplier<Offices> offices;

  BearStage(Supplier<Offices> offices, StageContext shared) {
    super(NewsTopology.BEAR, shared);
    this.offices = offices;
  }

  @Override
  void apply(Record<String, Tagged> record, Output output) {
    int written = 0;
    for (Bearing bearing : Bearings.of(record.value().tagging(), offices.get())) {
      written += write(record, output, bearing) ? 1 : 0;
    }
    counters().add(Counters.Name.BEARINGS, written);
  }

  private boolean write(Record<String, Tagged> record, Output output, Bearing bearing) {
    String id = bearing.article().id() + ":" + bearing.article().revision() + "@" + bearing.key();
    return writeOne(record, output, Topics.BEARINGS, bearing.key(), bearing, id,
        headers(Topics.BEARINGS, id, bearing.article(), bearing.taggerVersion()), RAISE_LIMITS);
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
