package dev.demarche.console.positions;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An archive in memory, of findings and records that a test puts there. Of an ask it heeds kinds and issue. */
public final class MadeArchive implements Archive {
  private final Map<Shelves<?>, Map<String, Object>> shelves = new LinkedHashMap<>();
  private final List<Found> findings = new ArrayList<>();

  /** Puts a record, or removes it where {@code value} is null. */
  public <V> MadeArchive put(Shelves<V> shelf, String key, V value) {
    shelves.computeIfAbsent(shelf, any -> new LinkedHashMap<>()).put(key, value);
    shelves.get(shelf).values().removeIf(Objects::isNull);
    return this;
  }

  /** Puts a finding. */
  public MadeArchive put(Found found) {
    findings.add(found);
    return this;
  }

  private Stream<Found> asked(Ask ask) {
    return findings.stream().filter(found -> ask.kinds().isEmpty() || ask.kinds().contains(found.finding().kind()))
        .filter(found -> ask.issue() == null || found.finding().issues().contains(ask.issue()));
  }

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    List<Found> all = asked(ask).sorted(Comparator.comparing(Found::at).reversed()).toList();
    return new Slice<>(all.stream().skip(skip).limit(limit).toList(), all.size());
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    Function<Found, Stream<String>> by = facet == Facet.ISSUE ? found -> found.finding().issues().stream()
        : found -> Stream.of(found.finding().whoActor() != null ? found.finding().whoActor() : found.finding().who());
    return asked(ask).flatMap(by).collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    return asked(ask).collect(Collectors.groupingBy(found -> Instant.ofEpochMilli(found.at().toEpochMilli() / step.toMillis() * step.toMillis()), TreeMap::new,
        Collectors.counting()));
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return Optional.empty();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> Shelf<V> shelf(Shelves<V> of) {
    Map<String, Object> records = shelves.getOrDefault(of, Map.of());
    return new Shelf<>() {
      @Override
      public Optional<V> get(String key) {
        return Optional.ofNullable((V) records.get(key));
      }

      @Override
      public Slice<String> keys(Filter filter, int skip, int limit) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Slice<V> find(Filter filter, int skip, int limit) {
        List<V> all = records.values().stream().map(value -> (V) value).filter(value -> passes(of, value, filter))
            .sorted(Comparator.comparing((V value) -> of.at().apply(value, Instant.EPOCH)).reversed()).toList();
        return new Slice<>(all.stream().skip(skip).limit(limit).toList(), all.size());
      }
    };
  }

  private static <V> boolean passes(Shelves<V> of, V value, Shelf.Filter filter) {
    Instant at = of.at().apply(value, Instant.EPOCH);
    List<String> fields = new ArrayList<>();
    of.fields().accept(value, (field, content) -> fields.add(field + "=" + content));
    return filter.terms().entrySet().stream().allMatch(term -> fields.contains(term.getKey() + "=" + term.getValue()))
        && (filter.from() == null || !at.isBefore(filter.from())) && (filter.until() == null || at.isBefore(filter.until()));
  }
}
