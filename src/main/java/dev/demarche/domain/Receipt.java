package dev.demarche.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One report of a stance, which a position or a shift is proved by.
 *
 * @param stance      id of the stance
 * @param holder      canonical name of who holds it; of a person who speaks for a body, the person
 * @param holderActor the catalogue's id of the holder, or null
 * @param bodies      ids of the bodies that the holder spoke for at event time, see {@link Offices}
 * @param act         what the holder does
 * @param polarity    -1 against, 0 neither, 1 for
 * @param target      canonical name, or null
 * @param targetActor the catalogue's id of the target, or null
 * @param issues      ids of all issues that the stance is about
 * @param evidence    the words that say it
 * @param sentence    the sentence that they stand in, of a very long one the part around them
 * @param confidence  0 to 1
 * @param background  whether the article recalls an earlier time here, or says elsewhere what is new and contradicts it
 * @param article     where it stands
 * @param taggerVersion what tagged it
 * @param terms      what the article says of conditions on the stance, or null where it says nothing
 */
public record Receipt(String stance, String holder, String holderActor, List<String> bodies, Act act, int polarity, String target,
                      String targetActor, List<String> issues, Span evidence, Span sentence, double confidence, boolean background,
                      ArticleRef article, String taggerVersion, Terms terms) {

  /** In order of event time; among reports of one time by article, place in its text and stance, so that no two are equal. */
  public static final Comparator<Receipt> BY_TIME = Comparator.comparing(Receipt::at).thenComparing(receipt -> receipt.article.id())
      .thenComparing(receipt -> receipt.evidence.begin()).thenComparing(Receipt::stance);

  public Receipt {
    Objects.requireNonNull(stance, "stance");
    Objects.requireNonNull(holder, "holder");
    bodies = List.copyOf(bodies);
    issues = List.copyOf(issues);
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(taggerVersion, "taggerVersion");
    Confidence.check(confidence);
    if (article.eventTime() == null) {
      throw new IllegalArgumentException("article " + article.id() + " has neither publishedAt nor receivedAt");
    }
  }

  /** A report that says nothing of conditions. */
  public Receipt(String stance, String holder, String holderActor, List<String> bodies, Act act, int polarity, String target, String targetActor,
                 List<String> issues, Span evidence, Span sentence, double confidence, boolean background, ArticleRef article, String taggerVersion) {
    this(stance, holder, holderActor, bodies, act, polarity, target, targetActor, issues, evidence, sentence, confidence, background, article, taggerVersion,
        null);
  }

  /** {@link ArticleRef#eventTime()} of the article. */
  public Instant at() {
    return article.eventTime();
  }

  /** This report, as background of its article. */
  public Receipt asBackground() {
    return new Receipt(stance, holder, holderActor, bodies, act, polarity, target, targetActor, issues, evidence, sentence, confidence, true, article,
        taggerVersion, terms);
  }

  /** This report with other terms, or none. */
  public Receipt on(Terms other) {
    return new Receipt(stance, holder, holderActor, bodies, act, polarity, target, targetActor, issues, evidence, sentence, confidence, background, article,
        taggerVersion, other);
  }

  /** Where the act puts the holder. */
  public Side side() {
    return Side.of(act, polarity);
  }

  /** The target's id, else its name, else null. */
  public String targetKey() {
    return targetActor != null ? targetActor : target;
  }
}
