package dev.demarche.pipeline;

import dev.demarche.alerting.Decision;
import dev.demarche.alerting.Trigger;
import dev.demarche.alerting.Utterances;
import dev.demarche.domain.Hit;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alert for a hit on an utterance that its watch has not been told of. All hits of a watch meet in one task, whatever article
 * they come from.
 */
final class TriggerStage extends Stage<String, Hit> {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerStage.class);
  private static final String STORE = "utterances";
  private static final Trigger TRIGGER = new Trigger();
  private static final Duration PRUNE_EVERY = Duration.ofHours(1);

  private KeyValueStore<String, Utterances> store;

  TriggerStage(StageContext shared) {
    super(NewsTopology.TRIGGER, shared);
  }

  static StoreBuilder<KeyValueStore<String, Utterances>> store() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(Utterances.class));
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    store = context.getStateStore(STORE);
    context.schedule(PRUNE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> prune(Instant.ofEpochMilli(now)));
  }

  @Override
  void apply(Record<String, Hit> record, Output output) {
    Hit hit = record.value();
    if (hit == null) {
      deadLetter(record, output, DeadLetter.Reason.EMPTY_RECORD, "a hit without value", "the topic belongs to Demarche: let nothing else write to it");
      return;
    }
    String key = Utterances.keyOf(hit);
    Decision decision = TRIGGER.decide(hit, store.get(key));
    LOG.debug("{}", decision.reason());
    if (decision instanceof Decision.Fire fire) {
      output.write(Topics.ALERTS, hit.watch().id(), fire.alert(),
          headers(Topics.ALERTS, fire.alert().id(), hit.article(), hit.taggerVersion()));
      counters().add(Counters.Name.ALERTS, 1);
    } else {
      counters().add(Counters.Name.TOLD, 1);
    }
    store.put(key, decision.next());
  }

  private void prune(Instant now) {
    try (KeyValueIterator<String, Utterances> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, Utterances> entry = all.next();
        Utterances left = entry.value.prune(now);
        if (!left.equals(entry.value)) {
          store.put(entry.key, left.open().isEmpty() ? null : left);
        }
      }
    }
  }

  @Override
  Origin origin(Record<String, Hit> record) {
    byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
    return Origin.of(at(), key, record.value() == null ? null : Json.write(record.value()));
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
