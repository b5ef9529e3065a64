package dev.demarche.app;

import dev.demarche.topics.TopicWriter;
import java.util.Map;
import java.util.function.IntConsumer;

/** Writes to the catalogues of a cluster what was checked before, see {@link Catalogues#problems}. Safe for use by several threads. */
public final class CatalogueWriter implements AutoCloseable {
  private final Settings settings;
  private final TopicWriter writer;

  /** A writer to the cluster that the settings name. */
  public CatalogueWriter(Settings settings) {
    this.settings = settings;
    this.writer = new TopicWriter(KafkaProperties.producer(settings));
  }

  /** Puts {@code value} in the place of what has its id; returns its version. */
  public <T> long put(CatalogueKind<T> kind, T value) {
    return writer.write(kind.topic(), name(kind), kind.id().apply(value), value);
  }

  /** Takes away what has the id; returns the version of its end. */
  public long delete(CatalogueKind<?> kind, String id) {
    return writer.write(kind.topic(), name(kind), id, null);
  }

  /** Does what {@code change} says; {@code progress} is told how many are done. */
  public <T> void write(CatalogueKind<T> kind, Catalogues.Change<T> change, IntConsumer progress) {
    Map<String, T> writes = change.writes();
    writer.putAll(kind.topic(), name(kind), writes, progress);
  }

  private String name(CatalogueKind<?> kind) {
    return kind.topic().name(settings.text(Setting.TOPIC_PREFIX));
  }

  @Override
  public void close() {
    writer.close();
  }
}
