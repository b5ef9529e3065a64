package dev.demarche.pipeline;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Is told of a catalogue's content, record by record: first all that the topic holds, before the stream starts, then each change as it is
 * made. Called by one thread at a time.
 *
 * @param <T> what the catalogue holds
 */
public interface CatalogueListener<T> {

  /** {@code value} is new or changed; {@code version} is its record's offset. May throw: the record is then reported and skipped. */
  void put(T value, long version);

  /** The same, with the time at which it was put. */
  default void put(T value, long version, Instant at) {
    put(value, version);
  }

  /** What had this id is gone. */
  void remove(String id);

  /** A listener that does these two things. */
  static <T> CatalogueListener<T> of(Consumer<T> put, Consumer<String> remove) {
    return new CatalogueListener<>() {
      @Override
      public void put(T value, long version) {
        put.accept(value);
      }

      @Override
      public void remove(String id) {
        remove.accept(id);
      }
    };
  }

  /** A listener that tells this one, then {@code other}. */
  default CatalogueListener<T> and(CatalogueListener<T> other) {
    CatalogueListener<T> first = this;
    return new CatalogueListener<>() {
      @Override
      public void put(T value, long version) {
        first.put(value, version);
        other.put(value, version);
      }

      @Override
      public void put(T value, long version, Instant at) {
        first.put(value, version, at);
        other.put(value, version, at);
      }

      @Override
      public void remove(String id) {
        first.remove(id);
        other.remove(id);
      }
    };
  }
}
