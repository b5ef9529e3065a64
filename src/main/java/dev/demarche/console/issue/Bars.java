package dev.demarche.console.issue;

import dev.demarche.console.positions.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * How much there was in each step of time, as bars of a picture {@value #HEIGHT} high.
 *
 * @param bars  in order of time, those without anything among them
 * @param step  how much time a bar stands for
 * @param total of all bars
 */
public record Bars(List<Bar> bars, Duration step, long total) {
  private static final int HEIGHT = 48;
  private static final int WIDTH = 8;

  /** A step of time. */
  public record Bar(Instant at, long count, int x, int y, int height) {

    /** In words. */
    public String words() {
      return Words.day(at) + ": " + count;
    }
  }

  public Bars {
    bars = List.copyOf(bars);
  }

  /** The {@code most} steps that end with the one of {@code end}. Counts of times before are left out. */
  public static Bars of(SortedMap<Instant, Long> counts, Duration step, int most, Instant end) {
    Instant last = Instant.ofEpochMilli(end.toEpochMilli() / step.toMillis() * step.toMillis());
    List<Instant> times = new ArrayList<>();
    for (int i = most - 1; i >= 0; i--) {
      times.add(last.minus(step.multipliedBy(i)));
    }
    List<Long> heights = times.stream().map(time -> counts.subMap(time, time.plus(step)).values().stream().mapToLong(Long::longValue).sum()).toList();
    long highest = Math.max(1, Collections.max(heights));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      int height = heights.get(i) == 0 ? 0 : (int) Math.max(2, heights.get(i) * HEIGHT / highest);
      bars.add(new Bar(times.get(i), heights.get(i), i * WIDTH, HEIGHT - height, height));
    }
    return new Bars(bars, step, heights.stream().mapToLong(Long::longValue).sum());
  }

  /** Those of the last 60 days that have any, up to the newest of {@code counts} or now. */
  public static Bars days(SortedMap<Instant, Long> counts, int most, Instant now) {
    Instant newest = counts.isEmpty() || counts.lastKey().isAfter(now) ? now : counts.lastKey();
    boolean old = newest.isBefore(now.minus(most, ChronoUnit.DAYS));
    return of(counts, Duration.ofDays(1), most, old ? newest : now);
  }

  /** Width of the picture. */
  public int width() {
    return bars.size() * WIDTH;
  }

  /** Height of the picture. */
  public int height() {
    return HEIGHT;
  }

  /** From when to when, in words. */
  public String span() {
    return bars.isEmpty() ? "" : Words.day(bars.get(0).at()) + " to " + Words.day(bars.get(bars.size() - 1).at());
  }
}
