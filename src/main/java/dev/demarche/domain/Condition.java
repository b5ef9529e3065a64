package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * One thing made to depend on another.
 *
 * @param id          article id, revision, "c" and index
 * @param by          canonical name of who sets it, or null
 * @param byActor     the catalogue's id of who sets it, or null
 * @param marker      the word that joins the two: if, unless, until, before ...
 * @param antecedent  what must or must not happen
 * @param consequence what then follows
 * @param asks        what the antecedent asks for, or null where that is not read
 * @param follows     what the consequence says, or null where that is not read
 * @param issues      ids of the issues it is about
 * @param statement   id of the statement that it stands in, or null
 * @param confidence  0 to 1
 */
public record Condition(String id, String by, String byActor, Span marker, Span antecedent, Span consequence, Deed asks, Deed follows,
                        List<String> issues, String statement, double confidence) {

  public Condition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(marker, "marker");
    Objects.requireNonNull(antecedent, "antecedent");
    Objects.requireNonNull(consequence, "consequence");
    issues = List.copyOf(issues);
    Confidence.check(confidence);
  }
}
