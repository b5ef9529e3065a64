package dev.demarche.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, which may be killed as a machine that fails. What it prints goes to a file. It ends with this one at the latest,
 * unless this one is killed.
 */
public final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread hook;

  private ChildJvm(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a JVM of the kind that runs this one.
   *
   * @param name        for messages
   * @param arguments   of {@code java}
   * @param environment the whole of it, but for PATH
   * @param log         the file for what it prints; overwritten
   */
  public static ChildJvm start(String name, List<String> arguments, Map<String, String> environment, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(variable -> !variable.equals("PATH"));
    builder.environment().putAll(environment);
    return new ChildJvm(name, log, builder.start());
  }

  /** The arguments that make a JVM a Kafka node with these properties, from the classes that this JVM has. */
  public static List<String> kafka(Path properties) {
    return List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "kafka.Kafka", properties.toString());
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** What it has printed. */
  public String log() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  /**
   * Waits until it has printed {@code words}.
   *
   * @return this
   * @throws IOException if it ends before, or prints something else for 40 s
   */
  public ChildJvm awaitPrinted(String words) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!log().contains(words)) {
      if (!process.isAlive() && !log().contains(words)) {
        throw new IOException(name + " ended with " + process.exitValue() + " before it printed \"" + words + "\": " + log());
      }
      if (System.nanoTime() > end) {
        throw new IOException(name + " did not print \"" + words + "\" within " + PATIENCE.toSeconds() + " s: " + log());
      }
      Thread.sleep(20);
    }
    return this;
  }

  /**
   * Waits until it has ended by itself.
   *
   * @return its exit code
   * @throws IOException if it runs on for 40 s
   */
  public int awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException(name + " did not end within " + PATIENCE.toSeconds() + " s: " + log());
    }
    return process.exitValue();
  }

  /** Kills it without warning (SIGKILL) and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    unhook();
  }

  /** Asks it to end (SIGTERM), and kills it where it does not within 40 s. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    unhook();
  }

  private void unhook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending, and runs the hook itself.
    }
  }
}
