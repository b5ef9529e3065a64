package dev.demarche.pipeline;

import dev.demarche.alerting.Decision;
import dev.demarche.alerting.Report;
import dev.demarche.alerting.Trigger;
import dev.demarche.alerting.Utterance;
import dev.demarche.alerting.Utterances;
import dev.demarche.domain.Alert;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alert for a hit on an utterance that its watch has not been told of, or where what the watch's trigger counts has come, and for
 * silences. All hits of a watch meet in one task, whatever article they come from.
 */
final class TriggerStage extends Stage<String, Hit> {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerStage.class);
  private static final String STORE = "utterances";
  private static final String TOLD = "told";
  private static final String SEPARATOR = "\n";
  private static final int GROUPS_AT_HAND = 200;
  private static final Duration PRUNE_EVERY = Duration.ofHours(1);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final SilentWatches silent;
  private final IntSupplier partitions;

  /**
   * What the store holds of the groups that were used last, in the store's order, so that a busy one is not read anew for each hit and a
   * restart decides nothing otherwise.
   */
  private final Map<String, Utterances> groups = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Utterances> eldest) {
      return size() > GROUPS_AT_HAND;
    }
  };
  private final Trigger trigger;
  private KeyValueStore<String, Utterance> store;
  private WindowStore<String, String> told;
  private ProcessorContext<Object, Object> context;
  private Episodic episodic;

  /**
   * @param houses     says who publishes an article
   * @param partitions how many partitions the topic of hits has; asked where a watch waits for a silence, and may throw
   */
  TriggerStage(Houses houses, SilentWatches silent, IntSupplier partitions, StageContext shared) {
    super(NewsTopology.TRIGGER, shared);
    this.trigger = new Trigger(houses);
    this.silent = silent;
    this.partitions = partitions;
  }

  static StoreBuilder<KeyValueStore<String, Utterance>> store() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(Utterance.class));
  }

  /** The ids of the alerts raised, each with the article that raised it. */
  static StoreBuilder<WindowStore<String, String>> told() {
    return Stores.windowStoreBuilder(Stores.persistentWindowStore(TOLD, Utterances.KEPT, Utterances.KEPT, false), Serdes.String(),
        Serdes.String());
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    store = context.getStateStore(STORE);
    told = context.getStateStore(TOLD);
    this.context = context;
    episodic = new Episodic(silent, partitions, context, now());
    groups.clear();
    context.schedule(PRUNE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> prune(Instant.ofEpochMilli(now)));
    context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
  }

  @Override
  void apply(Record<String, Hit> record, Output output) {
    Hit hit = record.value();
    if (hit == null) {
      deadLetter(record, output, DeadLetter.Reason.EMPTY_RECORD, "a hit without value", "the topic belongs to Demarche: let nothing else write to it");
      return;
    }
    String group = Utterances.keyOf(hit) + SEPARATOR;
    Utterances open = groups.computeIfAbsent(group, this::open);
    Decision decision = trigger.decide(hit, open);
    LOG.debug("{}", decision.reason());
    episodic.heard(hit.article(), now());
    if (decision instanceof Decision.Counts counts) {
      counters().add(Counters.Name.COUNTED, 1);
      tellEpisodes(episodic.take(counts, now()), output);
    } else if (decision instanceof Decision.Told before) {
      pass(new Report(before.alertId(), null, before.reporting(), before.reason()), hit.watch().id(), output);
      counters().add(Counters.Name.TOLD, 1);
    } else if (!(decision instanceof Decision.Fire fire && tell(fire.alert(), decision.reason(), output))) {
      counters().add(Counters.Name.TOLD, 1);
    }
    replace(group, open, decision.next());
  }

  private void look(Instant now) {
    unprompted(now, output -> tellEpisodes(episodic.due(now), output));
    unprompted(now, output -> tellEpisodes(episodic.silences(now), output));
  }

  private void tellEpisodes(List<Alert> alerts, Output output) {
    counters().add(Counters.Name.EPISODES, alerts.stream().filter(alert -> tell(alert, alert.reason(), output)).count());
  }

  /** Writes the alert, if it was never raised before. */
  private boolean tell(Alert alert, String reason, Output output) {
    boolean first = tellFirst(alert);
    if (first) {
      output.write(Topics.ALERTS, alert.watch().id(), alert, headers(Topics.ALERTS, alert.id(), alert.eventTime(), alert.taggerVersion()));
      pass(new Report(alert.id(), alert, null, reason), alert.watch().id(), output);
      counters().add(Counters.Name.ALERTS, 1);
    }
    return first;
  }

  /** To who tells people, in the same task. */
  private void pass(Report report, String watch, Output output) {
    output.pass(NewsTopology.NOTIFY, new Record<>(watch, report, now().toEpochMilli()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  /**
   * Whether the alert was never raised before. Its group may have forgotten the utterance, since a group is bounded; then the words
   * decide, from which the id is made.
   */
  private boolean tellFirst(Alert alert) {
    Instant seen = alert.firedAt() == null ? alert.eventTime() : alert.firedAt();
    try (WindowStoreIterator<String> before = told.fetch(alert.id(), Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      if (before.hasNext()) {
        return false;
      }
    }
    told.put(alert.id(), alert.article() == null ? "" : alert.article().id(), seen.toEpochMilli());
    return true;
  }

  /** Each utterance is a record of its own, behind the key of its group: a hit rewrites one of them, not hundreds. */
  private Utterances open(String group) {
    List<Utterance> open = new ArrayList<>();
    try (KeyValueIterator<String, Utterance> all = store.prefixScan(group, new StringSerializer())) {
      all.forEachRemaining(entry -> open.add(entry.value));
    }
    return new Utterances(open);
  }

  private void replace(String group, Utterances before, Utterances after) {
    Map<String, Utterance> left = new HashMap<>();
    before.open().forEach(utterance -> left.put(utterance.id(), utterance));
    for (Utterance utterance : after.open()) {
      if (!utterance.equals(left.remove(utterance.id()))) {
        store.put(group + utterance.id(), utterance);
      }
    }
    left.keySet().forEach(id -> store.delete(group + id));
    groups.put(group, after.byId());
  }

  private void prune(Instant now) {
    episodic.prune(now);
    try (KeyValueIterator<String, Utterance> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, Utterance> entry = all.next();
        if (new Utterances(List.of(entry.value)).prune(now).open().isEmpty()) {
          store.delete(entry.key);
          groups.remove(entry.key.substring(0, entry.key.indexOf(SEPARATOR) + 1));
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
