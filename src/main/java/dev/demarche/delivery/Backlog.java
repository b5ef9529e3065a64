package dev.demarche.delivery;

import dev.demarche.delivery.channels.Outcome;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.domain.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is open for one receiver on this instance, in the order in which it falls due. Who takes from it waits until something is due and the
 * receiver has rested. Safe for use by several threads.
 */
final class Backlog {
  private static final int DISABLED_BATCH = 100;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Receiver receiver;
  private final int limit;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, Window> windows = new HashMap<>();
  private final TreeSet<Open> waiting = new TreeSet<>(Open.BY_DUE);
  private Instant restUntil = Instant.MIN;
  private int failures;
  private String gone;
  private boolean closed;

  /** @param limit how many deliveries of one partition stand in memory at most */
  Backlog(Receiver receiver, int limit, Clock clock) {
    this.receiver = receiver;
    this.limit = limit;
    this.clock = clock;
  }

  Receiver receiver() {
    return receiver;
  }

  /** A window to be filled with what is open in a partition. */
  Window window(long epoch) {
    return new Window(limit, epoch);
  }

  /** Attempts are made from now on with what {@code window} holds. */
  void open(int partition, Window window) {
    locked(() -> {
      Window before = windows.put(partition, window);
      if (before != null) {
        before.waiting().forEach(waiting::remove);
      }
      waiting.addAll(window.waiting());
    });
  }

  /** No more attempts are begun with what is open in {@code partition}. */
  void closing(int partition) {
    locked(() -> {
      Window window = windows.get(partition);
      if (window != null) {
        window.close();
        window.waiting().forEach(waiting::remove);
      }
    });
  }

  /** Whether no attempt is under way for {@code partition}. */
  boolean idle(int partition) {
    lock.lock();
    try {
      return windows.get(partition) == null || windows.get(partition).idle();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets {@code partition}: another instance has it. */
  void drop(int partition) {
    closing(partition);
    locked(() -> windows.remove(partition));
  }

  /** Takes a delivery in, as it was just recorded; none of a partition that this instance does not have. */
  void add(Delivery delivery, long recordedAt) {
    locked(() -> {
      Window window = windows.get(delivery.partition());
      if (window != null && !window.closing()) {
        window.offer(delivery, recordedAt).forEach(waiting::remove);
        Open open = window.get(delivery.key());
        if (open != null) {
          waiting.add(open);
        }
      }
    });
  }

  /** The receiver said so before: it wants no more. */
  void disable(String answer) {
    locked(() -> gone = answer);
  }

  /** An operator asked for another attempt: the receiver is told again. */
  void enable() {
    locked(() -> {
      gone = null;
      failures = 0;
      restUntil = Instant.MIN;
    });
  }

  /** What the receiver said when it wanted no more; null where it wants more. */
  String gone() {
    lock.lock();
    try {
      return gone;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for what is due and hands it out: one message's worth.
   *
   * @return empty where this backlog was closed
   */
  List<Open> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        Instant now = clock.instant();
        Instant next = waiting.isEmpty() ? Instant.MAX : gone != null ? now : later(waiting.first().due(), restUntil);
        if (!next.isAfter(now)) {
          return handOut(now);
        }
        changed.awaitNanos(next.isAfter(now.plusSeconds(1)) ? IDLE_NANOS : Math.max(1, Duration.between(now, next).toNanos()));
      }
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private List<Open> handOut(Instant now) {
    int most = gone != null ? DISABLED_BATCH : receiver.batch();
    List<Open> out = new ArrayList<>();
    for (Open open : waiting) {
      // A digest takes along what has come since its first alert.
      boolean along = !receiver.digest().isZero() && open.delivery().attempts() == 0;
      if (out.size() < most && (gone != null || along || !open.due().isAfter(now))) {
        out.add(open);
      }
    }
    out.forEach(open -> {
      waiting.remove(open);
      windows.get(open.partition()).take(open);
    });
    return out;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether {@code open} is still this instance's. */
  boolean owns(Open open) {
    lock.lock();
    try {
      Window window = windows.get(open.partition());
      return window != null && window.epoch() == open.epoch();
    } finally {
      lock.unlock();
    }
  }

  /** Tells how an attempt ended, before it is recorded: the receiver rests, or wants no more. */
  void tell(Outcome outcome) {
    locked(() -> {
      Instant now = clock.instant();
      // Attempts that ran at a time and failed together are one failure.
      boolean together = restUntil.isAfter(now) && failures > 0;
      failures = outcome instanceof Outcome.Later ? together ? failures : failures + 1 : 0;
      restUntil = later(restUntil, now.plus(Progress.rest(outcome, failures)));
      if (outcome instanceof Outcome.Gone) {
        gone = outcome.answer();
      }
    });
  }

  /** Ends what {@link #take} began. @param next as it was recorded; null where nothing was */
  void done(Open open, Delivery next, long recordedAt) {
    locked(() -> {
      Window window = windows.get(open.partition());
      if (window == null || window.epoch() != open.epoch()) {
        return;
      }
      window.giveBack(open);
      Delivery now = next == null ? open.delivery() : next;
      if (now.open()) {
        window.offer(now, next == null ? open.recordedAt() : recordedAt).forEach(waiting::remove);
        Open again = window.get(now.key());
        if (again != null && !window.closing()) {
          waiting.add(again);
        }
      }
    });
  }

  /** Where {@code partition}'s window is empty and something lies behind its horizon, that horizon; else -1. */
  long drained(int partition) {
    lock.lock();
    try {
      Window window = windows.get(partition);
      return window != null && window.drained() ? window.horizon() : -1;
    } finally {
      lock.unlock();
    }
  }

  /** From which offset of the topic of deliveries all that is open in {@code partition} can be read again. */
  long from(int partition) {
    lock.lock();
    try {
      Window window = windows.get(partition);
      return window == null ? Long.MAX_VALUE : window.from();
    } finally {
      lock.unlock();
    }
  }

  /** How many deliveries stand in memory. */
  int size() {
    lock.lock();
    try {
      return windows.values().stream().mapToInt(Window::size).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Hands nothing out any more. */
  void close() {
    locked(() -> closed = true);
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
