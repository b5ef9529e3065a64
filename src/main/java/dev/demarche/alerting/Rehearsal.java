package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the hits of one watch come to, decision by decision as in the stream, with nothing told to anybody. */
public final class Rehearsal {

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

  private Rehearsal() {}

  /**
   * The outcome for {@code watch}.
   *
   * @param hits   of the watch, in order of receipt
   * @param houses says who publishes an article
   * @param now    until when the time goes on behind the last hit
   */
  public static Outcome of(Watch watch, List<Hit> hits, Houses houses, Instant now) {
    Trigger trigger = new Trigger(houses);
    Map<String, Utterances> groups = new HashMap<>();
    List<Alert> alerts = new ArrayList<>();
    for (Hit hit : hits) {
      String key = Utterances.keyOf(hit);
      Decision decision = trigger.decide(hit, groups.get(key));
      groups.put(key, decision.next());
      if (decision instanceof Decision.Fire fire) {
        alerts.add(fire.alert());
      }
    }
    return new Outcome(watch, hits.size(), alerts);
  }
}
