package dev.demarche.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * When what a watch finds raises an alert.
 *
 * @param kind   what is counted
 * @param least  how many it takes; 1 or more
 * @param within the time, by event time, in which so many must come; null where the kind has none
 * @param grace  how late an article may come and still count as if it had come in order; not negative
 */
public record TriggerRule(Kind kind, int least, Duration within, Duration grace) {

  /** The kinds of triggers. */
  public enum Kind { EVERY, COUNT, PUBLISHERS, BURST, SILENCE }

  /** Every utterance raises an alert. */
  public static final TriggerRule EVERY = new TriggerRule(Kind.EVERY, 1, null, Duration.ZERO);

  public TriggerRule {
    Objects.requireNonNull(kind, "kind");
    grace = grace == null ? Duration.ZERO : grace;
    if (least < 1) {
      throw new IllegalArgumentException("least is " + least + ", not 1 or more");
    }
  }
}
