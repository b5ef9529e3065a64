package dev.demarche.alerting;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.ContentId;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which utterance a hit reports: one that is known, or a new one.
 *
 * <p>A hit reports a known utterance of the same watch, kind, actor and act where one of these holds:
 * <ul>
 * <li><b>near-same words</b>, and the event times lie at most 3 days apart, in whichever order they arrive: the longer evidence contains all words
 *     of the shorter one, or Dice's coefficient of the content words is 0.77 or more, or 0.6 where the texts share a passage beside: in "we will keep the
 *     harbours open" and "we will keep the schools open" most words are the same. Where the shorter has fewer than 4
 *     words, Dice does not count: the words must be equal, or two or three that make at least a quarter of the longer's, for
 *     two words of a speaker's topic stand in many a long speech of the same days;
 * <li><b>a copy</b>: the article's fingerprint shows a copy of a text that reported the utterance, and Dice is 0.3 or more;
 *     where either has fewer than 4 words, the shorter must be wholly contained in the longer. An article that reported the utterance
 *     before is no copy: the next thing that it says must have near-same words.
 * </ul>
 * In either case a negation must stand in both or in neither, the numbers of one must be among those of the other (three killed are not five killed), and no
 * word may stand against its opposite. Of several the nearest is taken. The target does not count: one act
 * towards several is one utterance. Of a shift, its kind and issue stand for the words. Pure and safe for use by several threads.
 */
public final class Recognition {

  private static final Duration APART = Duration.ofDays(3);
  private static final double NEAR_ALONE = 0.77;
  private static final double NEAR = 0.6;
  private static final double NEAR_IN_COPY = 0.3;
  private static final int SHORT = 4;
  private static final int QUARTER = 4;

  private final Houses houses;

  /** @param houses says who publishes an article, so that reports of one house count once */
  public Recognition(Houses houses) {
    this.houses = houses;
  }

  /**
   * The utterance that a hit reports, with this report in it.
   *
   * @param open what is known under {@link Utterances#keyOf} of the hit, or null for nothing
   * @throws IllegalArgumentException if the article has neither a time of publication nor one of receipt
   */
  public Recognised recognise(Hit hit, Utterances open) {
    ArticleRef article = hit.article();
    Instant eventTime = article.eventTime();
    if (eventTime == null) {
      throw new IllegalArgumentException("article " + article.id() + " has neither publishedAt nor receivedAt");
    }
    Instant seen = article.receivedAt() == null ? eventTime : article.receivedAt();
    List<String> words = words(hit.finding());
    Utterances known = (open == null ? Utterances.NONE : open).prune(seen);

    Set<String> copied = known.copiedBy(article.fingerprint());
    Utterance.Told told = new Utterance.Told(article, houses.of(article), words, evidence(hit.finding()), hit.finding().sentence().text(), eventTime, seen);

    Likeness nearest = known.open().stream().map(utterance -> Likeness.of(utterance, told, copied.contains(utterance.id())))
        .filter(Objects::nonNull).reduce((one, other) -> other.dice > one.dice ? other : one).orElse(null);
    if (nearest != null) {
      Utterance reported = nearest.utterance.reportedBy(told);
      return new Recognised(reported, false, known.replace(nearest.utterance, reported), nearest.reason());
    }
    Utterance first = Utterance.first(utteranceId(hit, words, eventTime), told);
    return new Recognised(first, true, known.with(first), "first report: " + (known.open().isEmpty()
        ? "nothing is known of this actor and act" : "none of " + known.open().size() + " known utterances of this actor and act is near"));
  }

  private static String evidence(Finding finding) {
    return finding.evidence().stream().map(Span::text).collect(Collectors.joining(" \u2026 "));
  }

  /** Of a shift what has shifted, of a condition into what state which one has come, whatever the words: a correction of one is told already. */
  private static List<String> words(Finding finding) {
    if (finding.condition() != null) {
      return List.of(finding.condition().state().name(), finding.condition().id());
    }
    return finding.shift() == null ? Wording.of(finding.evidence(), finding.who()) : List.of(finding.shift().kind().name(), finding.shift().issue());
  }

  private static String utteranceId(Hit hit, List<String> words, Instant eventTime) {
    return ContentId.of(Utterances.occasion(hit.finding()), String.join(" ", words), eventTime.atZone(ZoneOffset.UTC).toLocalDate().toString());
  }

  /** In what a hit is like a known utterance. */
  private record Likeness(Utterance utterance, double dice, boolean copy, Duration apart) {

    /** Null where the hit reports another utterance. */
    static Likeness of(Utterance utterance, Utterance.Told told, boolean copied) {
      List<String> known = utterance.words();
      List<String> words = told.words();
      if (Contrast.between(words, known)) {
        return null;
      }
      double dice = Wording.dice(words, known);
      int shorter = Math.min(words.size(), known.size());
      boolean contained = Wording.common(words, known) == shorter;
      Duration apart = Duration.between(utterance.eventTime(), told.eventTime()).abs();
      boolean near = dice == 1 || (shorter >= SHORT ? contained || dice >= NEAR_ALONE || dice >= NEAR && utterance.isRelated(told.article())
          : contained && shorter >= 2 && QUARTER * shorter >= Math.max(words.size(), known.size()));
      if (near && apart.compareTo(APART) <= 0) {
        return new Likeness(utterance, dice, false, apart);
      }
      boolean nearInCopy = shorter >= SHORT ? dice >= NEAR_IN_COPY : contained;
      boolean copy = copied && nearInCopy && !utterance.reportedBy(told.article());
      return copy ? new Likeness(utterance, dice, true, apart) : null;
    }

    String reason() {
      return String.format(Locale.ROOT, "same actor, same act, %.0f %% of the words, %s apart%s", dice * 100, hoursOrDays(),
          copy ? ", in a copy of a text that reported it" : "");
    }

    private String hoursOrDays() {
      return apart.toHours() < 48 ? apart.toHours() + " h" : apart.toDays() + " days";
    }
  }
}
