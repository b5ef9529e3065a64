package dev.demarche.console.system;

import dev.demarche.console.system.Cluster.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples the instance and asks the brokers, in two threads of its own: every {@value Rates#STEP_SECONDS} s while somebody looks, else the brokers
 * once a minute. Nobody waits for it: what it saw last is had at once. Safe for use by several threads.
 */
public final class Watchman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int PATIENCE_SECONDS = 2;

  private final Instance instance;
  private final Cluster cluster;
  private final Clock clock;
  private final Rates rates = new Rates();
  private final Object looking = new Object();
  private ScheduledThreadPoolExecutor threads;
  private boolean closed;
  private volatile Sight sight;
  private volatile Instant asked = Instant.EPOCH;

  /** One that does nothing yet; {@code cluster} is closed with it. */
  public Watchman(Instance instance, Cluster cluster, Clock clock) {
    this.instance = Objects.requireNonNull(instance, "instance");
    this.cluster = Objects.requireNonNull(cluster, "cluster");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Begins. */
  public synchronized void start() {
    threads = new ScheduledThreadPoolExecutor(2, task -> {
      Thread thread = new Thread(task, "console-system");
      thread.setDaemon(true);
      return thread;
    });
    threads.scheduleAtFixedRate(() -> quietly(this::sample), 0, Rates.STEP_SECONDS, TimeUnit.SECONDS);
    threads.scheduleWithFixedDelay(() -> quietly(this::lookWhereDue), 0, Rates.STEP_SECONDS, TimeUnit.SECONDS);
  }

  /** Takes a sample of the instance. */
  void sample() {
    rates.sample(instance.work().articles());
  }

  /** Asks the brokers now. */
  void look() {
    synchronized (looking) {
      if (!closed) {
        sight = cluster.look();
      }
    }
  }

  private void lookWhereDue() {
    Sight last = sight;
    Instant now = clock.instant();
    if (last == null || asked.plus(IDLE).isAfter(now) || last.at().plus(IDLE).isBefore(now)) {
      look();
    }
  }

  /** What fails once would else never be done again. */
  private static void quietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.debug("a look at the system failed", e);
    }
  }

  Instance instance() {
    return instance;
  }

  Rates rates() {
    return rates;
  }

  /** What the brokers told last, or null where they were not asked yet. Keeps it fresh from now on. */
  Sight sight() {
    asked = clock.instant();
    return sight;
  }

  @Override
  public synchronized void close() {
    if (threads != null) {
      threads.shutdown();
      try {
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          threads.shutdownNow();
        }
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
    synchronized (looking) {
      closed = true;
      cluster.close();
    }
  }
}
