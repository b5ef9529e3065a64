package dev.demarche.console.index;

import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** An index that a test fills itself. */
public final class FilledIndex implements AutoCloseable {
  private final NewsIndex index;

  public FilledIndex(Path folder) throws IOException {
    index = new NewsIndex(folder);
    index.files().open();
  }

  public Archive archive() {
    return index;
  }

  public void put(TaggedArticle article) throws IOException {
    index.files().put(Json.write(article), article.receivedAt());
    index.files().refresh();
  }

  public <V> void put(Shelves<V> shelf, String key, V value) throws IOException {
    index.files().put(shelf, key, value, Json.write(value), Instant.parse("2026-05-01T00:00:00Z"), 0);
    index.files().refresh();
  }

  @Override
  public void close() throws IOException {
    index.files().close();
  }
}
