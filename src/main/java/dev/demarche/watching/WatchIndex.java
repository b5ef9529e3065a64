package dev.demarche.watching;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watches that stand, asked of one article at a time.
 *
 * <p>Lucene's monitor picks the few candidates among many watches by their rarest terms; the structured part of a candidate is then
 * compared directly, and only what passes has its words searched for. Safe for use by several threads: matches run at the same time,
 * each against the watches as they were before or after a change, never between.
 *
 * <pre>{@code
 * try (WatchIndex index = new WatchIndex()) {
 *   index.put(watch, 1).ifPresent(problem -> System.err.println(problem.message()));
 *   List<Hit> hits = index.match(tagger.tag(article));
 * }
 * }</pre>
 */
public final class WatchIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchIndex.class);

  private static final Presearcher PRESEARCHER = new TermFilteredPresearcher(WatchIndex::weight, List.of(), Set.of());

  private final Monitor monitor;
  private final BiConsumer<WatchRef, Exception> onError;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Integer> textFields = new HashMap<>();
  private volatile Groups groups = Groups.NONE;
  private final LongAdder asked = new LongAdder();

  /** A watch and the version under which it stands. */
  public record Versioned(Watch watch, long version) {

    public Versioned {
      Objects.requireNonNull(watch, "watch");
    }
  }

  /** An index that logs a watch that fails while it is asked. */
  public WatchIndex() {
    this((watch, e) -> LOG.warn("watch {} version {} could not be asked", watch.id(), watch.version(), e));
  }

  /** @param onError told of a watch that fails while it is asked; the others are asked all the same */
  public WatchIndex(BiConsumer<WatchRef, Exception> onError) {
    this.onError = Objects.requireNonNull(onError, "onError");
    try {
      this.monitor = new Monitor(new KeywordAnalyzer(), PRESEARCHER, new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.HOURS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a watch, if anything: then {@link #put} refuses it. */
  public static Optional<Problem> check(Watch watch) {
    try {
      Question.of(watch, 0, PRESEARCHER);
      return Optional.empty();
    } catch (RefusedWatch e) {
      return Optional.of(e.problem());
    }
  }

  /** Adds a watch, or replaces the one with its id. What cannot be asked is refused, and the one that stood stays. */
  public Optional<Problem> put(Watch watch, long version) {
    return Optional.ofNullable(putAll(List.of(new Versioned(watch, version))).get(watch.id()));
  }

  /**
   * Adds many watches at once, which is much faster than one by one. Of several with the same id the last good one stands.
   *
   * @return what was refused, by watch id
   */
  public Map<String, Problem> putAll(Collection<Versioned> watches) {
    Map<String, Problem> refused = new TreeMap<>();
    Map<String, Question> good = new LinkedHashMap<>();
    for (Versioned versioned : watches) {
      try {
        good.put(versioned.watch.id(), Question.of(versioned.watch, versioned.version, PRESEARCHER));
      } catch (RefusedWatch e) {
        refused.put(versioned.watch.id(), e.problem());
      }
    }
    lock.writeLock().lock();
    try {
      monitor.register(good.values().stream().map(question -> new MonitorQuery(question.watch().id(), question.query())).toList());
      good.forEach((id, question) -> replaced(questions.put(id, question), question));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.writeLock().unlock();
    }
    return refused;
  }

  /** Takes a watch away; nothing happens where there is none with this id. */
  public void remove(String id) {
    lock.writeLock().lock();
    try {
      if (questions.containsKey(id)) {
        monitor.deleteById(id);
        replaced(questions.remove(id), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * From the next article on, a watch that names a group among its actors asks for the group and for whoever belongs to it by
   * {@code groups}. Watches need not be put again.
   */
  public void groups(Groups groups) {
    this.groups = Objects.requireNonNull(groups, "groups");
  }

  /** How many watches stand. */
  public int size() {
    lock.readLock().lock();
    try {
      return questions.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How often a watch was looked at more closely since the start; what was passed over by its terms does not count. */
  public long asked() {
    return asked.sum();
  }

  /** What the watches find in an article, in order of {@link Findings#of} and then of watch id. */
  public List<Hit> match(Tagging tagging) {
    TaggedArticle article = tagging.article();
    return match(Findings.of(tagging), Facets.names(article), article.title(), article.text(), article.ref(), article.taggerVersion());
  }

  /** The watches that ask for a shift, in order of their ids. Words are looked for in its two sentences and the second article's title. */
  public List<Hit> match(Shift shift) {
    Receipt after = shift.after();
    return match(List.of(Findings.of(shift)), Map.of(), after.article().title(),
        shift.before().sentence().text() + "\n" + after.sentence().text(), after.article(), after.taggerVersion());
  }

  /**
   * The watches that ask for the state into which a condition has come, in order of their ids. Words are looked for in the sentence that tells of it.
   */
  public List<Hit> match(ConditionState state) {
    ConditionReceipt receipt = state.last().receipt();
    return match(List.of(Findings.of(state)), Map.of(), receipt.article().title(), receipt.sentence().text(), receipt.article(),
        receipt.taggerVersion());
  }

  private List<Hit> match(List<Finding> findings, Map<String, Set<String>> names, String title, String text, ArticleRef article,
                          String taggerVersion) {
    Groups belonging = groups;
    List<Facets> facets = findings.stream().map(finding -> Facets.of(finding, names, belonging)).toList();
    lock.readLock().lock();
    try {
      if (findings.isEmpty() || questions.isEmpty()) {
        return List.of();
      }
      FindingDocuments documents = new FindingDocuments(title, text, textFields.keySet());
      Document[] batch = new Document[findings.size()];
      for (int i = 0; i < batch.length; i++) {
        batch[i] = documents.document(findings.get(i), facets.get(i));
      }
      MultiMatchingQueries<QueryMatch> matches = monitor.match(batch, searcher -> new Matcher(searcher, findings, facets));
      matches.getErrors().forEach((id, error) -> onError.accept(questions.get(id).ref(), error));
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        Finding finding = findings.get(i);
        Facets found = facets.get(i);
        matches.getMatches(i).stream().map(QueryMatch::getQueryId).sorted().map(questions::get).forEach(question ->
            hits.add(new Hit(question.ref(), question.watch().trigger(), question.matched(found), question.reason(finding, found, belonging),
                finding, article, taggerVersion)));
      }
      return List.copyOf(hits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void replaced(Question before, Question after) {
    if (before != null && before.words() != null) {
      before.words().fields().forEach(field -> textFields.computeIfPresent(field, (key, count) -> count == 1 ? null : count - 1));
    }
    if (after != null && after.words() != null) {
      after.words().fields().forEach(field -> textFields.merge(field, 1, Integer::sum));
    }
  }

  /** How rare a term is among documents, by guess: the monitor looks for a watch by its rarest. All weigh more than "any term", 0. */
  private static double weight(Term term) {
    return switch (term.field()) {
      case FindingDocuments.WHO -> 8;
      case FindingDocuments.ISSUE -> 3;
      case FindingDocuments.ACT -> 2;
      case FindingDocuments.KIND -> 0.1;
      case Words.ARTICLE -> 1 + Math.min(term.bytes().length, 12) / 6.0;
      default -> 4 + Math.min(term.bytes().length, 12) / 6.0;
    };
  }

  private final class Matcher extends CandidateMatcher<QueryMatch> {

    private final List<Finding> findings;
    private final List<Facets> facets;

    Matcher(IndexSearcher searcher, List<Finding> findings, List<Facets> facets) {
      super(searcher);
      this.findings = findings;
      this.facets = facets;
    }

    @Override
    protected void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
      Question question = questions.get(id);
      BitSet admitted = new BitSet();
      for (int i = 0; i < findings.size(); i++) {
        asked.increment();
        if (question.admits(findings.get(i), facets.get(i))) {
          admitted.set(i);
        }
      }
      if (!admitted.isEmpty() && question.words() != null) {
        admitted.and(FindingDocuments.matching(question.words().query(), searcher));
      }
      admitted.stream().forEach(i -> addMatch(new QueryMatch(id), i));
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
      return one;
    }
  }
}
