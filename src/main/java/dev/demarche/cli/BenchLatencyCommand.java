package dev.demarche.cli;

import dev.demarche.bench.LatencyBench;
import dev.demarche.domain.Article;
import dev.demarche.topics.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the way from an article's publication to a webhook. */
@Command(name = "latency", mixinStandardHelpOptions = true,
    description = "Measures how long it takes from an article's publication to the webhook that is told of it, hop by hop.",
    footer = {"", "One demarche run in a JVM of its own, with exactly-once, the real tagger and delivery to a webhook on loopback; the embedded broker. First the "
        + "instance is kept busy, to find the highest rate at which it tags; half of that rate is published then. Each article raises an alert. Articles are put "
        + "together from paragraphs of the given ones, as long as these are, none a copy of another; without FILE or FOLDER their words mean nothing.", "",
        "A record is written when the broker takes it, and to be read when its transaction is committed and a reader has it. The tagged article and "
        + "its hits are one transaction, the alert and its notification another.", "",
        "Exit codes: 0 nothing lost and nothing twice, 1 otherwise, or where a file cannot be read."})
final class BenchLatencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", description = "articles, as for demarche tag")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--ramp", defaultValue = "30", paramLabel = "S",
      description = "how long the highest rate is measured, after half as long to warm up; ${DEFAULT-VALUE} by default")
  private int ramp;

  @Option(names = "--seconds", defaultValue = "90", paramLabel = "S",
      description = "how long articles are published at half of that rate; ${DEFAULT-VALUE} by default")
  private int seconds;

  @Option(names = "--rate", defaultValue = "0", paramLabel = "N", description = "so many articles a second instead of half of the highest rate")
  private double rate;

  @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "stream threads of the instance; ${DEFAULT-VALUE} by default")
  private int threads;

  @Option(names = "--instance", paramLabel = "NAME=VALUE",
      description = "a setting of the instance, such as kafka.commit.interval.ms=100; may be repeated")
  private Map<String, String> instance = new LinkedHashMap<>();

  @Option(names = "--json", description = "the result as JSON")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws Exception {
    if (ramp < 1 || seconds < 1 || threads < 1) {
      throw new ParameterException(spec.commandLine(), (ramp < 1 ? "--ramp: " + ramp : seconds < 1 ? "--seconds: " + seconds : "--threads: " + threads)
          + " is too few; write 1 or more");
    }
    List<Article> articles = new ArrayList<>();
    if (BenchCommand.read(paths, connection, spec.commandLine().getErr(), articles) > 0) {
      return 1;
    }
    LatencyBench.Result r = new LatencyBench(articles.stream().map(Article::text).toList(), new LatencyBench.Plan(ramp, seconds, rate, threads, instance),
        line -> spec.commandLine().getErr().println(line)).run();
    spec.commandLine().getOut().println(json ? new String(Json.write(r), StandardCharsets.UTF_8) : LatencyText.of(r));
    return r.good() ? 0 : 1;
  }
}
