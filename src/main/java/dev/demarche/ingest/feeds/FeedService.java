package dev.demarche.ingest.feeds;

import dev.demarche.topics.FeedState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Polls feeds, each when it is due, on some threads, and writes what came of it. A feed is not polled again before its last poll is
 * written. No more feeds of one host are polled at a time than requests may run there, so that a slow host holds up none of the others.
 */
public final class FeedService {
  private static final Logger LOG = LoggerFactory.getLogger(FeedService.class);
  private static final long TICK_MILLIS = 50;
  private static final long RETRY_MILLIS = 1_000;
  private static final int BATCH = 50;

  private final FeedPoll poll;
  private final FeedOutbox outbox;
  private final int threads;
  private final int perHost;
  private final Clock clock;
  private final AtomicLong polls = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong articles = new AtomicLong();
  private final AtomicLong letters = new AtomicLong();
  private final AtomicReference<Error> fault = new AtomicReference<>();

  /**
   * What was written since the start.
   *
   * @param polls    of feeds
   * @param failed   of these, how many brought nothing
   * @param articles published
   * @param letters  dead letters
   */
  public record Counts(long polls, long failed, long articles, long letters) {}

  /**
   * A service that is not started.
   *
   * @param poll    polls one feed
   * @param outbox  takes what came of it
   * @param threads how many feeds are polled at a time
   * @param perHost how many of one host
   */
  public FeedService(FeedPoll poll, FeedOutbox outbox, int threads, int perHost, Clock clock) {
    this.poll = poll;
    this.outbox = outbox;
    this.threads = threads;
    this.perHost = perHost;
    this.clock = clock;
  }

  /**
   * Polls until {@code stop} says true; with {@code once}, until each feed that is due was polled once.
   *
   * @return the feeds that were not due, with {@code once}; else 0
   * @throws FeedOutbox.TakenOver if another instance polls these feeds now
   */
  public int run(List<FeedSource> sources, boolean once, BooleanSupplier stop) throws InterruptedException {
    Map<String, FeedState> states = outbox.open();
    Instant start = clock.instant();
    Deque<FeedSource> open = new ArrayDeque<>(sources.stream().filter(s -> !once || due(s, states, start)).toList());
    int early = sources.size() - open.size();
    LOG.info("{} feeds, {} of them known", sources.size(), sources.stream().filter(s -> states.containsKey(s.url())).count());
    BlockingQueue<FeedPoll.Result> results = new LinkedBlockingQueue<>();
    Set<String> running = new HashSet<>();
    Map<String, Integer> hosts = new HashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, "feeds");
      thread.setDaemon(true);
      return thread;
    });
    try {
      while (!stop.getAsBoolean() && !(once && open.isEmpty() && running.isEmpty())) {
        start(open, states, running, hosts, pool, results);
        if (fault.get() != null) {
          throw new IllegalStateException("a poll ended with " + fault.get(), fault.get());
        }
        List<FeedPoll.Result> done = new ArrayList<>();
        FeedPoll.Result first = results.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          done.add(first);
          results.drainTo(done, BATCH);
          commit(done, stop);
          for (FeedPoll.Result result : done) {
            states.put(result.source().url(), result.state());
            running.remove(result.source().url());
            hosts.merge(host(result.source()), -1, Integer::sum);
            if (!once) {
              open.add(result.source());
            }
          }
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return early;
  }

  private void start(Deque<FeedSource> open, Map<String, FeedState> states, Set<String> running, Map<String, Integer> hosts, ExecutorService pool,
                     BlockingQueue<FeedPoll.Result> results) {
    Instant now = clock.instant();
    List<FeedSource> due = open.stream().filter(source -> due(source, states, now))
        .sorted(Comparator.comparing(source -> next(source, states))).toList();
    for (FeedSource source : due) {
      if (running.size() >= 2 * threads) {
        return;
      }
      if (hosts.getOrDefault(host(source), 0) < perHost) {
        open.remove(source);
        running.add(source.url());
        hosts.merge(host(source), 1, Integer::sum);
        FeedState state = states.getOrDefault(source.url(), FeedState.unread(source.url()));
        pool.execute(() -> {
          try {
            results.add(polled(source, state));
          } catch (Error e) {
            fault.compareAndSet(null, e);
            throw e;
          }
        });
      }
    }
  }

  private FeedPoll.Result polled(FeedSource source, FeedState state) {
    try {
      return poll.poll(source, state);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("the poll of {} failed", source.url(), e);
      Instant now = clock.instant();
      Pace pace = Pace.afterBad(source, Duration.ofMinutes(15), state.failures() + 1, null);
      return new FeedPoll.Result(source, new FeedState(state.url(), state.location(), null, null, now, now.plus(pace.after()), state.failures() + 1,
          String.valueOf(e), state.known(), state.waiting()), List.of(), List.of(), 0, pace.why());
    }
  }

  private void commit(List<FeedPoll.Result> done, BooleanSupplier stop) throws InterruptedException {
    for (boolean written = false; !written; ) {
      try {
        outbox.commit(done);
        written = true;
      } catch (AuthorizationException e) {
        throw e;
      } catch (KafkaException e) {
        if (stop.getAsBoolean()) {
          throw e;
        }
        LOG.warn("what came of {} polls could not be written and is tried again: {}", done.size(), e.getMessage());
        Thread.sleep(RETRY_MILLIS);
      }
    }
    for (FeedPoll.Result result : done) {
      polls.incrementAndGet();
      failed.addAndGet(result.state().failures() > 0 ? 1 : 0);
      articles.addAndGet(result.articles().size());
      letters.addAndGet(result.letters().size());
      boolean news = !result.articles().isEmpty() || !result.letters().isEmpty();
      LOG.atLevel(news ? Level.INFO : Level.DEBUG).log("{}: {} entries, {} new articles, {} dead letters, {} wait; next {} ({})",
          result.source().url(), result.entries(), result.articles().size(), result.letters().size(), result.state().waiting().size(), result.state().nextPoll(), result.why());
    }
  }

  private static boolean due(FeedSource source, Map<String, FeedState> states, Instant now) {
    return !next(source, states).isAfter(now);
  }

  private static Instant next(FeedSource source, Map<String, FeedState> states) {
    FeedState state = states.get(source.url());
    return state == null || state.nextPoll() == null ? Instant.EPOCH : state.nextPoll();
  }

  private static String host(FeedSource source) {
    return source.uri().getRawAuthority().toLowerCase(Locale.ROOT);
  }

  /** What was written since the start. */
  public Counts counts() {
    return new Counts(polls.get(), failed.get(), articles.get(), letters.get());
  }
}
