package dev.demarche.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One report by which a condition is set or changes.
 *
 * @param finding       id of the condition or of the reported deed
 * @param evidence      the words that say it
 * @param sentence      the sentence that they stand in
 * @param article       where it stands
 * @param taggerVersion what tagged it
 */
public record ConditionReceipt(String finding, Span evidence, Span sentence, ArticleRef article, String taggerVersion) {

  /** In order of event time; among reports of one time by article and place in its text, so that no two are equal. */
  public static final Comparator<ConditionReceipt> BY_TIME = Comparator.comparing(ConditionReceipt::at).thenComparing(one -> one.article.id())
      .thenComparing(one -> one.evidence.begin()).thenComparing(ConditionReceipt::finding);

  public ConditionReceipt {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
    if (article.eventTime() == null) {
      throw new IllegalArgumentException("article " + article.id() + " has neither publishedAt nor receivedAt");
    }
  }

  /** {@link ArticleRef#eventTime()} of the article. */
  public Instant at() {
    return article.eventTime();
  }
}
