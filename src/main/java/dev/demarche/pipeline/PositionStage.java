package dev.demarche.pipeline;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Stand;
import dev.demarche.positions.Line;
import dev.demarche.positions.Rules;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what an article reports of an actor on an issue into where the actor stands: writes the positions that may have changed, the
 * shifts that it shows, corrects or undoes, and a hit for each watch that asks for a new one.
 */
final class PositionStage extends Stage<String, Stand> {
  private static final Logger LOG = LoggerFactory.getLogger(PositionStage.class);
  static final String STORE = "lines";

  private final Rules rules;
  private final Function<Shift, List<Hit>> matcher;
  private KeyValueStore<String, Line> store;

  PositionStage(Rules rules, Function<Shift, List<Hit>> matcher, StageContext shared) {
    super(NewsTopology.POSITION, shared);
    this.rules = rules;
    this.matcher = matcher;
  }

  /** A busy line changes many times between two commits: the cache lets its changelog have it once. */
  static StoreBuilder<KeyValueStore<String, Line>> store() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(Line.class)).withCachingEnabled();
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    store = context.getStateStore(STORE);
  }

  @Override
  void apply(Record<String, Stand> record, Output output) {
    Stand stand = record.value();
    if (stand == null || !stand.key().equals(record.key())) {
      deadLetter(record, output, stand == null ? DeadLetter.Reason.EMPTY_RECORD : DeadLetter.Reason.UNREADABLE_RECORD,
          stand == null ? "a stand without value" : "the stand of " + stand.key() + " has the key " + record.key(),
          "the topic belongs to Demarche: let nothing else write to it");
      return;
    }
    try {
      Line known = store.get(record.key());
      Line line = known == null ? Line.first(stand) : known;
      Line.Outcome outcome = line.take(stand, rules);
      outcome.verdicts().forEach(verdict -> LOG.debug("{}: {}: {}", record.key(), verdict.receipt().stance(), verdict.reason()));
      write(outcome, stand, output);
      ask(outcome.fresh(line), output);
      store.put(record.key(), outcome.next());
    } finally {
      counters().add(Counters.Name.PLACED, 1);
    }
  }

  private void write(Line.Outcome outcome, Stand stand, Output output) {
    ArticleRef article = stand.article();
    String tagger = stand.receipts().get(0).taggerVersion();
    outcome.positions().forEach((key, position) -> output.write(Topics.POSITIONS, key, position, position == null ? new RecordHeaders()
        : headers(Topics.POSITIONS, article.id() + ":" + article.revision() + "@" + key, article, tagger)));
    for (Shift shift : outcome.shifts()) {
      output.write(Topics.SHIFTS, stand.key() + "|" + shift.id(), shift,
          headers(Topics.SHIFTS, shift.id(), shift.after().article(), shift.after().taggerVersion()));
    }
    long told = outcome.shifts().stream().filter(shift -> shift.state() == Shift.State.TOLD).count();
    counters().add(Counters.Name.SHIFTS, told);
    counters().add(Counters.Name.WITHDRAWN, outcome.shifts().size() - told);
  }

  /** A correction is no news: nobody is told of it again. */
  private void ask(List<Shift> shifts, Output output) {
    List<Hit> hits = shifts.stream().map(matcher).flatMap(List::stream).toList();
    for (Hit hit : hits) {
      output.write(Topics.HITS, hit.watch().id(), hit,
          headers(Topics.HITS, hit.finding().id() + "@" + hit.watch().id(), hit.article(), hit.taggerVersion()));
    }
    counters().add(Counters.Name.HITS, hits.size());
  }

  @Override
  Origin origin(Record<String, Stand> record) {
    byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
    return Origin.of(at(), key, record.value() == null ? null : Json.write(record.value()));
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
