package dev.demarche.cli;

import dev.demarche.bench.LatencyBench;
import java.util.Locale;

/** What {@code bench latency} found, for people. */
final class LatencyText {
  private LatencyText() {}

  /** Several lines, without a line end behind the last. */
  static String of(LatencyBench.Result r) {
    StringBuilder text = new StringBuilder(format("highest rate %.1f articles/s; %d articles at %.1f a second%n%-26s %8s %8s %8s ms", r.highestRate(),
        r.articles(), r.rate(), "published, then", "p50", "p99", "max"));
    r.hops().forEach(hop -> text.append(line(hop)));
    return text.append(line(r.whole())).append(r.good() ? format("%nnothing lost, nothing twice") : format("%nlost %d, records twice %d, told again %d",
        r.lost(), r.doubled(), r.toldAgain())).toString();
  }

  private static String line(LatencyBench.Hop hop) {
    return format("%n%-26s %8.0f %8.0f %8.0f", hop.name(), hop.p50Millis(), hop.p99Millis(), hop.maxMillis());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
