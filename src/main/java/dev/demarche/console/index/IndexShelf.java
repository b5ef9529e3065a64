package dev.demarche.console.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;

/** A shelf as it stands in the index: a document for each key. */
final class IndexShelf<V> implements Shelf<V> {
  private final NewsIndex index;
  private final Shelves<V> of;

  IndexShelf(NewsIndex index, Shelves<V> of) {
    this.index = index;
    this.of = of;
  }

  /** The document of {@code value} as it stands on the topic. */
  static <V> Document document(Shelves<V> of, String key, V value, byte[] bytes, Instant seen, long version) {
    Document document = new Document();
    document.add(new StringField(Fields.SHELF, of.topic().name(), Field.Store.NO));
    document.add(new StringField(Fields.SHELF_KEY, Fields.key(of.topic(), key), Field.Store.NO));
    document.add(new StringField(Fields.SHELF_TERM, Fields.term(of.topic(), "key", key), Field.Store.NO));
    of.fields().accept(value, (field, text) -> {
      if (text != null) {
        document.add(new StringField(Fields.SHELF_TERM, Fields.term(of.topic(), field, text), Field.Store.NO));
      }
    });
    Instant at = of.at().apply(value, seen);
    ArticleDocuments.time(document, (at == null ? seen : at).toEpochMilli(), seen.toEpochMilli(), key.hashCode());
    document.add(new StoredField(Fields.JSON, bytes));
    document.add(new StoredField(Fields.SHELF_NAME, key.getBytes(StandardCharsets.UTF_8)));
    document.add(new StoredField(Fields.VERSION, version));
    return document;
  }

  @Override
  public Optional<Kept<V>> kept(String key) {
    return index.first(new TermQuery(new Term(Fields.SHELF_KEY, Fields.key(of.topic(), key))), (bytes, version) -> new Kept<>(read(bytes), version));
  }

  @Override
  public Slice<V> find(Filter filter, int skip, int limit) {
    return index.search(Questions.of(of.topic(), filter), Archive.Order.NEWEST, skip, limit, this::read);
  }

  @Override
  public Slice<String> keys(Filter filter, int skip, int limit) {
    return index.search(Questions.of(of.topic(), filter), Archive.Order.NEWEST, skip, limit, Fields.SHELF_NAME, bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private V read(byte[] bytes) {
    return of.topic().values().deserializer().deserialize(of.topic().name(), bytes);
  }
}
