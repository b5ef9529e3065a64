package dev.demarche.domain;

import java.util.Objects;

/**
 * What a report says of conditions on a stance.
 *
 * @param kind  whether there is one
 * @param words that say so: of a condition from its marker to the end of the antecedent, or the other way round
 */
public record Terms(Kind kind, Span words) {

  /** ON_CONDITION: the stance hangs on something. WAIVED: it hangs on nothing, or no longer. */
  public enum Kind { ON_CONDITION, WAIVED }

  public Terms {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(words, "words");
  }
}
