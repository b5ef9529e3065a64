package dev.demarche.console.index;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * An archive in one Lucene index: a document for each finding, each article and each record of a shelf, each with the record itself as JSON. It is
 * filled through {@link IndexFiles}, by {@link TopicFeed}; until that is open, the archive is empty. Safe for use by several threads.
 */
public final class NewsIndex implements Archive {
  private static final Set<String> KEPT = Set.of(Fields.JSON, Fields.VERSION);
  private static final Map<Order, Sort> SORTS = Map.of(
      Order.NEWEST, new Sort(time(true), tie()),
      Order.OLDEST, new Sort(time(false), tie()),
      Order.RELEVANCE, new Sort(SortField.FIELD_SCORE, time(true), tie()));

  private final IndexFiles files;

  /** @param folder in which the index lies, and nothing else; made where there is none */
  public NewsIndex(Path folder) {
    files = new IndexFiles(folder);
  }

  private static SortField time(boolean newest) {
    return new SortField(Fields.AT, SortField.Type.LONG, newest);
  }

  private static SortField tie() {
    return new SortField(Fields.TIE, SortField.Type.LONG);
  }

  /** What fills it. */
  public IndexFiles files() {
    return files;
  }

  @Override
  public Slice<Found> findings(Ask ask, Order order, int skip, int limit) {
    return search(Questions.of(ask, Fields.FINDING), order, skip, limit, bytes -> Json.read(bytes, Found.class));
  }

  @Override
  public void eachFinding(Ask ask, Order order, int most, Consumer<Found> each) {
    Query query = Questions.of(ask, Fields.FINDING);
    with(searcher -> {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : hits(searcher, query, order, most)) {
        each.accept(Json.read(json(stored, hit.doc), Found.class));
      }
      return null;
    }, null);
  }

  @Override
  public Slice<ArticleRef> articles(Ask ask, Order order, int skip, int limit) {
    return search(Questions.of(ask, Fields.ARTICLE), order, skip, limit, bytes -> Json.read(bytes, ArticleRef.class));
  }

  @Override
  public Map<String, Long> count(Ask ask, Facet facet, int limit) {
    Tally<String> tally = tally(Questions.of(ask, Fields.FINDING), new Tally.Values(Fields.of(facet)));
    Map<String, Long> most = new LinkedHashMap<>();
    tally.counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
        .limit(limit).forEach(each -> most.put(each.getKey(), each.getValue()));
    return most;
  }

  @Override
  public SortedMap<Instant, Long> count(Ask ask, Duration step) {
    return steps(Questions.of(ask, Fields.FINDING), step);
  }

  @Override
  public SortedMap<Instant, Long> countArticles(Ask ask, Duration step) {
    return steps(Questions.of(ask, Fields.ARTICLE), step);
  }

  private SortedMap<Instant, Long> steps(Query query, Duration step) {
    long millis = step.toMillis();
    if (millis < 1) {
      throw new IllegalArgumentException("a step of " + step + " is too short");
    }
    SortedMap<Instant, Long> steps = new TreeMap<>();
    tally(query, new Tally.Steps(millis)).counts.forEach((number, count) -> steps.put(Instant.ofEpochMilli(number * millis), count));
    return steps;
  }

  private <K> Tally<K> tally(Query query, Tally<K> tally) {
    return with(searcher -> {
      searcher.search(query, tally);
      return tally;
    }, tally);
  }

  @Override
  public Optional<TaggedArticle> article(String id) {
    return first(Questions.article(id)).map(bytes -> Json.read(bytes, TaggedArticle.class));
  }

  @Override
  public <V> Shelf<V> shelf(Shelves<V> of) {
    return new IndexShelf<>(this, Objects.requireNonNull(of, "of"));
  }

  /** The record of one of the documents that {@code query} finds. */
  Optional<byte[]> first(Query query) {
    return first(query, (bytes, version) -> bytes);
  }

  /** The record, and where it is a shelf's its version, of one of the documents that {@code query} finds. */
  <T> Optional<T> first(Query query, BiFunction<byte[], Long, T> read) {
    return with(searcher -> {
      ScoreDoc[] hits = hits(searcher, query, Order.NEWEST, 1);
      if (hits.length == 0) {
        return Optional.<T>empty();
      }
      Document document = searcher.storedFields().document(hits[0].doc, KEPT);
      IndexableField version = document.getField(Fields.VERSION);
      return Optional.of(read.apply(bytes(document, Fields.JSON), version == null ? -1L : version.numericValue().longValue()));
    }, Optional.empty());
  }

  <T> Slice<T> search(Query query, Order order, int skip, int limit, Function<byte[], T> read) {
    return search(query, order, skip, limit, Fields.JSON, read);
  }

  /** @param field which of the documents' stored fields is read */
  <T> Slice<T> search(Query query, Order order, int skip, int limit, String field, Function<byte[], T> read) {
    if (skip < 0 || limit < 0) {
      throw new IllegalArgumentException("skip " + skip + " and limit " + limit + " must not be negative");
    }
    return with(searcher -> {
      ScoreDoc[] hits = hits(searcher, query, order, (int) Math.min((long) skip + limit, Integer.MAX_VALUE));
      StoredFields stored = searcher.storedFields();
      List<T> items = new ArrayList<>();
      for (int i = skip; i < hits.length; i++) {
        items.add(read.apply(stored(stored, hits[i].doc, field)));
      }
      return new Slice<>(items, searcher.count(query));
    }, new Slice<>(List.of(), 0));
  }

  private static ScoreDoc[] hits(IndexSearcher searcher, Query query, Order order, int most) throws IOException {
    int bounded = Math.min(most, searcher.getIndexReader().maxDoc());
    return bounded == 0 ? new ScoreDoc[0] : searcher.search(query, bounded, SORTS.get(order)).scoreDocs;
  }

  private static byte[] json(StoredFields stored, int document) throws IOException {
    return stored(stored, document, Fields.JSON);
  }

  private static byte[] stored(StoredFields stored, int document, String field) throws IOException {
    return bytes(stored.document(document, Set.of(field)), field);
  }

  private static byte[] bytes(Document document, String field) {
    BytesRef bytes = document.getBinaryValue(field);
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  private <T> T with(Search<T> search, T empty) {
    SearcherManager searchers = files.searchers();
    if (searchers == null) {
      return empty;
    }
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IndexSearcher.TooManyClauses e) {
      throw new IllegalArgumentException("the query has too many words; make it simpler", e);
    } catch (CorruptIndexException e) {
      files.damaged();
      throw new UncheckedIOException("the index is damaged and is made anew", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }
}
