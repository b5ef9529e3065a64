package dev.demarche.catalogue;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The packs of a folder, in its folders {@code actors}, {@code issues} and {@code watches}: all their files that end in {@code .yaml} or
 * {@code .yml}. Further folders, such as {@code articles}, are given as bytes. Files are read anew at each call. Methods throw
 * {@link UncheckedIOException} where a file cannot be read.
 *
 * <pre>{@code
 * Packs packs = Packs.bundled();
 * packs.check().forEach(System.err::println);
 * List<Actor> actors = packs.actors().plain();
 * }</pre>
 */
public final class Packs {
  private static final String BUNDLED = "seeds";
  /** A file that is always bundled: folders themselves need not be listed in a jar. */
  private static final String ANCHOR = "/seeds/actors/countries.yaml";

  private final Path jar;
  private final Path directory;
  private final String shown;

  private Packs(Path jar, Path directory, String shown) {
    this.jar = jar;
    this.directory = directory;
    this.shown = shown;
  }

  /** The packs of {@code directory}, which must be one. */
  public static Packs of(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("\"" + directory + "\" is no folder");
    }
    return new Packs(null, directory.toAbsolutePath().normalize(), directory.toString());
  }

  /** The packs that come with the program, be it a jar or a folder of classes. */
  public static Packs bundled() {
    URL anchor = Packs.class.getResource(ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException("the program lacks its resource " + ANCHOR);
    }
    try {
      if (anchor.openConnection() instanceof JarURLConnection connection) {
        return new Packs(Path.of(connection.getJarFileURL().toURI()), null, BUNDLED);
      }
      return new Packs(null, Path.of(anchor.toURI()).getParent().getParent(), BUNDLED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find the resources at " + anchor, e);
    }
  }

  /** All actors. */
  public Pack<Actor> actors() {
    return read("actors", PackReader::actors);
  }

  /** All issues. */
  public Pack<Issue> issues() {
    return read("issues", PackReader::issues);
  }

  /** All watches. */
  public Pack<Watch> watches() {
    return read("watches", PackReader::watches);
  }

  /** All problems of all packs, each by itself; with one another where there are none of the former, which would only bring more. */
  public List<PackProblem> check() {
    Pack<Actor> actors = actors();
    Pack<Issue> issues = issues();
    Pack<Watch> watches = watches();
    List<PackProblem> problems = new ArrayList<>(actors.problems());
    problems.addAll(issues.problems());
    problems.addAll(watches.problems());
    if (!problems.isEmpty()) {
      return problems;
    }
    return CrossCheck.all(actors.values(), issues.values(), watches.values());
  }

  /** Names of the files in {@code folder} and below, sorted, each as {@link #bytes} takes it; empty where there is no such folder. */
  public List<String> names(String folder) {
    return within(root -> {
      Path start = inside(root, folder);
      if (!Files.isDirectory(start)) {
        return List.of();
      }
      try (Stream<Path> files = Files.walk(start)) {
        return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
      }
    });
  }

  /** Content of the file {@code name}, such as {@code articles/some.txt}. */
  public byte[] bytes(String name) {
    return within(root -> Files.readAllBytes(inside(root, name)));
  }

  private <T> Pack<T> read(String folder, BiFunction<String, String, Pack<T>> reading) {
    Pack<T> pack = new Pack<>(List.of(), List.of());
    for (String name : names(folder)) {
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        pack = pack.and(read(shown + "/" + name, bytes(name), reading));
      }
    }
    return pack;
  }

  private static <T> Pack<T> read(String file, byte[] bytes, BiFunction<String, String, Pack<T>> reading) {
    try {
      return reading.apply(file, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Pack<>(List.of(), List.of(new PackProblem(file, 1, new Problem("", "is not UTF-8", "save the file as UTF-8"))));
    }
  }

  private interface Reading<T> {
    T in(Path root) throws IOException;
  }

  private <T> T within(Reading<T> reading) {
    try {
      if (jar == null) {
        return reading.in(directory);
      }
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        return reading.in(files.getPath("/" + BUNDLED));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path inside(Path root, String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root.normalize())) {
      throw new IllegalArgumentException("\"" + name + "\" leads out of the folder");
    }
    return path;
  }
}
