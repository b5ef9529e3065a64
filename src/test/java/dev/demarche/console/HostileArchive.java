package dev.demarche.console;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An archive that has one of each that is asked for, whose every text is hostile. */
final class HostileArchive implements Archive {

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    return one(HostileRecords.of(Found.class), skip);
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    return one(HostileRecords.of(ArticleRef.class), skip);
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    return Map.of(HostileRecords.TEXT, 3L);
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    return new TreeMap<>(Map.of(HostileRecords.AT, 3L));
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    return count(ask, step);
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return Optional.of(HostileRecords.of(TaggedArticle.class));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> Shelf<V> shelf(Shelves<V> of) {
    V value;
    try {
      value = (V) HostileRecords.of(HostileRecords.type(of));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return new Shelf<>() {
      @Override
      public Optional<Kept<V>> kept(String key) {
        return Optional.of(new Kept<>(value, 1));
      }

      @Override
      public Slice<String> keys(Filter filter, int skip, int limit) {
        return one(HostileRecords.TEXT, skip);
      }

      @Override
      public Slice<V> find(Filter filter, int skip, int limit) {
        return one(value, skip);
      }
    };
  }

  private static <T> Slice<T> one(T value, int skip) {
    return new Slice<>(skip == 0 ? List.of(value) : List.of(), 1);
  }
}
