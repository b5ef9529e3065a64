package dev.demarche.console.watches;

import dev.demarche.domain.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs trials of drafts beside the requests, {@value #AT_ONCE} at a time, each for so long at most. The last {@value #KEPT} are kept. Safe for use by several threads. */
public final class Trials implements AutoCloseable {
  /** The furthest that a trial looks back, in days. */
  public static final int MOST_DAYS = 365;

  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 8;
  private static final int KEPT = 20;

  private final DraftTrial run;
  private final Clock clock;
  private final Duration limit;
  private final ThreadPoolExecutor workers = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), daemon("trial"));
  private final ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor(daemon("trial-limit"));
  private final Map<String, Trial> trials = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> futures = new ConcurrentHashMap<>();
  private final Deque<String> order = new ArrayDeque<>();

  /** @param limit how long a trial may take once it runs */
  public Trials(DraftTrial run, Clock clock, Duration limit) {
    this.run = run;
    this.clock = clock;
    this.limit = limit;
    workers.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      return thread;
    };
  }

  /**
   * Begins to try {@code watch} on the last {@code days}.
   *
   * @throws RejectedExecutionException if too many wait already
   */
  public synchronized Trial begin(Watch watch, int days) {
    int back = Math.max(1, Math.min(MOST_DAYS, days));
    Trial trial = new Trial(UUID.randomUUID().toString(), watch, back, Trial.State.WAITING, 0, null, null, null);
    trials.put(trial.id(), trial);
    try {
      futures.put(trial.id(), workers.submit(() -> run(trial)));
    } catch (RejectedExecutionException e) {
      trials.remove(trial.id());
      throw e;
    }
    order.add(trial.id());
    while (order.size() > KEPT) {
      String oldest = order.poll();
      stop(oldest);
      trials.remove(oldest);
    }
    return trial;
  }

  /** The trial {@code id} as it is now; empty where it is not known, or not any more. */
  public Optional<Trial> get(String id) {
    return Optional.ofNullable(trials.get(id));
  }

  /** Ends the trial {@code id} where it is still going on. */
  public Optional<Trial> stop(String id) {
    become(id, Trial::stopped);
    Future<?> future = futures.remove(id);
    if (future != null) {
      future.cancel(true);
    }
    return get(id);
  }

  private void become(String id, UnaryOperator<Trial> next) {
    trials.computeIfPresent(id, (same, trial) -> next.apply(trial));
  }

  private void run(Trial trial) {
    String id = trial.id();
    become(id, now -> now.running(0));
    Future<?> end = bell.schedule(() -> overdue(id), limit.toMillis(), TimeUnit.MILLISECONDS);
    Instant now = clock.instant();
    try {
      DraftTrial.Heard heard = run.run(trial.watch(), now.minus(Duration.ofDays(trial.days())), now, read -> progress(id, read));
      become(id, last -> last.done(Tried.of(heard)));
    } catch (CancellationException e) {
      become(id, Trial::stopped);
    } catch (IllegalArgumentException e) {
      become(id, last -> last.failed(e.getMessage(), null));
    } catch (RuntimeException e) {
      if (get(id).map(Trial::ended).orElse(true)) {
        LOG.debug("trial of {} was interrupted", trial.watch().id(), e);
      } else {
        LOG.warn("trial of {} failed", trial.watch().id(), e);
        become(id, last -> last.failed("the topics could not be read: " + e.getMessage(), "try again; the log of the instance says more"));
      }
    } finally {
      end.cancel(false);
      futures.remove(id);
      // Another trial in this thread is not to be stopped in place of this one.
      Thread.interrupted();
    }
  }

  private void progress(String id, long read) {
    Trial trial = trials.get(id);
    if (trial == null || trial.ended()) {
      throw new CancellationException();
    }
    become(id, now -> now.running(read));
  }

  private void overdue(String id) {
    become(id, trial -> trial.failed("it took longer than " + limit.toSeconds() + " s", "try fewer days"));
    Future<?> future = futures.remove(id);
    if (future != null) {
      future.cancel(true);
    }
  }

  @Override
  public void close() {
    trials.keySet().forEach(id -> become(id, Trial::stopped));
    workers.shutdownNow();
    bell.shutdownNow();
  }
}
