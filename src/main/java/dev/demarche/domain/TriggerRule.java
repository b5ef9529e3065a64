package dev.demarche.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * When what a watch finds raises an alert.
 *
 * @param kind   what is counted
 * @param least  how many it takes; 1 or more, of publishers at most {@value #MOST_PUBLISHERS}, else at most {@value #MOST}
 * @param within the time, by event time, in which so many must come, or for which nothing must have come; longer than zero, null for {@code EVERY}
 * @param grace  how long after its event time an article may be received and still count as if it had come in order; not negative
 */
public record TriggerRule(Kind kind, int least, Duration within, Duration grace) {

  /** The kinds of triggers. */
  public enum Kind {
    /** Each utterance raises an alert. */
    EVERY,
    /** So many utterances within the time. */
    COUNT,
    /** One utterance, reported by so many independent publishers within the time. */
    PUBLISHERS,
    /** Many more utterances within the time than is usual for the actor. */
    BURST,
    /** No utterance for the time. */
    SILENCE
  }

  /** The largest {@code least}. */
  public static final int MOST = 100;
  /** The largest {@code least} of publishers. */
  public static final int MOST_PUBLISHERS = 50;
  /** How many utterances a burst has at the least, unless the watch says otherwise. */
  public static final int BURST_LEAST = 5;

  /** Every utterance raises an alert. */
  public static final TriggerRule EVERY = new TriggerRule(Kind.EVERY, 1, null, Duration.ZERO);

  public TriggerRule {
    Objects.requireNonNull(kind, "kind");
    grace = grace == null ? Duration.ZERO : grace;
    int most = kind == Kind.PUBLISHERS ? MOST_PUBLISHERS : MOST;
    if (least < 1 || least > most) {
      throw new IllegalArgumentException("least is " + least + ", not from 1 to " + most);
    }
    if (kind != Kind.EVERY && (within == null || within.isZero() || within.isNegative())) {
      throw new IllegalArgumentException("within is " + within + ", and " + kind + " needs a time longer than zero");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace is " + grace + ", which is negative");
    }
  }

  /** This rule with another grace. */
  public TriggerRule withGrace(Duration other) {
    return new TriggerRule(kind, least, within, other);
  }

  /** In a few words, as {@code count 5, within 6h, grace 1h}. */
  public String text() {
    String rule = switch (kind) {
      case EVERY -> "every match";
      case COUNT -> "count " + least + ", within " + text(within);
      case PUBLISHERS -> "publishers " + least + ", within " + text(within);
      case BURST -> "burst " + text(within) + ", least " + least;
      case SILENCE -> "silence " + text(within);
    };
    return grace.isZero() ? rule : rule + ", grace " + text(grace);
  }

  /** A time span as watches write it: {@code 90s}, {@code 15m}, {@code 6h}, {@code 14d}, in the largest unit of which it is a whole number. */
  public static String text(Duration span) {
    long seconds = span.toSeconds();
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds % 3_600 == 0 ? seconds / 3_600 + "h" 
        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
