package dev.demarche.watching;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ConditionReceipt;
import dev.demarche.domain.ConditionState;
import dev.demarche.domain.Entity;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Matched;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Shift;
import dev.demarche.domain.TaggedArticle;
import dev.demarche.domain.Tagging;
import dev.demarche.domain.Watch;
import dev.demarche.domain.WatchRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watches that stand, asked of one article at a time.
 *
 * <p>A table picks the few candidates among many watches by what they ask for together, {@link KeyedCandidates}; a candidate's parts are then compared one by one, and only
 * what passes has its words searched for. Safe for use by several threads: matches run at the same time,
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

  private static final BiConsumer<WatchRef, Exception> LOGGING = (watch, e) ->
      LOG.warn("watch {} version {} could not be asked", watch.id(), watch.version(), e);
  private static final Comparator<Question> BY_ID = Comparator.comparing(question -> question.watch().id());
  /** Readers wait no longer than it takes to put so many. */
  private static final int AT_ONCE = 1_000;

  private final Candidates candidates;
  private final BiConsumer<WatchRef, Exception> onError;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Question> questions = new ConcurrentHashMap<>();
  private final LongAdder asked = new LongAdder();
  private volatile Groups groups = Groups.NONE;

  /** A watch and the version under which it stands. */
  public record Versioned(Watch watch, long version) {

    public Versioned {
      Objects.requireNonNull(watch, "watch");
    }
  }

  /** An index that logs a watch that fails while it is asked. */
  public WatchIndex() {
    this(LOGGING);
  }

  /** @param onError told of a watch that fails while it is asked; the others are asked all the same */
  public WatchIndex(BiConsumer<WatchRef, Exception> onError) {
    this(onError, new KeyedCandidates());
  }

  WatchIndex(BiConsumer<WatchRef, Exception> onError, Candidates candidates) {
    this.onError = Objects.requireNonNull(onError, "onError");
    this.candidates = candidates;
  }

  /** An index that asks every watch about every finding: what others are measured by. */
  public static WatchIndex askingEveryWatch() {
    return new WatchIndex(LOGGING, new EveryCandidate());
  }

  /** What is wrong with a watch, if anything: then {@link #put} refuses it. */
  public static Optional<Problem> check(Watch watch) {
    try {
      Question.of(watch, 0);
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
   * Adds many watches. Of several with the same id the last good one stands. Many come into force a thousand at a time.
   *
   * @return what was refused, by watch id
   */
  public Map<String, Problem> putAll(Collection<Versioned> watches) {
    Map<String, Problem> refused = new TreeMap<>();
    List<Question> good = new ArrayList<>();
    for (Versioned versioned : watches) {
      try {
        good.add(Question.of(versioned.watch, versioned.version));
      } catch (RefusedWatch e) {
        refused.put(versioned.watch.id(), e.problem());
      }
      if (good.size() == AT_ONCE) {
        add(good);
        good.clear();
      }
    }
    add(good);
    return refused;
  }

  private void add(List<Question> good) {
    lock.writeLock().lock();
    try {
      for (Question question : good) {
        Question before = questions.put(question.watch().id(), question);
        if (before != null) {
          candidates.remove(before);
        }
        candidates.add(question);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Takes a watch away; nothing happens where there is none with this id. */
  public void remove(String id) {
    lock.writeLock().lock();
    try {
      Question before = questions.remove(id);
      if (before != null) {
        candidates.remove(before);
      }
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
    return questions.size();
  }

  /** How often a watch was looked at more closely since the start; what was passed over by its terms does not count. */
  public long asked() {
    return asked.sum();
  }

  /** What the watches find in an article, in order of {@link Findings#of} and then of watch id. */
  public List<Hit> match(Tagging tagging) {
    TaggedArticle article = tagging.article();
    Texts texts = new Texts(article.title(), List.of(new Passage(Matched.In.TEXT, 0, article.text())));
    return match(Findings.of(tagging), article.entities(), texts, article.ref(), article.taggerVersion());
  }

  /** The watches that ask for a shift, in order of their ids. Words are looked for in its two sentences and the second article's title. */
  public List<Hit> match(Shift shift) {
    Receipt after = shift.after();
    Texts texts = new Texts(after.article().title(), List.of(new Passage(null, 0, shift.before().sentence().text()), Texts.passage(after.sentence())));
    return match(List.of(Findings.of(shift)), List.of(), texts, after.article(), after.taggerVersion());
  }

  /**
   * The watches that ask for the state into which a condition has come, in order of their ids. Words are looked for in the sentence that tells of it.
   */
  public List<Hit> match(ConditionState state) {
    ConditionReceipt receipt = state.last().receipt();
    Texts texts = new Texts(receipt.article().title(), List.of(Texts.passage(receipt.sentence())));
    return match(List.of(Findings.of(state)), List.of(), texts, receipt.article(), receipt.taggerVersion());
  }

  private List<Hit> match(List<Finding> findings, List<Entity> entities, Texts texts, ArticleRef article, String taggerVersion) {
    Groups belonging = groups;
    Map<String, Set<String>> names = Facets.names(entities);
    List<Subject> subjects = findings.stream()
        .map(finding -> new Subject(finding, Facets.of(finding, names, belonging), belonging, article, entities, texts.of(finding))).toList();
    List<List<Question>> answered = new ArrayList<>();
    lock.readLock().lock();
    try {
      subjects.forEach(subject -> answered.add(answered(subject)));
    } finally {
      lock.readLock().unlock();
    }
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < answered.size(); i++) {
      Subject subject = subjects.get(i);
      answered.get(i).stream().sorted(BY_ID).distinct().forEach(question ->
          hits.add(new Hit(question.ref(), question.watch().trigger(), question.matched(subject.facets()), Reason.of(question, subject),
              MatchedWords.of(question, subject), subject.finding(), article, taggerVersion)));
    }
    return List.copyOf(hits);
  }

  private List<Question> answered(Subject subject) {
    List<Question> answered = new ArrayList<>();
    int[] count = new int[1];
    candidates.each(subject, question -> {
      count[0]++;
      try {
        if (question.asksFor(subject)) {
          answered.add(question);
        }
      } catch (RuntimeException e) {
        onError.accept(question.ref(), e);
      } catch (StackOverflowError e) {
        onError.accept(question.ref(), new IllegalStateException(e));
      }
    });
    asked.add(count[0]);
    return answered;
  }

  /** Forgets all watches. */
  @Override
  public void close() {
    questions.keySet().forEach(this::remove);
  }
}
