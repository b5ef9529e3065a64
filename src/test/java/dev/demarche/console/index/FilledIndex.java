package dev.demarche.console.index;

import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The console's index, which a test fills itself: what is put is found at once. It lies in a folder of its own that goes with the tests. */
public final class FilledIndex {
  private static final Instant SEEN = Instant.parse("2026-05-01T00:00:00Z");
  private static final Queue<FilledIndex> ALL = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(FilledIndex::remove)));
  }

  private final Path folder;
  private final NewsIndex index;

  public FilledIndex() {
    try {
      folder = Files.createTempDirectory("filled-index");
      index = new NewsIndex(folder);
      index.files().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ALL.add(this);
  }

  private void remove() {
    try (Stream<Path> files = Files.list(folder)) {
      index.files().close();
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println("the folder of an index is left: " + e);
    }
  }

  public Archive archive() {
    return index;
  }

  public FilledIndex put(TaggedArticle article) {
    return write(() -> index.files().put(Json.write(article), article.receivedAt()));
  }

  public <V> FilledIndex put(Shelves<V> shelf, String key, V value) {
    return put(shelf, key, value, 0);
  }

  public <V> FilledIndex put(Shelves<V> shelf, String key, V value, long version) {
    return write(() -> index.files().put(shelf, key, value, Json.write(value), SEEN, version));
  }

  /** Puts all of these at one time, in version 1. */
  public <V> FilledIndex put(Shelves<V> shelf, Map<String, V> values) {
    return write(() -> {
      for (Map.Entry<String, V> each : values.entrySet()) {
        index.files().put(shelf, each.getKey(), each.getValue(), Json.write(each.getValue()), SEEN, 1);
      }
    });
  }

  public FilledIndex remove(Shelves<?> shelf, String key) {
    return write(() -> index.files().remove(shelf, key));
  }

  private interface Writing {
    void go() throws IOException;
  }

  private FilledIndex write(Writing writing) {
    try {
      writing.go();
      index.files().refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
