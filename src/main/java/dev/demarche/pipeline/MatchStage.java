package dev.demarche.pipeline;

import dev.demarche.domain.Hit;
import dev.demarche.domain.Tagging;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Topics;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;

/** Writes a hit, keyed by watch, for each finding of a tagged article that a watch asks for. */
final class MatchStage extends Stage<String, Tagged> {
  private final Function<Tagging, List<Hit>> matcher;

  MatchStage(Function<Tagging, List<Hit>> matcher, StageContext shared) {
    super(NewsTopology.MATCH, shared);
    this.matcher = matcher;
  }

  @Override
  void apply(Record<String, Tagged> record, Output output) {
    try {
      int written = 0;
      for (Hit hit : matcher.apply(record.value().tagging())) {
        written += write(record, output, hit) ? 1 : 0;
      }
      counters().add(Counters.Name.HITS, written);
    } finally {
      counters().add(Counters.Name.MATCHED, 1);
    }
  }

  /** Whether it was not too large: one that is takes no other with it. */
  private boolean write(Record<String, Tagged> record, Output output, Hit hit) {
    String id = hit.finding().id() + "@" + hit.watch().id();
    try {
      output.write(Topics.HITS, hit.watch().id(), hit, headers(Topics.HITS, id, hit.article(), hit.taggerVersion()));
      return true;
    } catch (Output.TooLarge e) {
      deadLetter(record, output, DeadLetter.Reason.RECORD_TOO_LARGE, id + ": " + e.getMessage(),
          "shorten the watch's name and words, or raise limits.record.bytes together with max.message.bytes of the topics");
      return false;
    }
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
