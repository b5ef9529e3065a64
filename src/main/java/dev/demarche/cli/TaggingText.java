package dev.demarche.cli;

import dev.demarche.bench.TaggingBench;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code bench tagging} found, for people. */
final class TaggingText {
  private TaggingText() {}

  /** Several lines, without a line end behind the last. */
  static String of(TaggingBench.Result r) {
    StringBuilder text = new StringBuilder(format("%d articles, %d words, %d word pieces; tagger %s", r.articles(), r.words(), r.pieces(), r.tagger()));
    for (TaggingBench.Speed speed : r.speeds()) {
      String threads = speed.threads() + (speed.threads() == 1 ? " thread" : " threads");
      text.append(format("%n%-10s %7.1f articles/s %9.0f words/s %9.0f pieces/s  (%d rounds of %.1f to %.1f s)", threads, speed.articlesPerSecond(),
          speed.wordsPerSecond(), speed.piecesPerSecond(), speed.rounds(), speed.fastestSeconds(), speed.slowestSeconds()));
      text.append(speed.stages().entrySet().stream().map(stage -> format("%s %.1f %%", stage.getKey(), 100 * stage.getValue()))
          .collect(Collectors.joining(", ", format("%n%-10s ", ""), "")));
    }
    if (r.throughKafka() != null) {
      TaggingBench.Speed last = r.speeds().get(r.speeds().size() - 1);
      text.append(format("%nthrough Kafka: %.1f articles/s, %.0f %% of the same without", r.throughKafka(),
          100 * r.throughKafka() / last.articlesPerSecond()));
    }
    return text.append(format("%nstart: first article tagged after %.1f s%npeak memory: %.0f MB (%s)", r.startSeconds(), r.peakBytes() / 1e6,
        r.peakOf().equals("heap") ? "heap alone" : "whole process")).toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
