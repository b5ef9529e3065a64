package dev.demarche.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is told to people: what a watch asks for has come, so often as its trigger wants, and nobody has been told of it before.
 *
 * @param id            hash of watch id and episode: the same at every retry, replay, copy of the story or edit of the watch
 * @param state         where the alert's life stands
 * @param trigger       which kind of trigger raised it
 * @param episode       what the trigger groups by; for a watch that asks for every match it is the utterance
 * @param utterance     id of one speaker's or holder's act or words on one occasion; of a silence null
 * @param watch         which watch, in which version
 * @param reason        why it matches, in words
 * @param matched       the words of the article by which the finding matches, and where they stand
 * @param actor         whose burst or silence it is, as the watch names it, else null
 * @param counted       the last {@value #MAX_COUNTED} of those that the trigger counted, in order of event time; empty for every match and of a
 *                      silence
 * @param finding       the finding that raised it: who, what, to whom, and the evidence. Of a silence the last that was heard, or null where
 *                      nothing was
 * @param article       where it stands; null where {@code finding} is
 * @param eventTime     {@link ArticleRef#eventTime()} of the article; of a silence when it had lasted as long as is asked for
 * @param eventTimeFrom {@code publishedAt} or {@code receivedAt}: where the event time is taken from; of a silence null
 * @param taggerVersion what tagged the article, or null without one
 * @param firedAt       when the article that raised it was received; of a silence when it was due
 */
public record Alert(String id, State state, TriggerRule.Kind trigger, String episode, String utterance, WatchRef watch, String reason, List<Matched> matched,
                    String actor, List<Counted> counted, Finding finding, ArticleRef article, Instant eventTime, String eventTimeFrom, String taggerVersion,
                    Instant firedAt) {
  /** Bound of {@code counted}. */
  public static final int MAX_COUNTED = 20;

  /** The states of an alert's life. */
  public enum State { FIRING }

  public Alert {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    trigger = trigger == null ? TriggerRule.Kind.EVERY : trigger;
    Objects.requireNonNull(watch, "watch");
    matched = matched == null ? List.of() : List.copyOf(matched);
    counted = counted == null ? List.of() : List.copyOf(counted);
    boolean heardNothing = trigger == TriggerRule.Kind.SILENCE && finding == null && article == null;
    if (!heardNothing && (finding == null || article == null)) {
      throw new NullPointerException("alert " + id + " has no " + (finding == null ? "finding" : "article"));
    }
  }

  /** An alert of a watch that asks for every match. */
  public Alert(String id, State state, String episode, String utterance, WatchRef watch, String reason, Finding finding, ArticleRef article,
               Instant eventTime, String eventTimeFrom, String taggerVersion, Instant firedAt) {
    this(id, state, TriggerRule.Kind.EVERY, episode, utterance, watch, reason, null, null, null, finding, article, eventTime, eventTimeFrom,
        taggerVersion, firedAt);
  }

  /** Whether it tells that nobody has said anything. */
  public boolean tellsSilence() {
    return trigger == TriggerRule.Kind.SILENCE;
  }

  /** Canonical name of whom it is about; of a silence, where it is not known, as the watch names them; or null. */
  public String who() {
    boolean heard = finding != null && (!tellsSilence() || actor != null && actor.equalsIgnoreCase(finding.whoActor()));
    return heard ? finding.who() : actor;
  }
}
