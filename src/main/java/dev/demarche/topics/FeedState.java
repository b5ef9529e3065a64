package dev.demarche.topics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a feed was read: the value of the topic of feeds.
 *
 * @param url          the feed's address as the list of feeds names it
 * @param location     where it has moved for good, or null
 * @param etag         of what was last read, or null
 * @param lastModified of what was last read, as the server wrote it, or null
 * @param lastPoll     when it was last asked for, or null
 * @param nextPoll     when it is to be asked for next, or null: at once
 * @param failures     how many polls failed since the last good one
 * @param problem      what was wrong at the last poll, or null; told once, not at every poll
 * @param known        hashes of the entries that are disposed of, the newest last
 * @param waiting      attempts so far, by hash, of the entries whose page could not be fetched yet
 */
public record FeedState(String url, String location, String etag, String lastModified, Instant lastPoll, Instant nextPoll, int failures,
                        String problem, List<String> known, Map<String, Integer> waiting) {

  public FeedState {
    Objects.requireNonNull(url, "url");
    known = known == null ? List.of() : List.copyOf(known);
    waiting = waiting == null ? Map.of() : Map.copyOf(waiting);
  }

  /** The state of a feed that was never read. */
  public static FeedState unread(String url) {
    return new FeedState(url, null, null, null, null, null, 0, null, List.of(), Map.of());
  }
}
