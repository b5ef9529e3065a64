package dev.demarche.console.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes round the viewers some times a second, on one thread for all. */
final class Pump implements AutoCloseable {
  /** What comes within this time is written to a viewer at once. */
  private static final Duration ROUND = Duration.ofMillis(60);

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final int most;
  private final Thread thread = new Thread(this::run, "live-pump");
  private volatile boolean closed;

  /** @param most how many viewers there may be */
  Pump(int most) {
    this.most = most;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether there is room for one more, who is counted from now on until {@link #leave()}. */
  boolean enter() {
    if (closed || count.incrementAndGet() > most) {
      if (!closed) {
        count.decrementAndGet();
      }
      return false;
    }
    return true;
  }

  /** One who was counted did not come. */
  void leave() {
    count.decrementAndGet();
  }

  /** Goes round to {@code viewer}, who was counted, until it ends. */
  void add(Viewer viewer) {
    viewers.add(viewer);
    viewer.ended().thenRun(() -> {
      viewers.remove(viewer);
      leave();
    });
    if (closed) {
      viewer.end();
    }
  }

  int viewers() {
    return viewers.size();
  }

  private void run() {
    try {
      while (!closed) {
        TimeUnit.MILLISECONDS.sleep(ROUND.toMillis());
        viewers.forEach(Viewer::go);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    viewers.forEach(Viewer::end);
  }
}
