package dev.demarche.alerting;

import dev.demarche.domain.Grouping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When people were told of a watch lately, so that they are told of it no more often than it says.
 *
 * @param sent when, the oldest first; no more than the watch's {@link Grouping#most()}
 */
public record Pace(List<Instant> sent) {

  /** Nothing was told. */
  public static final Pace NONE = new Pace(List.of());

  public Pace {
    sent = List.copyOf(sent);
  }

  /** When one notification more may go out; {@code now} where it may at once. */
  public Instant free(Grouping rule, Instant now) {
    if (rule.most() == 0 || sent.size() < rule.most()) {
      return now;
    }
    Instant free = sent.get(sent.size() - rule.most()).plus(rule.within());
    return free.isAfter(now) ? free : now;
  }

  /** This with a notification that went out at {@code now}. */
  public Pace told(Grouping rule, Instant now) {
    List<Instant> next = new ArrayList<>(sent);
    next.add(now);
    return new Pace(next.subList(Math.max(0, next.size() - rule.most()), next.size()));
  }
}
