package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Hit;
import dev.demarche.domain.TriggerRule;
import dev.demarche.domain.WatchRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The wait for somebody who says nothing: what a store holds behind {@link Episodes#silenceKey}.
 *
 * <p>A silence begins with the latest utterance, by the event time of its earliest report, or when the watch was put, if that is later: a watch
 * does not
 * look back. It is told once the {@link Frontier} has passed its begin by the rule's time and grace, and once only until an utterance comes that is
 * dated after the time at which the silence had lasted long enough. A copy or a late report of what was said before ends no silence.
 *
 * @param actor as the watch names them, or null for everybody that the watch asks for
 * @param since when the watch was put
 * @param heard the latest utterances, in order of event time, at most {@value #MAX_HEARD}
 * @param told  when the silence that was told had lasted long enough, or null where none was since the last utterance
 */
public record Vigil(String actor, Instant since, List<Occurrence> heard, Instant told) {
  /** Bound of {@code heard}: more than one, for an earlier report may show that the latest utterance is older than another. */
  public static final int MAX_HEARD = 3;

  /** A silence that is to be told, and what to remember. */
  public record Silence(Alert alert, Vigil next) {}

  public Vigil {
    Objects.requireNonNull(since, "since");
    heard = List.copyOf(heard);
  }

  /** The wait for {@code actor}, or for everybody where that is "", from the time on at which the watch was put. */
  public static Vigil from(Instant put, String actor) {
    return new Vigil(actor.isEmpty() ? null : actor, put, List.of(), null);
  }

  /** With an utterance that was heard. */
  public Vigil hear(Decision.Counts counts) {
    if (counts.repeats()) {
      return this;
    }
    List<Occurrence> all = Occurrence.with(heard, counts.occurrence());
    List<Occurrence> latest = all.subList(Math.max(0, all.size() - MAX_HEARD), all.size());
    boolean again = told != null && latest.get(latest.size() - 1).at().isAfter(told);
    return new Vigil(actor, since, latest, again ? null : told);
  }

  /** The silence that there is to tell by {@code rule} of {@code watch}, when all is taken to have come that was received up to {@code time}. */
  public Optional<Silence> settle(WatchRef watch, TriggerRule rule, Instant time) {
    Instant begin = begin();
    Instant enough = begin.plus(rule.within());
    Instant due = enough.plus(rule.grace());
    if (told != null || time.isBefore(due)) {
      return Optional.empty();
    }
    Hit last = heard.isEmpty() ? null : heard.get(heard.size() - 1).hit();
    ArticleRef article = last == null ? null : last.article();
    String who = actor == null ? "" : actor.strip().toLowerCase(Locale.ROOT);
    String episode = ContentId.of(TriggerRule.Kind.SILENCE.name(), who, begin.toString());
    String reason = "silence" + (actor == null ? "" : " of " + actor) + " for " + TriggerRule.text(rule.within()) + ", since "
        + (begin.equals(since) ? "the watch was put" : "the last") + " at " + begin + (last == null ? "" : "; the last: " + last.reason());
    Alert alert = new Alert(ContentId.of(watch.id(), TriggerRule.Kind.SILENCE.name(), episode), Alert.State.FIRING, TriggerRule.Kind.SILENCE, episode,
        null, watch, reason, last == null ? null : last.matched(), actor, null, last == null ? null : last.finding(), article, enough,
        null, last == null ? null : last.taggerVersion(), due);
    return Optional.of(new Silence(alert, new Vigil(actor, since, heard, enough)));
  }

  private Instant begin() {
    Instant last = heard.isEmpty() ? since : heard.get(heard.size() - 1).at();
    return last.isAfter(since) ? last : since;
  }
}
