package dev.demarche.cli;

import dev.demarche.bench.LiveBench;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the live stream of the console. */
@Command(name = "live", mixinStandardHelpOptions = true,
    description = "Measures the live stream: many viewers of one instance, some of whom drop and come back, and whether one misses or doubles an event.",
    footer = {"", "The instance has a JVM of its own; the embedded broker, the writer and all viewers (on one thread) are in this one, and everything is on loopback. "
        + "The time is that from handing a statement to Kafka's producer, without transactions, to its having been read by a viewer who was there at that time: "
        + "what a viewer is told once it has come back does not count. Needs a file descriptor for each viewer: ulimit -n.", "",
        "Exit codes: 0 each viewer had each event once, 1 otherwise, or where too few files may be open."})
final class BenchLiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--viewers", defaultValue = "1000", paramLabel = "N", description = "how many read; ${DEFAULT-VALUE} by default")
  private int viewers;

  @Option(names = "--rate", defaultValue = "50", paramLabel = "N", description = "statements a second; ${DEFAULT-VALUE} by default")
  private int rate;

  @Option(names = "--seconds", defaultValue = "60", paramLabel = "S", description = "how long; ${DEFAULT-VALUE} by default")
  private int seconds;

  @Option(names = "--drops", defaultValue = "10", paramLabel = "N", description = "how many drop each second; ${DEFAULT-VALUE} by default")
  private int drops;

  @Option(names = "--deaf", defaultValue = "10", paramLabel = "N", description = "how many more never read what they are sent; ${DEFAULT-VALUE} by default")
  private int deaf;

  @Option(names = "--json", description = "the result as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (viewers < 1 || rate < 1 || seconds < 1 || drops < 0 || deaf < 0) {
      throw new ParameterException(spec.commandLine(), "--viewers, --rate and --seconds must be 1 or more, --drops and --deaf 0 or more");
    }
    LiveBench.Result r;
    try {
      r = new LiveBench(viewers, rate, seconds, drops, deaf, line -> spec.commandLine().getErr().println(line)).run();
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
    if (json) {
      spec.commandLine().getOut().println(new String(Json.write(r), StandardCharsets.UTF_8));
    } else {
      spec.commandLine().getOut().printf(Locale.ROOT, "%d viewers, %d statements, %,d events (%.0f MB) in %.1f s; %d came back%n", r.viewers(), r.statements(), r.events(),
          r.bytes() / 1e6, r.seconds(), r.resumed());
      spec.commandLine().getOut().printf(Locale.ROOT, "missed %d, doubled %d, gaps %d%n", r.missed(), r.doubled(), r.gaps());
      spec.commandLine().getOut().printf(Locale.ROOT, "written to read: p50 %.1f ms, p99 %.1f ms%n", r.p50Millis(), r.p99Millis());
      spec.commandLine().getOut().printf(Locale.ROOT, "the instance: %.1f CPU seconds (%.0f %% of a core), heap %.0f MB, %d threads%n", r.cpuSeconds(),
          100 * r.cpuSeconds() / r.seconds(), r.heap() / 1e6, r.threads());
    }
    return r.good() ? 0 : 1;
  }
}
