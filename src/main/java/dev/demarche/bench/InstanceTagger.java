package dev.demarche.bench;

import dev.demarche.app.Engine;
import dev.demarche.app.Settings;
import dev.demarche.tagging.Tagger;
import java.util.ArrayList;
import java.util.List;

/** Who tags in the instances that a benchmark starts and kills. */
public enum InstanceTagger {
  /** One that does nearly nothing: what is left is the stream. */
  TRIVIAL("dev.demarche.bench.TrivialInstance"),
  /** The one that {@code demarche run} has. */
  TRAINED("dev.demarche.cli.Main", "run");

  private final List<String> program;

  InstanceTagger(String... program) {
    this.program = List.of(program);
  }

  /** The same tagger for this JVM. */
  Tagger tagger(Settings settings) {
    return this == TRIVIAL ? new FirstSentence(1) : Engine.tagger(settings);
  }

  /** The arguments of a JVM that runs an instance; {@code more} are those of {@code demarche run}. */
  List<String> instance(List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("-Xmx768m", "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path")));
    arguments.addAll(program);
    arguments.addAll(more);
    return arguments;
  }
}
