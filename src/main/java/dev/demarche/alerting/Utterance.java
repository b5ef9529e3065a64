package dev.demarche.alerting;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One speaker's or holder's act or words on one occasion, as far as they are known: what was first seen of it, and who reported it. The
 * lists and the lengths of what stands in them are bounded.
 *
 * @param id             hash of kind, who, act, the words and the day of event time (UTC) of what was first seen
 * @param words          content words of the evidence first seen, sorted
 * @param eventTime      event time of what was first seen
 * @param firstEventTime earliest event time of a report
 * @param lastEventTime  latest event time of a report
 * @param lastSeen       when the last report was received
 * @param sources        the first {@value #MAX_SOURCES} independent reports: no two of one publisher, none a copy of another
 * @param publishers     the first {@value #MAX_PUBLISHERS} that reported it, each once, copies included
 * @param articles       the last {@value #MAX_ARTICLES} articles that reported it: hashes of id and revision
 */
public record Utterance(String id, List<String> words, Instant eventTime, Instant firstEventTime, Instant lastEventTime, Instant lastSeen,
                        List<Source> sources, List<String> publishers, List<String> articles) {

  /** Bound of {@code sources}: with this many, read "this many or more". */
  public static final int MAX_SOURCES = 16;
  /** Bound of {@code publishers}: with this many, read "this many or more". */
  public static final int MAX_PUBLISHERS = 100;
  /** Bound of {@code articles}. */
  public static final int MAX_ARTICLES = 20;

  private static final int MAX_NAME = 100;

  /**
   * An independent report.
   *
   * @param publisher   or null where it is not known; all unknown ones count as one
   * @param fingerprint {@link Fingerprint} of the article's text, or null
   */
  public record Source(String publisher, String fingerprint) {}

  public Utterance {
    Objects.requireNonNull(id, "id");
    words = List.copyOf(words);
    Objects.requireNonNull(eventTime, "eventTime");
    Objects.requireNonNull(firstEventTime, "firstEventTime");
    Objects.requireNonNull(lastEventTime, "lastEventTime");
    Objects.requireNonNull(lastSeen, "lastSeen");
    sources = List.copyOf(sources);
    publishers = List.copyOf(publishers);
    articles = List.copyOf(articles);
  }

  /** An utterance that {@code article} is the first to report. */
  static Utterance first(String id, List<String> words, ArticleRef article, Instant eventTime, Instant seen) {
    return new Utterance(id, words, eventTime, eventTime, eventTime, seen, List.of(), List.of(), List.of())
        .reportedBy(article, eventTime, seen);
  }

  /** This utterance with one report more. The same revision of an article again changes nothing but the time it was last seen. */
  Utterance reportedBy(ArticleRef article, Instant eventTime, Instant seen) {
    List<Source> independent = sources;
    String publisher = publisher(article);
    Source source = new Source(publisher, fingerprint(article.fingerprint()) == null ? null : article.fingerprint());
    if (sources.size() < MAX_SOURCES && sources.stream().noneMatch(known -> same(known, source))) {
      independent = new ArrayList<>(sources);
      independent.add(source);
    }
    List<String> reporters = publishers;
    if (publisher != null && publishers.size() < MAX_PUBLISHERS && !publishers.contains(publisher)) {
      reporters = new ArrayList<>(publishers);
      reporters.add(publisher);
    }
    List<String> reports = articles;
    if (!reportedBy(article)) {
      reports = new ArrayList<>(articles.size() < MAX_ARTICLES ? articles : articles.subList(1, articles.size()));
      reports.add(report(article));
    }
    return new Utterance(id, words, this.eventTime, eventTime.isBefore(firstEventTime) ? eventTime : firstEventTime,
        eventTime.isAfter(lastEventTime) ? eventTime : lastEventTime, seen.isAfter(lastSeen) ? seen : lastSeen, independent, reporters,
        reports);
  }

  /** Whether this revision of an article is among the last that reported it. */
  boolean reportedBy(ArticleRef article) {
    return articles.contains(report(article));
  }

  /** Whether the text of {@code article} copies that of a source. */
  boolean copiedBy(ArticleRef article) {
    return sources.stream().anyMatch(source -> Fingerprint.copies(source.fingerprint, article.fingerprint()));
  }

  /** How many characters the record holds, roughly. */
  int size() {
    return Stream.of(words, publishers, articles).flatMap(List::stream).mapToInt(String::length).sum()
        + sources.stream().mapToInt(source -> length(source.publisher) + length(source.fingerprint)).sum();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private static boolean same(Source one, Source other) {
    return Objects.equals(one.publisher, other.publisher) || Fingerprint.copies(one.fingerprint, other.fingerprint);
  }

  /** Null where there is none. Others may write to the topics that references come from: what is no fingerprint shows no copy. */
  private static Fingerprint fingerprint(String encoded) {
    try {
      return encoded == null ? null : Fingerprint.decode(encoded);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String publisher(ArticleRef article) {
    String name = article.publisher();
    if (name == null || name.length() <= MAX_NAME) {
      return name;
    }
    return name.substring(0, Character.isHighSurrogate(name.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME);
  }

  private static String report(ArticleRef article) {
    return ContentId.of(article.id(), Integer.toString(article.revision()));
  }
}
