package dev.demarche.pipeline;

import dev.demarche.alerting.Decision;
import dev.demarche.alerting.Episodes;
import dev.demarche.alerting.Frontier;
import dev.demarche.alerting.Vigil;
import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.TriggerRule;
import dev.demarche.topics.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the trigger stage keeps for watches that count or wait: their episodes, and who has been silent for how long. A task is in charge of the
 * watches
 * whose hits stand in its partition. Confined to the task's thread.
 */
final class Episodic {
  private static final Logger LOG = LoggerFactory.getLogger(Episodic.class);
  private static final String EPISODES = "episodes";
  private static final String VIGILS = "vigils";

  private final SilentWatches silent;
  private final IntSupplier partitions;
  private final int partition;
  private final KeyValueStore<String, Episodes> episodes;
  private final KeyValueStore<String, Vigil> vigils;
  private final Map<String, Instant> due = new HashMap<>();
  private Frontier frontier;

  /**
   * What the stores hold.
   *
   * @param silent     the watches that wait for a silence
   * @param partitions how many partitions the topic of hits has; asked for where such watches stand, and may throw
   * @param now        wall-clock time
   */
  Episodic(SilentWatches silent, IntSupplier partitions, ProcessorContext<?, ?> context, Instant now) {
    this.silent = silent;
    this.partitions = partitions;
    partition = context.taskId().partition();
    episodes = context.getStateStore(EPISODES);
    vigils = context.getStateStore(VIGILS);
    frontier = Frontier.start(now);
    try (KeyValueIterator<String, Episodes> all = episodes.all()) {
      all.forEachRemaining(entry -> remember(entry.key, entry.value.settle(Instant.EPOCH).due()));
    }
  }

  /** A busy watch changes many times between two commits: the cache lets the changelog have it once. */
  static StoreBuilder<KeyValueStore<String, Episodes>> episodes() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(EPISODES), Serdes.String(), Json.serde(Episodes.class)).withCachingEnabled();
  }

  static StoreBuilder<KeyValueStore<String, Vigil>> vigils() {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(VIGILS), Serdes.String(), Json.serde(Vigil.class)).withCachingEnabled();
  }

  /** Takes note of a hit on {@code article}, of whatever watch. */
  void heard(ArticleRef article, Instant now) {
    frontier = frontier.with(article.receivedAt() == null ? article.eventTime() : article.receivedAt(), now);
  }

  /** The alerts to which a hit that counts leads at once. */
  List<Alert> take(Decision.Counts counts, Instant now) {
    List<Alert> alerts = new ArrayList<>();
    Episodes.keysOf(counts).forEach((key, actor) -> {
      if (counts.hit().trigger().kind() == TriggerRule.Kind.SILENCE) {
        hear(counts, key, actor);
      } else {
        Episodes known = episodes.get(key);
        alerts.addAll(keep(key, (known == null ? Episodes.none(counts.hit().trigger(), actor) : known).take(counts, frontier.at(now))));
      }
    });
    return alerts;
  }

  private void hear(Decision.Counts counts, String key, String actor) {
    Vigil known = vigils.get(key);
    SilentWatches.Standing standing = silent.get(counts.hit().watch().id());
    if (known != null || standing != null) {
      vigils.put(key, (known == null ? Vigil.from(standing.put(), actor) : known).hear(counts));
    }
  }

  /** The alerts that have become due without a hit. */
  List<Alert> due(Instant now) {
    Instant time = frontier.at(now);
    List<Alert> alerts = new ArrayList<>();
    for (String key : due.entrySet().stream().filter(entry -> !entry.getValue().isAfter(time)).map(Map.Entry::getKey).sorted().toList()) {
      Episodes known = episodes.get(key);
      alerts.addAll(known == null ? List.of() : keep(key, known.settle(time)));
    }
    return alerts;
  }

  /** The silences that have lasted long enough. */
  List<Alert> silences(Instant now) {
    Instant time = frontier.at(now);
    List<Alert> alerts = new ArrayList<>();
    int all = silent.all().isEmpty() ? 0 : partitions.getAsInt();
    for (SilentWatches.Standing standing : silent.all()) {
      if (ByWatch.partition(standing.watch().id(), all) == partition) {
        for (String actor : standing.actors()) {
          String key = Episodes.silenceKey(standing.watch().id(), actor);
          Vigil known = vigils.get(key);
          Vigil vigil = known == null ? Vigil.from(standing.put(), actor) : known;
          Vigil next = vigil.settle(standing.ref(), standing.watch().trigger(), time).map(silence -> {
            alerts.add(silence.alert());
            return silence.next();
          }).orElse(vigil);
          if (!next.equals(known)) {
            vigils.put(key, next);
          }
        }
      }
    }
    return alerts;
  }

  private List<Alert> keep(String key, Episodes.Outcome outcome) {
    LOG.debug("{}: {}", key, outcome.reason());
    episodes.put(key, outcome.next());
    remember(key, outcome.due());
    return outcome.alerts();
  }

  private void remember(String key, Instant when) {
    if (when == null) {
      due.remove(key);
    } else {
      due.put(key, when);
    }
  }

  /** Forgets what nothing can come of any more, and the silences of watches that wait for none any more. */
  void prune(Instant now) {
    Instant time = frontier.at(now);
    try (KeyValueIterator<String, Episodes> all = episodes.all()) {
      while (all.hasNext()) {
        KeyValue<String, Episodes> entry = all.next();
        if (entry.value.over(time)) {
          episodes.delete(entry.key);
          due.remove(entry.key);
        }
      }
    }
    try (KeyValueIterator<String, Vigil> all = vigils.all()) {
      while (all.hasNext()) {
        String key = all.next().key;
        if (silent.get(Episodes.watchOf(key)) == null) {
          vigils.delete(key);
        }
      }
    }
  }
}
