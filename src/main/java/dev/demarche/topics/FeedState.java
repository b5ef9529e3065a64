package dev.demarche.topics;

import java.time.Instant;
import java.util.List;
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
 * @param waiting      entries whose page could not be fetched yet
 */
public record FeedState(String url, String location, String etag, String lastModified, Instant lastPoll, Instant nextPoll, int failures,
                        String problem, List<String> known, List<Waiting> waiting) {

  /**
   * An entry whose page could not be fetched yet; it is tried at the feed's next polls, whether the feed still names it or not.
   *
   * @param hash        of the entry
   * @param attempts    so far; 0 where its host answered nothing else either and it was not asked
   * @param id          of its article, or null: by its page's address
   * @param link        its page
   * @param title       or null
   * @param language    or null
   * @param publishedAt or null
   */
  public record Waiting(String hash, int attempts, String id, String link, String title, String language, Instant publishedAt) {
    public Waiting {
      Objects.requireNonNull(hash, "hash");
      Objects.requireNonNull(link, "link");
    }
  }

  public FeedState {
    Objects.requireNonNull(url, "url");
    known = known == null ? List.of() : List.copyOf(known);
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
  }

  /** The state of a feed that was never read. */
  public static FeedState unread(String url) {
    return new FeedState(url, null, null, null, null, null, 0, null, List.of(), List.of());
  }
}
