package dev.demarche.ingest.feeds;

import dev.demarche.domain.Article;
import dev.demarche.ingest.feeds.Entries.Identified;
import dev.demarche.ingest.web.Answer;
import dev.demarche.ingest.web.Answer.Failure;
import dev.demarche.ingest.web.WebClient;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Reason;
import dev.demarche.topics.FeedState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one feed: asks the feed under the conditions of the last time, takes the entries that are not known, and says when to come
 * again. It writes nothing: what came of it is a value. Safe for use by several threads.
 */
public final class FeedPoll {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);
  private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
  private static final int MAX_ENTRIES = 10_000;
  private static final int MIN_KNOWN = 2_000;
  private static final int MAX_NEW = 500;

  private final WebClient client;
  private final EntryReader reader;
  private final FeedParser parser = new FeedParser(MAX_ENTRIES);
  private final Letters letters;
  private final Duration usual;
  private final Clock clock;

  /**
   * What came of a poll.
   *
   * @param source   the feed
   * @param state    how far it is read now
   * @param articles the new ones, the oldest first
   * @param letters  what could not be had
   * @param entries  how many the document held; 0 where nothing was new or the feed could not be read
   * @param why      in words: what made the time of the next poll
   */
  public record Result(FeedSource source, FeedState state, List<Article> articles, List<DeadLetter> letters, int entries, String why) {}

  /**
   * Polls feeds.
   *
   * @param client  asks the feeds
   * @param reader  makes articles of entries
   * @param letters makes dead letters
   * @param usual   time between polls where the publisher has no wish
   */
  public FeedPoll(WebClient client, EntryReader reader, Letters letters, Duration usual, Clock clock) {
    this.client = client;
    this.reader = reader;
    this.letters = letters;
    this.usual = usual;
    this.clock = clock;
  }

  /** Polls a feed once. Throws nothing for what the web does. */
  public Result poll(FeedSource source, FeedState state) {
    URI at = state.location() == null ? source.uri() : URI.create(state.location());
    Answer answer = client.get(new WebClient.Request(at, ACCEPT, state.etag(), state.lastModified(), client.limits().maxBytes(), false,
        WebClient.Gate.OPEN));
    Takings takings = new Takings(source, state);
    takings.retry();
    if (answer instanceof Failure failure) {
      return takings.failed(failure, null, failure.passing() ? state.location() : null);
    }
    if (answer instanceof Answer.Unchanged same) {
      return takings.good(moved(state, same.moved()), same.caching(), Pace.afterGood(source, usual, null, same.caching().maxAge()));
    }
    Answer.Body body = (Answer.Body) answer;
    try {
      ParsedFeed feed = parser.parse(body.uri(), body.contentType(), body.bytes());
      takings.take(feed);
      return takings.good(moved(state, body.moved()), body.caching(), Pace.afterGood(source, usual, feed.pace(), body.caching().maxAge()));
    } catch (FeedParser.Unreadable e) {
      return takings.failed(new Failure(Reason.FEED_UNREADABLE, source.url() + ": " + e.getMessage(), e.mend(), true, null), body.bytes(),
          moved(state, body.moved()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("the poll of {} failed", source.url(), e);
      return takings.failed(new Failure(Reason.STAGE_FAILED, source.url() + ": " + e, "this is a fault of Demarche: report it", true, null), body.bytes(),
          moved(state, body.moved()));
    }
  }

  private static String moved(FeedState state, URI moved) {
    return moved == null ? state.location() : moved.toString();
  }

  /** What one poll gathers. */
  private final class Takings {
    private final FeedSource source;
    private final FeedState state;
    private final List<Article> articles = new ArrayList<>();
    private final List<DeadLetter> dead = new ArrayList<>();
    private final List<FeedState.Waiting> waiting = new ArrayList<>();
    private final Set<String> known;
    private final EntryReader.Hosts hosts = new EntryReader.Hosts();
    private int entries;
    private boolean more;
    private boolean untouched;

    Takings(FeedSource source, FeedState state) {
      this.source = source;
      this.state = state;
      known = new LinkedHashSet<>(state.known());
    }

    void retry() {
      for (FeedState.Waiting entry : state.waiting()) {
        dispose(entry.hash(), reader.again(source, entry, hosts, waiting.size()));
      }
    }

    void take(ParsedFeed feed) {
      entries = feed.entries().size();
      Set<String> tried = new LinkedHashSet<>();
      state.waiting().forEach(entry -> tried.add(entry.hash()));
      for (Identified one : Entries.of(source, feed)) {
        boolean old = known.remove(one.hash());
        if (old) {
          known.add(one.hash());
        } else if (articles.size() + dead.size() >= MAX_NEW) {
          more = true;
        } else if (!tried.contains(one.hash())) {
          dispose(one.hash(), reader.read(source, one, hosts, waiting.size()));
        }
      }
      if (feed.left() > 0) {
        dead.add(letters.of(Reason.FEED_UNREADABLE, source.url() + " has " + (feed.left() + entries) + " entries, " + MAX_ENTRIES + " are read",
            "name a feed with fewer", source.url(), null));
      }
      int most = Math.max(MIN_KNOWN, 2 * entries);
      for (var i = known.iterator(); known.size() > most; ) {
        i.next();
        i.remove();
      }
    }

    private void dispose(String hash, EntryReader.Outcome outcome) {
      if (outcome instanceof EntryReader.Outcome.Taken taken) {
        articles.add(taken.article());
        known.add(hash);
      } else if (outcome instanceof EntryReader.Outcome.GivenUp given) {
        dead.add(given.letter());
        known.add(hash);
      } else if (outcome instanceof EntryReader.Outcome.Later later) {
        waiting.add(later.entry());
      } else {
        untouched = true;
      }
    }

    Result good(String location, Answer.Caching caching, Pace pace) {
      String etag = caching.etag() == null && entries == 0 ? state.etag() : caching.etag();
      String lastModified = caching.lastModified() == null && entries == 0 ? state.lastModified() : caching.lastModified();
      // What was left for the next poll is only seen again if the server sends the whole.
      boolean whole = more || untouched;
      return result(location, whole ? null : etag, whole ? null : lastModified, 0, null,
          more ? new Pace(source.min(), "more than " + MAX_NEW + " new entries") : pace);
    }

    Result failed(Failure failure, byte[] body, String location) {
      String problem = failure.reason().name();
      if (!problem.equals(state.problem())) {
        dead.add(letters.of(failure.reason(), failure.message(), failure.mend(), source.url(), body));
      }
      int failures = state.failures() + 1;
      return result(location, state.etag(), state.lastModified(), failures, problem, Pace.afterBad(source, usual, failures, failure.retryAfter()));
    }

    private Result result(String location, String etag, String lastModified, int failures, String problem, Pace pace) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      FeedState next = new FeedState(source.url(), location, etag, lastModified, now, now.plus(pace.after()), failures, problem,
          new ArrayList<>(known), waiting);
      return new Result(source, next, List.copyOf(articles), List.copyOf(dead), entries, pace.why());
    }
  }
}
