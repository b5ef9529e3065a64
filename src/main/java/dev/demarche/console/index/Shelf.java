package dev.demarche.console.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest record of each key of one topic. What is asked after a change sees it within a second. Safe for use by several threads.
 *
 * @param <V> what the topic holds
 */
public interface Shelf<V> {

  /** The value of {@code key}. */
  default Optional<V> get(String key) {
    return kept(key).map(Kept::value);
  }

  /**
   * A value and its version.
   *
   * @param version offset of its record
   */
  record Kept<V>(V value, long version) {}

  /** The value of {@code key} with its version. */
  Optional<Kept<V>> kept(String key);

  /** Those that {@code filter} lets through, the newest first, {@code limit} at most after the first {@code skip}. */
  Slice<V> find(Filter filter, int skip, int limit);

  /** The keys of those that {@link #find} gives, in its order. */
  Slice<String> keys(Filter filter, int skip, int limit);

  /**
   * Which are asked for.
   *
   * @param terms what must stand in which field, all of them; which fields there are, {@link Shelves} says
   * @param from  at the earliest, or null
   * @param until before which, or null
   */
  record Filter(Map<String, String> terms, Instant from, Instant until) {

    /** All. */
    public static final Filter ALL = new Filter(Map.of(), null, null);

    public Filter {
      terms = Map.copyOf(terms);
    }

    /** This, with {@code value} in {@code field}; itself where {@code value} is null or blank. */
    public Filter with(String field, String value) {
      if (value == null || value.isBlank()) {
        return this;
      }
      Map<String, String> more = new HashMap<>(terms);
      more.put(field, value);
      return new Filter(more, from, until);
    }

    /** This, of a time; either end may be null. */
    public Filter between(Instant earliest, Instant before) {
      return new Filter(terms, earliest, before);
    }
  }
}
