package dev.demarche.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What is told to people: a watch's question was answered by an utterance that it has not been told of before.
 *
 * @param id            hash of watch id, episode and utterance: the same at every retry, replay, copy of the story or edit of the watch
 * @param state         where the alert's life stands
 * @param episode       what the trigger groups by; for a watch that asks for every match it is the utterance
 * @param utterance     id of one speaker's or holder's act or words on one occasion
 * @param watch         which watch, in which version
 * @param reason        why it matches, in words
 * @param finding       the first finding that reported the utterance: who, what, to whom, and the evidence
 * @param article       where it stands
 * @param eventTime     {@link ArticleRef#eventTime()} of the article
 * @param eventTimeFrom {@code publishedAt} or {@code receivedAt}: where the event time is taken from
 * @param taggerVersion what tagged the article
 * @param firedAt       when the article that raised it was received
 */
public record Alert(String id, State state, String episode, String utterance, WatchRef watch, String reason, Finding finding,
                    ArticleRef article, Instant eventTime, String eventTimeFrom, String taggerVersion, Instant firedAt) {

  /** The states of an alert's life. */
  public enum State { FIRING }

  public Alert {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(article, "article");
  }
}
