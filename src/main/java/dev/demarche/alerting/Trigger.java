package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.TriggerRule;

/**
 * What a hit leads to. Of a watch that asks for every match, each utterance is told once: the first report of it raises an alert, the others are
 * told by
 * that alert already. Of all others the utterance counts, and {@link Episodes} or a {@link Vigil} say what comes of it. Which utterance a hit reports
 * is {@link Recognition}'s matter. Pure and safe for use by several threads.
 */
public final class Trigger {
  private final Houses houses;
  private final Recognition recognition;

  /** With {@link Houses#PLAIN}. */
  public Trigger() {
    this(Houses.PLAIN);
  }

  /** @param houses says who publishes an article */
  public Trigger(Houses houses) {
    this.houses = houses;
    this.recognition = new Recognition(houses);
  }

  /**
   * What to make of a hit.
   *
   * @param open what is known under {@link Utterances#keyOf} of the hit, or null for nothing
   * @throws IllegalArgumentException if the article has neither a time of publication nor one of receipt
   */
  public Decision decide(Hit hit, Utterances open) {
    Recognised recognised = recognition.recognise(hit, open);
    if (hit.trigger().kind() != TriggerRule.Kind.EVERY) {
      Utterance alone = recognition.recognise(hit, null).utterance();
      return new Decision.Counts(hit, Occurrence.utterance(hit, houses.of(hit.article()), recognised.utterance(), alone),
          alone.eventTime().isAfter(recognised.utterance().firstEventTime()), recognised.next(),
          recognised.reason() + ": counts for " + hit.trigger().text());
    }
    String utterance = recognised.utterance().id();
    if (!recognised.first()) {
      String alertId = alertId(hit, utterance);
      return new Decision.Told(alertId, recognised.utterance().reporting(), recognised.next(),
          recognised.reason() + ": told already by alert " + alertId);
    }
    return new Decision.Fire(alert(hit, utterance), recognised.next(), recognised.reason());
  }

  private static Alert alert(Hit hit, String utterance) {
    ArticleRef article = hit.article();
    return new Alert(alertId(hit, utterance), Alert.State.FIRING, TriggerRule.Kind.EVERY, utterance, utterance, hit.watch(), hit.reason(), hit.matched(), null, null,
        hit.finding(), article,
        article.eventTime(), article.publishedAtCounts() ? "publishedAt" : "receivedAt", hit.taggerVersion(), article.receivedAt());
  }

  /** Of a watch that asks for every match the episode is the utterance. */
  private static String alertId(Hit hit, String utterance) {
    return ContentId.of(hit.watch().id(), utterance, utterance);
  }
}
