package dev.demarche.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The values of a catalogue as they are now. Safe for use by several threads. */
final class CatalogueCopy<T> implements CatalogueListener<T> {
  private final Map<String, T> values = new ConcurrentHashMap<>();
  private final Function<T, String> id;

  CatalogueCopy(Function<T, String> id) {
    this.id = id;
  }

  @Override
  public void put(T value, long version) {
    values.put(id.apply(value), value);
  }

  @Override
  public void remove(String key) {
    values.remove(key);
  }

  Optional<T> get(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
