package dev.demarche.domain;

import java.time.Duration;
import java.util.List;

/**
 * Which alerts of a watch people are told of together, and when; after the groups of Prometheus' Alertmanager.
 *
 * @param by       labels whose values the alerts of a group share
 * @param delay    how long the first alert of a group waits for others
 * @param interval how long those that come after a notification wait for others
 * @param repeat   after which time people are told again of what nobody has acknowledged, or null for never
 * @param most     notifications of the watch at most {@code within} a time; what is above waits and goes out together. 0: any number
 * @param within   the time that {@code most} speaks of
 */
public record Grouping(List<By> by, Duration delay, Duration interval, Duration repeat, int most, Duration within) {

  /** By what alerts are grouped, within their watch. */
  public enum By { ACTOR, ISSUE, TARGET, ACT }

  /** The first alert of an actor on an issue goes out at once, what follows every five minutes. */
  public static final Grouping DEFAULT = new Grouping(List.of(By.ACTOR, By.ISSUE), Duration.ZERO, Duration.ofMinutes(5), null);

  public Grouping {
    by = List.copyOf(by);
    delay = delay == null ? Duration.ZERO : delay;
    interval = interval == null ? Duration.ofMinutes(5) : interval;
    within = within == null ? Duration.ofHours(1) : within;
    if (delay.isNegative() || interval.isNegative() || most < 0 || repeat != null && repeat.toSeconds() < 1 || within.toSeconds() < 1) {
      throw new IllegalArgumentException("delay " + delay + ", interval " + interval + ", repeat " + repeat + ", most " + most + " within " + within
          + ": none may be negative, and repeat and within are 1 s or more");
    }
  }

  /** A grouping that does not bound how often people are told. */
  public Grouping(List<By> by, Duration delay, Duration interval, Duration repeat) {
    this(by, delay, interval, repeat, 0, null);
  }
}
