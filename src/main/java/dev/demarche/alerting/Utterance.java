package dev.demarche.alerting;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Coverage;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Reporting;
import dev.demarche.domain.Reporting.Drift;
import dev.demarche.domain.Reporting.Report;
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
 * @param first          the earliest report by event time; null where an older version wrote this
 * @param reports        how many articles reported it
 * @param coverage       who reported it, in which texts
 * @param drift          the report whose words are furthest from {@code words}; null where all have them
 * @param articles       the last {@value #MAX_ARTICLES} articles that reported it: hashes of id and revision
 */
public record Utterance(String id, List<String> words, Instant eventTime, Instant firstEventTime, Instant lastEventTime, Instant lastSeen,
                        Report first, int reports, Coverage coverage, Drift drift, List<String> articles) {

  /** Bound of {@code articles}. */
  public static final int MAX_ARTICLES = 40;

  private static final int MAX_TEXT = 300;

  public Utterance {
    Objects.requireNonNull(id, "id");
    words = List.copyOf(words);
    Objects.requireNonNull(eventTime, "eventTime");
    Objects.requireNonNull(firstEventTime, "firstEventTime");
    Objects.requireNonNull(lastEventTime, "lastEventTime");
    Objects.requireNonNull(lastSeen, "lastSeen");
    coverage = coverage == null ? Coverage.NONE : coverage;
    articles = List.copyOf(articles);
  }

  /**
   * An article that says it.
   *
   * @param house    who publishes it
   * @param words    content words of the evidence
   * @param evidence as it stands there
   * @param sentence that the evidence touches, or several
   */
  record Told(ArticleRef article, String house, List<String> words, String evidence, String sentence, Instant eventTime, Instant seen) {}

  /** An utterance that {@code told} is the first to report. */
  static Utterance first(String id, Told told) {
    return new Utterance(id, told.words, told.eventTime, told.eventTime, told.eventTime, told.seen, null, 0, Coverage.NONE, null, List.of())
        .reportedBy(told);
  }

  /** This utterance with one report more. The same revision of an article again changes nothing but the time it was last seen and how far the words went. */
  Utterance reportedBy(Told told) {
    boolean again = reportedBy(told.article);
    List<String> next = articles;
    if (!again) {
      next = new ArrayList<>(articles.size() < MAX_ARTICLES ? articles : articles.subList(1, articles.size()));
      next.add(report(told.article));
    }
    boolean earlier = first == null || told.eventTime.isBefore(first.at());
    return new Utterance(id, words, eventTime, earlier(firstEventTime, told.eventTime), later(lastEventTime, told.eventTime), later(lastSeen, told.seen),
        earlier ? report(told) : first, again ? reports : reports + 1,
        again ? coverage : coverage.with(told.house, told.article.fingerprint(), told.sentence), drift(told), next);
  }

  private Drift drift(Told told) {
    double likeness = Wording.dice(words, told.words);
    return likeness >= (drift == null ? 1 : drift.likeness()) ? drift : new Drift(likeness, bounded(told.evidence), told.house);
  }

  private static Report report(Told told) {
    ArticleRef article = told.article;
    return new Report(told.house, bounded(article.id()), bounded(article.url()), bounded(article.title()), told.eventTime);
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }

  /** Whether this revision of an article is among the last that reported it. */
  boolean reportedBy(ArticleRef article) {
    return articles.contains(report(article));
  }

  /** Whether the text of {@code article} shares a passage with one that reported it. */
  boolean isRelated(ArticleRef article) {
    Fingerprint print = Fingerprint.read(article.fingerprint());
    return print != null && coverage.fingerprints().stream().map(Fingerprint::read).filter(Objects::nonNull).anyMatch(print::sharesPassage);
  }

  /** What subscribers can be told of its reports. */
  public Reporting reporting() {
    return new Reporting(id, first, lastEventTime, reports, coverage.independent(), coverage.more(),
        coverage.houses().stream().map(Coverage.House::name).toList(), drift);
  }

  /** How many characters the record holds, roughly. */
  int size() {
    return Stream.of(words, articles, coverage.fingerprints(), coverage.houses().stream().map(Coverage.House::name).toList(),
        first == null ? List.<String>of() : Stream.of(first.article(), first.url(), first.title()).filter(Objects::nonNull).toList())
        .flatMap(List::stream).mapToInt(String::length).sum();
  }

  private static String bounded(String text) {
    if (text == null || text.length() <= MAX_TEXT) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
  }

  private static String report(ArticleRef article) {
    return ContentId.of(article.id(), Integer.toString(article.revision()));
  }
}
