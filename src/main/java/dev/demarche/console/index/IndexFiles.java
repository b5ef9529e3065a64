package dev.demarche.console.index;

import dev.demarche.domain.TaggedArticle;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WordSyntax;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of an index, and what is written into them. A commit holds, beside the documents, a mark that says how far its source was read, so that the
 * two never differ. What another version of the form wrote, and what is damaged, is deleted when it is opened. For use by one thread, but for
 * {@link #searchers()} and {@link #damaged()}.
 */
public final class IndexFiles {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
  /** Of documents and fields; another one than an index has makes that one anew. */
  private static final String FORMAT = "3";
  private static final String FORMAT_KEY = "format";
  private static final double BUFFER_MB = 64;

  private final Path folder;
  private Directory directory;
  private IndexWriter writer;
  private volatile SearcherManager searchers;
  private volatile boolean damaged;

  IndexFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the index as of its last commit.
   *
   * @return the mark of that commit; empty where there is none
   * @throws IOException if the folder cannot be had
   */
  public Map<String, String> open() throws IOException {
    Files.createDirectories(folder);
    if (damaged) {
      wipe("a search met damage");
    }
    try {
      return openWriter();
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException | NoSuchFileException
        | FileNotFoundException | IllegalArgumentException e) {
      close();
      wipe(e.getMessage());
      return openWriter();
    }
  }

  private Map<String, String> openWriter() throws IOException {
    directory = FSDirectory.open(folder);
    if (DirectoryReader.indexExists(directory)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        if (!FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT_KEY))) {
          throw new CorruptIndexException("it has another form than this version's", folder.toString());
        }
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
      }
    }
    writer = new IndexWriter(directory, new IndexWriterConfig(WordSyntax.ANALYZER).setRAMBufferSizeMB(BUFFER_MB).setCommitOnClose(false));
    searchers = new SearcherManager(writer, null);
    Map<String, String> mark = new HashMap<>();
    if (writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(each -> mark.put(each.getKey(), each.getValue()));
    }
    mark.remove(FORMAT_KEY);
    return mark;
  }

  private void wipe(String why) throws IOException {
    LOG.warn("the console's index in {} is made anew from the topics: {}", folder, why);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.deleteIfExists(file);
      }
    }
    damaged = false;
  }

  /** Sees what was written up to the last {@link #refresh()}; null while nothing is open. */
  SearcherManager searchers() {
    return searchers;
  }

  /** Says that the index has to be made anew; {@link #isDamaged()} tells its feed. */
  void damaged() {
    damaged = true;
  }

  boolean isDamaged() {
    return damaged;
  }

  /**
   * Puts an article in the place of its last revision.
   *
   * @param bytes as they stand on the topic
   * @param seen  when the topic took it
   * @throws org.apache.kafka.common.errors.SerializationException if they are no tagged article
   */
  public void put(byte[] bytes, Instant seen) throws IOException {
    TaggedArticle article = Json.read(bytes, TaggedArticle.class);
    writer.updateDocuments(new Term(Fields.ARTICLE_ID, Fields.id(article.id())), ArticleDocuments.of(article, bytes, seen));
  }

  void removeArticle(String id) throws IOException {
    writer.deleteDocuments(new Term(Fields.ARTICLE_ID, Fields.id(id)));
  }

  <V> void put(Shelves<V> shelf, String key, V value, byte[] bytes, Instant seen, long version) throws IOException {
    writer.updateDocument(new Term(Fields.SHELF_KEY, Fields.key(shelf.topic(), key)), IndexShelf.document(shelf, key, value, bytes, seen, version));
  }

  void remove(Shelves<?> shelf, String key) throws IOException {
    writer.deleteDocuments(new Term(Fields.SHELF_KEY, Fields.key(shelf.topic(), key)));
  }

  /** Removes all that came from {@code topic}. */
  void removeAll(Topic<?, ?> topic) throws IOException {
    writer.deleteDocuments(allOf(topic));
  }

  /** Removes what {@code topic} took before {@code oldest}. */
  void prune(Topic<?, ?> topic, Instant oldest) throws IOException {
    writer.deleteDocuments(new BooleanQuery.Builder().add(allOf(topic), Occur.FILTER)
        .add(LongPoint.newRangeQuery(Fields.SEEN, Long.MIN_VALUE, oldest.toEpochMilli() - 1), Occur.FILTER).build());
  }

  private static Query allOf(Topic<?, ?> topic) {
    if (topic != Topics.TAGGED) {
      return new TermQuery(new Term(Fields.SHELF, topic.name()));
    }
    return new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.DOCUMENT, Fields.FINDING)), Occur.SHOULD)
        .add(new TermQuery(new Term(Fields.DOCUMENT, Fields.ARTICLE)), Occur.SHOULD).build();
  }

  /** Lets searches see what was written. */
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes what was written last, with {@code mark}. */
  public void commit(Map<String, String> mark) throws IOException {
    Map<String, String> all = new HashMap<>(mark);
    all.put(FORMAT_KEY, FORMAT);
    writer.setLiveCommitData(all.entrySet());
    writer.commit();
  }

  /** Lets go of the files; what was not committed is lost. */
  public void close() throws IOException {
    SearcherManager closing = searchers;
    searchers = null;
    try (Directory last = directory; IndexWriter written = writer; SearcherManager searched = closing) {
      directory = null;
      writer = null;
    }
  }
}
