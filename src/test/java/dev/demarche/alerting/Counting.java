package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps in maps what a stage keeps in stores; time is the newest receipt. */
final class Counting {
  private final Trigger trigger = new Trigger(Houses.PLAIN);
  private final Map<String, Utterances> utterances = new HashMap<>();
  final Map<String, Episodes> episodes = new HashMap<>();
  private Instant newest = Instant.EPOCH;

  List<Alert> take(Reports report) {
    return take(report.hit());
  }

  List<Alert> take(Hit hit) {
    Decision decision = trigger.decide(hit, utterances.get(Utterances.keyOf(hit)));
    utterances.put(Utterances.keyOf(hit), decision.next());
    Instant received = hit.article().receivedAt();
    newest = received.isAfter(newest) ? received : newest;
    List<Alert> alerts = new ArrayList<>(settle(newest));
    Decision.Counts counts = (Decision.Counts) decision;
    Episodes.keysOf(counts).forEach((key, actor) -> alerts.addAll(
        keep(key, episodes.getOrDefault(key, Episodes.none(hit.trigger(), actor)).take(counts, newest))));
    return alerts;
  }

  List<Alert> settle(Instant time) {
    List<Alert> alerts = new ArrayList<>();
    episodes.keySet().stream().sorted().toList().forEach(key -> alerts.addAll(keep(key, episodes.get(key).settle(time))));
    return alerts;
  }

  private List<Alert> keep(String key, Episodes.Outcome outcome) {
    episodes.put(key, outcome.next());
    return outcome.alerts();
  }
}
