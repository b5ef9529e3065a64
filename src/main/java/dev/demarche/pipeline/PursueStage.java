package dev.demarche.pipeline;

import dev.demarche.conditions.Docket;
import dev.demarche.domain.Bearing;
import dev.demarche.domain.Bearing.Seen;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Hit;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Takes what an article holds that bears on conditions into what is known of them: writes the conditions that have changed, and a hit for each watch
 * that asks for a state into which one has come. Deeds are remembered, too, for an article that tells of a condition may arrive late.
 */
final class PursueStage extends Stage<String, Bearing> {
  private static final String DOCKETS = "dockets";
  private static final String DEEDS = "deeds";
  private static final Duration PRUNE_EVERY = Duration.ofDays(1);

  private final NewsTopology.Pursuit pursuit;
  private final int maxBytes;
  private KeyValueStore<String, Docket> dockets;
  private WindowStore<String, Bearing> deeds;
  private ProcessorContext<Object, Object> context;

  PursueStage(NewsTopology.Pursuit pursuit, StageContext shared) {
    super(NewsTopology.PURSUE, shared);
    this.pursuit = pursuit;
    this.maxBytes = shared.maxRecordBytes();
  }

  static StoreBuilder<KeyValueStore<String, Docket>> dockets() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DOCKETS), Serdes.String(), Json.serde(Docket.class)).withCachingEnabled();
  }

  /** The deeds that were reported, by key and time of receipt; several articles may be received at one time. */
  static StoreBuilder<WindowStore<String, Bearing>> deeds(Duration kept) {
    return Stores.windowStoreBuilder(Stores.persistentWindowStore(DEEDS, kept, kept, true), Serdes.String(), Json.serde(Bearing.class));
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    this.context = context;
    dockets = context.getStateStore(DOCKETS);
    deeds = context.getStateStore(DEEDS);
    context.schedule(PRUNE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> prune(Instant.ofEpochMilli(now)));
  }

  @Override
  void apply(Record<String, Bearing> record, Output output) {
    Bearing bearing = record.value();
    if (bearing == null || !bearing.key().equals(record.key())) {
      deadLetter(record, output, bearing == null ? DeadLetter.Reason.EMPTY_RECORD : DeadLetter.Reason.UNREADABLE_RECORD,
          bearing == null ? "a bearing without value" : "the bearing on " + bearing.key() + " has the key " + record.key(),
          "the topic belongs to Demarche: let nothing else write to it");
      return;
    }
    try {
      Docket known = dockets.get(bearing.key());
      Docket.Outcome outcome = (known == null ? Docket.EMPTY : known).take(bearing, from -> earlier(bearing.key(), from), pursuit.rules());
      write(outcome, bearing, output);
      if (!bearing.deeds().isEmpty()) {
        deeds.put(bearing.key(), new Bearing(bearing.key(), bearing.article(), bearing.taggerVersion(), List.of(), bearing.deeds()),
            received(record).toEpochMilli());
      }
      if (!outcome.next().empty()) {
        dockets.put(bearing.key(), outcome.next());
      }
    } finally {
      counters().add(Counters.Name.PURSUED, 1);
    }
  }

  /** The deeds of each article's newest revision that happened at {@code from} or later: none of them can have been received before. */
  private List<Seen> earlier(String key, Instant from) {
    Map<String, Integer> newest = new HashMap<>();
    List<Seen> all = new ArrayList<>();
    try (WindowStoreIterator<Bearing> stored = deeds.fetch(key, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      stored.forEachRemaining(entry -> {
        all.addAll(entry.value.seen());
        newest.merge(entry.value.article().id(), entry.value.article().revision(), Math::max);
      });
    }
    all.removeIf(one -> one.receipt().at().isBefore(from) || one.receipt().article().revision() < newest.get(one.receipt().article().id()));
    return all;
  }

  private void write(Docket.Outcome outcome, Bearing bearing, Output output) {
    String by = bearing.article().id() + ":" + bearing.article().revision();
    outcome.states().forEach((id, state) -> output.write(Topics.CONDITION_STATES, id, state, state == null ? new RecordHeaders()
        : headers(Topics.CONDITION_STATES, id + "@" + by, state.last().receipt().article(), state.last().receipt().taggerVersion())));
    int hits = 0;
    for (ConditionState state : outcome.news()) {
      ConditionReceipt receipt = state.last().receipt();
      for (Hit hit : pursuit.matcher().apply(state)) {
        output.write(Topics.HITS, hit.watch().id(), hit,
            headers(Topics.HITS, state.id() + ":" + state.state() + "@" + hit.watch().id(), receipt.article(), hit.taggerVersion()));
        hits++;
      }
    }
    counters().add(Counters.Name.CONDITION_CHANGES, outcome.news().size());
    counters().add(Counters.Name.HITS, hits);
  }

  private void prune(Instant now) {
    Output output = new Output(now.toEpochMilli(), maxBytes);
    try (KeyValueIterator<String, Docket> all = dockets.all()) {
      while (all.hasNext()) {
        KeyValue<String, Docket> entry = all.next();
        Docket.Outcome outcome = entry.value.prune(now.minus(pursuit.kept()), pursuit.rules());
        outcome.states().forEach((id, state) -> {
          if (state == null) {
            output.write(Topics.CONDITION_STATES, id, null, new RecordHeaders());
          }
        });
        if (outcome.next().empty()) {
          dockets.delete(entry.key);
        } else if (!outcome.next().equals(entry.value)) {
          dockets.put(entry.key, outcome.next());
        }
      }
    }
    send(output);
  }

  @Override
  Origin origin(Record<String, Bearing> record) {
    byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
    return Origin.of(at(), key, record.value() == null ? null : Json.write(record.value()));
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
