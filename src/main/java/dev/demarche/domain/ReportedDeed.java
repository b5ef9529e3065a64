package dev.demarche.domain;

import java.util.List;
import java.util.Objects;

/**
 * A deed that an article reports.
 *
 * @param id        article id, revision, "d" and index
 * @param deed      what is done
 * @param manner    how far
 * @param evidence  the words that say it
 * @param mentioned ids, and names where there is no id, of the actors named in the sentence, no repeats
 */
public record ReportedDeed(String id, Deed deed, Manner manner, Span evidence, List<String> mentioned) {

  /**
   * DONE: it is done, or not where the deed is negated. REFUSED: the actor will not. PROMISED: the actor will. DROPPED: a demand for it is given up.
   */
  public enum Manner { DONE, REFUSED, PROMISED, DROPPED }

  public ReportedDeed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(deed, "deed");
    Objects.requireNonNull(manner, "manner");
    Objects.requireNonNull(evidence, "evidence");
    mentioned = List.copyOf(mentioned);
  }
}
