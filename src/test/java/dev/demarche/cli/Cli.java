package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the jar as a user would, in a process of its own, without settings in its environment. */
final class Cli {
  private static final int SECONDS = 90;

  /** What a run left behind. */
  record Ran(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** A run that may still go on. */
  static final class Running {
    private final Process process;
    private final Path out;
    private final Path err;
    private final Instant begun = Instant.now();
    private final CompletableFuture<Instant> ended;

    private Running(Process process, Path out, Path err) {
      this.process = process;
      this.out = out;
      this.err = err;
      this.ended = process.onExit().thenApply(gone -> Instant.now());
    }

    /** How long it ran, whenever this is asked; it must have ended. */
    Duration took() {
      return Duration.between(begun, ended.join());
    }

    String err() throws IOException {
      return Files.readString(err);
    }

    void awaitErr(String words) throws IOException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (!err().contains(words)) {
        assertThat(process.isAlive() && System.nanoTime() < end).as("\"%s\" in: %s", words, err()).isTrue();
        Thread.sleep(50);
      }
    }

    /** Ends it as a supervisor does, by SIGTERM. */
    Ran terminate() throws IOException, InterruptedException {
      process.destroy();
      return await();
    }

    /** Ends it as a crash does, without a word. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    Ran await() throws IOException, InterruptedException {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("ended within %d s: %s", SECONDS, err()).isTrue();
      Ran ran = new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ran;
    }
  }

  private Cli() {}

  static Ran run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).await();
  }

  static Ran runWithInput(String input, String... arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("cli", ".in");
    try {
      Files.writeString(file, input);
      return start(ProcessBuilder.Redirect.from(file.toFile()), arguments).await();
    } finally {
      Files.delete(file);
    }
  }

  static Running start(String... arguments) throws IOException {
    return start(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()), arguments);
  }

  private static Running start(ProcessBuilder.Redirect input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-jar", System.getProperty("demarche.jar", "target/demarche.jar")));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("cli", ".out");
    Path err = Files.createTempFile("cli", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DEMARCHE_") || name.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().put("LC_ALL", "C");
    return new Running(builder.start(), out, err);
  }

}
