package dev.demarche.ingest.feeds;

import java.time.Duration;

/**
 * When a feed is asked next, and why. The publisher's wish is the longest of what the document (ttl, sy:updatePeriod) and the answer's
 * {@code Cache-Control} say; after a failure the wait doubles each time; a {@code Retry-After} is always waited for, up to a week. Pure.
 *
 * @param after until the next poll
 * @param why  in words
 */
record Pace(Duration after, String why) {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int DOUBLINGS = 10;

  /** After a good poll; what is not known is null. */
  static Pace afterGood(FeedSource source, Duration usual, Duration document, Duration maxAge) {
    Duration wish = usual;
    String why = "no wish of the publisher";
    if (document != null || maxAge != null) {
      boolean fromDocument = maxAge == null || document != null && document.compareTo(maxAge) >= 0;
      wish = fromDocument ? document : maxAge;
      why = fromDocument ? "the feed's own pace" : "Cache-Control";
    }
    return clamped(source, wish, why);
  }

  /**
   * After a bad one.
   *
   * @param failures   how many polls failed in a row, this one included, 1 or more
   * @param retryAfter as the server said, or null
   */
  static Pace afterBad(FeedSource source, Duration usual, int failures, Duration retryAfter) {
    Duration base = usual.compareTo(source.min()) < 0 ? source.min() : usual;
    Pace pace = clamped(source, base.multipliedBy(1L << Math.min(DOUBLINGS, failures - 1)), failures == 1 ? "a failure" : failures + " failures in a row");
    if (retryAfter == null || retryAfter.compareTo(pace.after) <= 0) {
      return pace;
    }
    return retryAfter.compareTo(LONGEST) > 0 ? new Pace(LONGEST, "Retry-After of more than a week") : new Pace(retryAfter, "Retry-After");
  }

  private static Pace clamped(FeedSource source, Duration wish, String why) {
    if (wish.compareTo(source.min()) < 0) {
      return new Pace(source.min(), why + ", not below the shortest interval");
    }
    return wish.compareTo(source.max()) > 0 ? new Pace(source.max(), why + ", not above the longest interval") : new Pace(wish, why);
  }
}
