package dev.demarche.cli;

import dev.demarche.bench.SearchBench;
import dev.demarche.topics.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the console's index. */
@Command(name = "search", mixinStandardHelpOptions = true,
    description = "Measures the console's index: how long it takes to fill, how large it is, and how long a page of search results takes.",
    footer = {"", "Articles are made of the one that comes with Demarche: stretches of its sentences with what was found in them, other actors, words, publishers "
        + "and times, always the same ones. The index is filled from their bytes as from the topics, on one thread. A page holds utterances made of up to 500 "
        + "findings, and seven counts.", "", "Exit code: 0 measured."})
final class BenchSearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--findings", defaultValue = "1000000", paramLabel = "N", description = "statements, stances and conditions; ${DEFAULT-VALUE} by default")
  private int findings;

  @Option(names = "--seconds", defaultValue = "30", paramLabel = "S", description = "how long it is searched; ${DEFAULT-VALUE} by default")
  private int seconds;

  @Option(names = "--json", description = "the result as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (findings < 1 || seconds < 1) {
      throw new ParameterException(spec.commandLine(), (findings < 1 ? "--findings: " + findings : "--seconds: " + seconds) + " is too few; write 1 or more");
    }
    SearchBench.Result r = new SearchBench(findings, seconds, line -> spec.commandLine().getErr().println(line)).run();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(Json.write(r), StandardCharsets.UTF_8));
      return 0;
    }
    out.printf(Locale.ROOT, "%,d findings of %,d articles, %.0f MB, in %.1f s: %,.0f findings/s; %.0f MB on disk; opened and checked in %.0f ms; heap %.0f MB%n",
        r.findings(), r.articles(), r.articleBytes() / 1e6, r.seconds(), r.findings() / r.seconds(), r.indexBytes() / 1e6, r.openMillis(), r.heapBytes() / 1e6);
    line(out, r.all());
    r.costs().forEach(cost -> line(out, cost));
    return 0;
  }

  private static void line(PrintWriter out, SearchBench.Cost cost) {
    out.printf(Locale.ROOT, "%6d x  p50 %7.1f ms  p99 %7.1f ms  %s%n", cost.searches(), cost.p50Millis(), cost.p99Millis(), cost.what());
  }
}
