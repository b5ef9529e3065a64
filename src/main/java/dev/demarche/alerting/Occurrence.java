package dev.demarche.alerting;

import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Counted;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Hit;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One of those that a trigger counts: an utterance, by its earliest report, or a report.
 *
 * @param id          by which it is known again: of an utterance as {@link Recognition} knows it, or of the article
 * @param counted     what is told of it. Its utterance's id is made from the earliest report, so that it is the same in whichever order reports
 *                    arrive
 * @param finding     id of the finding
 * @param house       who publishes it
 * @param fingerprint of the article's text; null where nothing depends on it
 * @param hit         all that is known of it; null where no alert can come of it any more
 */
public record Occurrence(String id, Counted counted, String finding, String house, String fingerprint, Hit hit) {

  /** In order of event time; among those of one time by article and finding. */
  static final Comparator<Occurrence> BY_TIME = Comparator.comparing(Occurrence::at).thenComparing(one -> one.counted.article().id())
      .thenComparing(Occurrence::finding).thenComparing(Occurrence::id);

  public Occurrence {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(counted, "counted");
    Objects.requireNonNull(finding, "finding");
  }

  /** The utterance {@code known} that {@code hit} reports; {@code alone} is what the hit would report if nothing were known. */
  static Occurrence utterance(Hit hit, String house, Utterance known, Utterance alone) {
    return new Occurrence(known.id(), counted(hit, alone), hit.finding().id(), house, null, hit);
  }

  /** This report of an utterance. */
  Occurrence asReport() {
    ArticleRef article = hit.article();
    return new Occurrence(article.id(), counted, finding, house, article.fingerprint(), hit);
  }

  private static Counted counted(Hit hit, Utterance utterance) {
    ArticleRef article = hit.article();
    return new Counted(utterance.id(), hit.finding().who(), words(hit.finding()), new ArticleRef(article.id(), article.revision(), article.url(),
        article.publisher(), article.title(), article.language(), article.publishedAt(), article.receivedAt(), null));
  }

  private static String words(Finding finding) {
    String words = finding.evidence().stream().map(Span::text).collect(Collectors.joining(" ... "));
    if (words.length() <= Counted.WORDS) {
      return words;
    }
    return words.substring(0, Character.isHighSurrogate(words.charAt(Counted.WORDS - 1)) ? Counted.WORDS - 1 : Counted.WORDS);
  }

  /** Event time. */
  Instant at() {
    return counted.article().eventTime();
  }

  /** This without what only an alert needs. */
  Occurrence told() {
    return hit == null ? this : new Occurrence(id, counted, finding, house, fingerprint, null);
  }

  /** {@code all} with {@code one}, in order of time. Of two with the same id the earlier one stays, whichever came first. */
  static List<Occurrence> with(List<Occurrence> all, Occurrence one) {
    List<Occurrence> next = new ArrayList<>(all);
    Occurrence known = all.stream().filter(other -> other.id.equals(one.id)).findFirst().orElse(null);
    if (known == null || BY_TIME.compare(one, known) < 0) {
      next.remove(known);
      next.add(one);
      next.sort(BY_TIME);
    }
    return next;
  }
}
