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
import java.util.TreeMap;

/** What the hits of one watch come to, decision by decision as in the stream, with nothing told to anybody and nothing kept. Confined to a thread. */
public final class Rehearsal {

  /**
   * What a watch would have told.
   *
   * @param watch     that was tried
   * @param hits      how many findings it asks for
   * @param alerts    that they raise, in the order in which they fire
   * @param told      ids of the alerts that people would have been told of together, notification by notification; repetition and silences aside
   * @param throttled how often one of them had to wait because the watch was told of as often as it allows
   */
  public record Outcome(Watch watch, int hits, List<Alert> alerts, List<List<String>> told, int throttled) {
    public Outcome {
      alerts = List.copyOf(alerts);
      told = List.copyOf(told);
    }
  }

  private final Watch watch;
  private final Trigger trigger;
  private final Map<String, Utterances> utterances = new HashMap<>();
  private final Map<String, Episodes> episodes = new TreeMap<>();
  private final Map<String, Vigil> vigils = new TreeMap<>();
  private Instant time = Instant.EPOCH;

  /** Of {@code watch}, as if it had been put at {@code from}. */
  Rehearsal(Watch watch, Houses houses, Instant from) {
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
    List<Alert> alerts = new ArrayList<>();
    hits.forEach(hit -> alerts.addAll(rehearsal.take(hit)));
    alerts.addAll(rehearsal.pass(to));
    Rounds rounds = Rounds.of(watch, alerts);
    return new Outcome(watch, hits.size(), alerts, rounds.told(), rounds.throttled());
  }

  /** The alerts that were due when {@code hit} was received, and those that it raises. */
  List<Alert> take(Hit hit) {
    Instant received = hit.article().receivedAt() == null ? hit.article().eventTime() : hit.article().receivedAt();
    List<Alert> alerts = pass(received);
    String group = Utterances.keyOf(hit);
    Decision decision = trigger.decide(hit, utterances.get(group));
    utterances.put(group, decision.next());
    if (decision instanceof Decision.Fire fire) {
      alerts.add(fire.alert());
    } else if (decision instanceof Decision.Counts counts) {
      Episodes.keysOf(counts).forEach((key, actor) -> {
        if (hit.trigger().kind() == TriggerRule.Kind.SILENCE) {
          vigils.computeIfPresent(key, (same, vigil) -> vigil.hear(counts));
        } else {
          alerts.addAll(keep(key, episodes.getOrDefault(key, Episodes.none(hit.trigger(), actor)).take(counts, time)));
        }
      });
    }
    return alerts;
  }

  /** The alerts that are due without a hit when all is taken to have come that was received up to {@code until}. */
  List<Alert> pass(Instant until) {
    time = until.isAfter(time) ? until : time;
    List<Alert> alerts = new ArrayList<>();
    episodes.forEach((key, known) -> alerts.addAll(keep(key, known.settle(time))));
    WatchRef ref = new WatchRef(watch.id(), 0, watch.name(), watch.severity());
    vigils.replaceAll((key, vigil) -> vigil.settle(ref, watch.trigger(), time).map(silence -> {
      alerts.add(silence.alert());
      return silence.next();
    }).orElse(vigil));
    return alerts;
  }

  /** What is kept of the episodes, by {@link Episodes#keysOf}. */
  Map<String, Episodes> episodes() {
    return episodes;
  }

  private List<Alert> keep(String key, Episodes.Outcome outcome) {
    episodes.put(key, outcome.next());
    return outcome.alerts();
  }
}
