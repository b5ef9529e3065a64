package dev.demarche.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Where secrets are: the environment and files. Its faults name the variable or the file, never a value. */
public final class SecretSource {
  private final Map<String, String> environment;
  private final Path folder;

  private SecretSource(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /** Secrets in {@code environment}, and in files relative to the folder of the process. */
  public static SecretSource of(Map<String, String> environment) {
    return new SecretSource(Map.copyOf(environment), Path.of(""));
  }

  /** The same, with files relative to {@code folder}. */
  public SecretSource from(Path folder) {
    return new SecretSource(environment, folder == null ? Path.of("") : folder);
  }

  /** A file's place. */
  public Path path(String path) {
    return folder.resolve(path);
  }

  /**
   * What {@code field}_env or {@code field}_file of {@code entry} names; null where neither is written or something is wrong, which is told.
   *
   * @param required whether it is wrong that neither is written
   */
  public Secret named(Entry entry, String field, boolean required) {
    String variable = field + "_env";
    String file = field + "_file";
    if (entry.has(variable) && entry.has(file)) {
      entry.report(file, "stands beside " + variable, "keep one of the two");
      return null;
    }
    if (entry.has(variable)) {
      return read(entry, variable, this::variable, "set it where this program runs, or name another");
    }
    if (entry.has(file)) {
      return read(entry, file, this::file, "name a file that this user can read");
    }
    if (required) {
      entry.report(variable, "is missing", "add \"" + variable + ": NAME\" of an environment variable, or \"" + file + ": PATH\"");
    }
    return null;
  }

  private static Secret read(Entry entry, String field, Function<String, Secret> reading, String mend) {
    String name = entry.text(field);
    try {
      return name == null ? null : reading.apply(name);
    } catch (IllegalArgumentException e) {
      entry.report(field, e.getMessage(), mend);
      return null;
    }
  }

  private Secret variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is not set");
    }
    return new Secret(value.strip());
  }

  /** The file's text without the blank space around it. */
  private Secret file(String path) {
    try {
      String value = Files.readString(path(path)).strip();
      if (value.isEmpty()) {
        throw new IllegalArgumentException("the file " + path(path) + " is empty");
      }
      return new Secret(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file " + path(path) + " cannot be read");
    }
  }
}
