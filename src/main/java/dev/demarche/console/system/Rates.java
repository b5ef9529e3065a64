package dev.demarche.console.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Articles by time: a ring of samples of a counter, {@value #STEP_SECONDS} s apart, an hour long. Safe for use by several threads.
 */
final class Rates {
  static final int STEP_SECONDS = 5;
  private static final int MINUTE = 60 / STEP_SECONDS;
  private static final int HOUR = 60 * MINUTE;

  private final long[] counts = new long[HOUR + 1];
  private int size;
  private int next;

  /** Takes how much was counted up to now. A counter that has become smaller begins anew. */
  synchronized void sample(long count) {
    if (size > 0 && count < counts[(next + HOUR) % (HOUR + 1)]) {
      size = 0;
    }
    counts[next] = count;
    next = (next + 1) % (HOUR + 1);
    size = Math.min(size + 1, HOUR + 1);
  }

  /** A second, over the last minute or what there is of it. */
  synchronized double ofMinute() {
    return over(MINUTE);
  }

  /** A second, over the last hour or what there is of it. */
  synchronized double ofHour() {
    return over(HOUR);
  }

  /** Seconds of which there are samples. */
  synchronized int seconds() {
    return Math.max(0, size - 1) * STEP_SECONDS;
  }

  /** A second, minute by minute, the oldest first; the first may have had less than a minute. */
  synchronized List<Double> byMinute() {
    List<Double> rates = new ArrayList<>();
    for (int from = (size - 1) / MINUTE * MINUTE; from >= MINUTE; from -= MINUTE) {
      rates.add((double) (back(from - MINUTE) - back(from)) / (MINUTE * STEP_SECONDS));
    }
    return rates;
  }

  private double over(int steps) {
    int taken = Math.min(steps, size - 1);
    return taken <= 0 ? 0 : (double) (back(0) - back(taken)) / (taken * STEP_SECONDS);
  }

  private long back(int steps) {
    return counts[(next - 1 - steps + 2 * (HOUR + 1)) % (HOUR + 1)];
  }
}
