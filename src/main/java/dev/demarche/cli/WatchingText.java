package dev.demarche.cli;

import dev.demarche.bench.WatchingBench;
import java.util.Locale;

/** What {@code bench watching} found, for people. */
final class WatchingText {
  private WatchingText() {}

  /** Several lines, without a line end behind the last. */
  static String of(WatchingBench.Result r) {
    StringBuilder text = new StringBuilder(format("articles of %.0f findings; micros of an article of one", r.findingsPerArticle()));
    text.append(format("%n%9s %7s %7s %10s %11s %10s %8s %10s %16s %28s", "watches", "load s", "heap MB", "1 thread/s", "2 threads/s", "CPU micros", "hits", "candidates",
        "p50, p99", "p50, p99, max, changes/s"));
    for (WatchingBench.Row row : r.rows()) {
      text.append(format("%n%,9d %7.1f %7.0f %10.0f %11.0f %10.1f %8.1f %10.1f %7.0f %8.0f %7.0f %8.0f %8.0f %4.0f", row.watches(), row.loadSeconds(),
          row.heapBytes() / 1e6, row.oneThread(), row.twoThreads(), row.cpuMicros(), row.hitsPerFinding(), row.candidatesPerFinding(), row.p50Micros(), row.p99Micros(),
          row.changingP50Micros(), row.changingP99Micros(), row.changingMaxMicros(), row.changesPerSecond()));
    }
    if (r.rows().stream().anyMatch(row -> row.wordsAlone() != null)) {
      text.append(format("%n%n%9s %26s", "", "stances a second, 1 thread"));
      text.append(format("%n%9s %12s %16s %14s", "watches", "words alone", "Lucene's monitor", "every watch"));
      r.rows().stream().filter(row -> row.wordsAlone() != null).forEach(row ->
          text.append(format("%n%,9d %12.0f %16.0f %14.0f", row.watches(), row.wordsAlone(), row.plainMonitor(), row.everyWatch())));
    }
    return text.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
