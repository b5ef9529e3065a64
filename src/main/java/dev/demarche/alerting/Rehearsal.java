package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the hits of one watch come to, decision by decision as in the stream, with nothing told to anybody. The time is that of receipt: it goes from
 * hit to hit, and at the end to now. For use by one thread, once.
 */
public final class Rehearsal {
  private final Watch watch;
  private final Trigger trigger;
  private final Map<String, Utterances> utterances = new HashMap<>();
  private final Map<String, Episodes> episodes = new HashMap<>();
  private final Map<String, Vigil> vigils = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();

  /**
   * What a watch would have told.
   *
   * @param watch  that was tried
   * @param hits   how many findings it asks for
   * @param alerts that they raise, in the order in which they fire
   */
  public record Outcome(Watch watch, int hits, List<Alert> alerts) {
    public Outcome {
      alerts = List.copyOf(alerts);
    }
  }

  private Rehearsal(Watch watch, Houses houses, Instant from) {
    this.watch = watch;
    this.trigger = new Trigger(houses);
    if (watch.trigger().kind() == TriggerRule.Kind.SILENCE) {
      (watch.actors().isEmpty() ? List.of("") : watch.actors())
          .forEach(actor -> vigils.put(Episodes.silenceKey(watch.id(), actor), Vigil.from(from, actor)));
    }
  }

  /**
   * The outcome for {@code watch}, as if it had been put at {@code from}.
   *
   * @param houses says who publishes an article
   * @param hits   of the watch, in order of receipt
   * @param to     until when the time goes on
   */
  public static Outcome of(Watch watch, Houses houses, List<Hit> hits, Instant from, Instant to) {
    Rehearsal rehearsal = new Rehearsal(watch, houses, from);
    hits.forEach(rehearsal::take);
    rehearsal.settle(to);
    return new Outcome(watch, hits.size(), rehearsal.alerts);
  }

  private void take(Hit hit) {
    Instant seen = hit.article().receivedAt() == null ? hit.article().eventTime() : hit.article().receivedAt();
    settle(seen);
    String group = Utterances.keyOf(hit);
    Decision decision = trigger.decide(hit, utterances.get(group));
    utterances.put(group, decision.next());
    if (decision instanceof Decision.Fire fire) {
      alerts.add(fire.alert());
    } else if (decision instanceof Decision.Counts counts) {
      Episodes.keysOf(counts).forEach((key, actor) -> count(counts, key, actor, seen));
    }
  }

  private void count(Decision.Counts counts, String key, String actor, Instant seen) {
    if (watch.trigger().kind() == TriggerRule.Kind.SILENCE) {
      vigils.computeIfPresent(key, (same, vigil) -> vigil.hear(counts));
    } else {
      keep(key, episodes.getOrDefault(key, Episodes.none(watch.trigger(), actor)).take(counts, seen));
    }
  }

  /** What has become due by {@code time} without a hit. */
  private void settle(Instant time) {
    new ArrayList<>(episodes.keySet()).forEach(key -> keep(key, episodes.get(key).settle(time)));
    WatchRef ref = new WatchRef(watch.id(), 0, watch.name(), watch.severity());
    vigils.replaceAll((key, vigil) -> vigil.settle(ref, watch.trigger(), time).map(silence -> {
      alerts.add(silence.alert());
      return silence.next();
    }).orElse(vigil));
  }

  private void keep(String key, Episodes.Outcome outcome) {
    episodes.put(key, outcome.next());
    alerts.addAll(outcome.alerts());
  }
}
