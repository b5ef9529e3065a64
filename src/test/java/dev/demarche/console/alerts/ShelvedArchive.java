package dev.demarche.console.alerts;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Shelves in memory, with the fields and times that {@link Shelves} names; no findings. */
final class ShelvedArchive implements Archive {
  private final Map<Shelves<?>, Map<String, Object>> shelves = new ConcurrentHashMap<>();
  final Map<String, TaggedArticle> articles = new ConcurrentHashMap<>();

  <V> void put(Shelves<V> on, String key, V value) {
    shelves.computeIfAbsent(on, any -> new ConcurrentHashMap<>()).put(key, value);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> Shelf<V> shelf(Shelves<V> of) {
    Map<String, V> held = (Map<String, V>) shelves.computeIfAbsent(of, any -> new ConcurrentHashMap<>());
    return new Shelf<>() {
      @Override
      public Optional<V> get(String key) {
        return Optional.ofNullable(held.get(key));
      }

      @Override
      public Slice<String> keys(Filter filter, int skip, int limit) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Slice<V> find(Filter filter, int skip, int limit) {
        List<V> fits = held.values().stream().filter(value -> fits(of, value, filter))
            .sorted(Comparator.comparing((V value) -> of.at().apply(value, Instant.EPOCH)).reversed()).toList();
        return new Slice<>(fits.stream().skip(skip).limit(limit).toList(), fits.size());
      }
    };
  }

  private static <V> boolean fits(Shelves<V> of, V value, Shelf.Filter filter) {
    Map<String, Set<String>> fields = new HashMap<>();
    of.fields().accept(value, (name, text) -> fields.computeIfAbsent(name, any -> new HashSet<>()).add(text));
    Instant at = of.at().apply(value, Instant.EPOCH);
    return filter.terms().entrySet().stream().allMatch(term -> fields.getOrDefault(term.getKey(), Set.of()).contains(term.getValue()))
        && (filter.from() == null || !at.isBefore(filter.from())) && (filter.until() == null || at.isBefore(filter.until()));
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    throw new UnsupportedOperationException();
  }
}
