package dev.demarche.console.watches;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Ask;
import dev.demarche.console.index.Facet;
import dev.demarche.console.index.Found;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.console.index.Slice;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shelves in memory, for tests of pages that ask nothing else. */
final class MadeArchive implements Archive {
  private final Map<Shelves<?>, TreeMap<String, Shelf.Kept<?>>> shelves = new HashMap<>();

  <V> MadeArchive put(Shelves<V> shelf, String key, V value, long version) {
    shelves.computeIfAbsent(shelf, each -> new TreeMap<>()).put(key, new Shelf.Kept<>(value, version));
    return this;
  }

  void remove(Shelves<?> shelf, String key) {
    shelves.getOrDefault(shelf, new TreeMap<>()).remove(key);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> Shelf<V> shelf(Shelves<V> of) {
    Map<String, Shelf.Kept<V>> kept = (Map<String, Shelf.Kept<V>>) (Map<String, ?>) shelves.getOrDefault(of, new TreeMap<>());
    return new Shelf<>() {
      @Override
      public Optional<V> get(String key) {
        return kept(key).map(Kept::value);
      }

      @Override
      public Optional<Kept<V>> kept(String key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public Slice<String> keys(Filter filter, int skip, int limit) {
        return new Slice<>(kept.keySet().stream().skip(skip).limit(limit).toList(), kept.size());
      }

      @Override
      public Slice<V> find(Filter filter, int skip, int limit) {
        List<V> found = kept.values().stream().map(Kept::value).filter(value -> fits(of, value, filter)).toList();
        return new Slice<>(found.stream().skip(skip).limit(limit).toList(), found.size());
      }
    };
  }

  private static <V> boolean fits(Shelves<V> of, V value, Shelf.Filter filter) {
    Map<String, List<String>> fields = new HashMap<>();
    of.fields().accept(value, (field, text) -> fields.computeIfAbsent(field, each -> new ArrayList<>()).add(text));
    Instant at = of.at().apply(value, Instant.EPOCH);
    return filter.terms().entrySet().stream().allMatch(term -> fields.getOrDefault(term.getKey(), List.of()).contains(term.getValue()))
        && (filter.from() == null || !at.isBefore(filter.from())) && (filter.until() == null || at.isBefore(filter.until()));
  }

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    return new Slice<>(List.of(), 0);
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    return new Slice<>(List.of(), 0);
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    return facet == Facet.LANGUAGE ? Map.of("en", 3L) : Map.of("bbc.co.uk", 2L, "\"><script>x", 1L);
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    return new TreeMap<>();
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    return new TreeMap<>();
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return Optional.empty();
  }
}
