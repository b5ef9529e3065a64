package dev.demarche.delivery.receivers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
  SecretSource from(Path folder) {
    return new SecretSource(environment, folder == null ? Path.of("") : folder);
  }

  /** A file's place. */
  Path path(String path) {
    return folder.resolve(path);
  }

  /** @throws IllegalArgumentException if there is no such variable */
  Secret variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is not set");
    }
    return new Secret(value.strip());
  }

  /** The file's text without the blank space around it. @throws IllegalArgumentException if it cannot be read */
  Secret file(String path) {
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
