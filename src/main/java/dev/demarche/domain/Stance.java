package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * What a holder does, in words or deeds, towards a target or an issue.
 *
 * @param id          article id, revision, "a" and index
 * @param holder      canonical name; never null
 * @param holderActor the catalogue's id of the holder, or null
 * @param holderSpan  where the holder stands, or null
 * @param act         what the holder does
 * @param polarity    -1 against, 0 neither, 1 for
 * @param target      canonical name, or null
 * @param targetActor the catalogue's id of the target, or null
 * @param targetSpan  where the target stands, or null
 * @param issues      ids of the issues it is about
 * @param evidence    the words that say it
 * @param statement   id of the statement that it stands in, or null
 * @param confidence  0 to 1
 */
public record Stance(String id, String holder, String holderActor, Span holderSpan, Act act, int polarity, String target,
                     String targetActor, Span targetSpan, List<String> issues, Span evidence, String statement, double confidence) {

  public Stance {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(evidence, "evidence");
    issues = List.copyOf(issues);
    if (polarity < -1 || polarity > 1) {
      throw new IllegalArgumentException("polarity " + polarity + " of stance " + id + " is none of -1, 0, 1");
    }
    Confidence.check(confidence);
  }
}
