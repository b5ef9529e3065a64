package dev.demarche.pipeline;

import dev.demarche.domain.Hit;
import dev.demarche.domain.Tagging;
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

  private boolean write(Record<String, Tagged> record, Output output, Hit hit) {
    String id = hit.finding().id() + "@" + hit.watch().id();
    return writeOne(record, output, Topics.HITS, hit.watch().id(), hit, id, headers(Topics.HITS, id, hit.article(), hit.taggerVersion()),
        "shorten the watch's name and words, or " + RAISE_LIMITS);
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
