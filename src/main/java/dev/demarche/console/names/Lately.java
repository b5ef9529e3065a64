package dev.demarche.console.names;

import java.util.function.Supplier;

/**
 * A value that costs something to make, made anew where it is asked for and older than a second, or than ten times what making it took, whichever is longer. Safe for use
 * by several threads, which wait for the first making alone.
 */
public final class Lately<T> {
  private static final long LEAST_NANOS = 1_000_000_000L;
  private static final int TIMES = 10;

  private final Supplier<T> making;
  private volatile T value;
  private volatile long until;
  private boolean busy;

  /** The value that {@code making} makes. */
  public Lately(Supplier<T> making) {
    this.making = making;
  }

  /** The value, made anew where it is due. */
  public T get() {
    if (value == null) {
      synchronized (this) {
        return value == null ? make() : value;
      }
    }
    return System.nanoTime() - until < 0 || !begin() ? value : end();
  }

  private synchronized boolean begin() {
    boolean free = !busy && System.nanoTime() - until >= 0;
    busy = busy || free;
    return free;
  }

  private T end() {
    try {
      return make();
    } finally {
      synchronized (this) {
        busy = false;
      }
    }
  }

  private T make() {
    long begin = System.nanoTime();
    T made = making.get();
    long now = System.nanoTime();
    until = now + Math.max(LEAST_NANOS, (now - begin) * TIMES);
    value = made;
    return made;
  }
}
