package dev.demarche.bench;

import dev.demarche.tagging.StageClock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Adds up the time of each stage of tagging. Confined to one thread. */
final class StageTimes implements StageClock {
  private final long[] nanos = new long[Stage.values().length];
  private Stage now;
  private long since;

  @Override
  public void begins(Stage stage) {
    long time = System.nanoTime();
    if (now != null) {
      nanos[now.ordinal()] += time - since;
    }
    now = stage;
    since = time;
  }

  /** The share of each stage in the time of all, from 0 to 1, in the order of stages; by their names in lower case. */
  static Map<String, Double> shares(Collection<StageTimes> all) {
    double sum = all.stream().flatMapToLong(times -> java.util.Arrays.stream(times.nanos)).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      long own = all.stream().mapToLong(times -> times.nanos[stage.ordinal()]).sum();
      shares.put(stage.name().toLowerCase(Locale.ROOT), sum == 0 ? 0 : own / sum);
    }
    return shares;
  }
}
