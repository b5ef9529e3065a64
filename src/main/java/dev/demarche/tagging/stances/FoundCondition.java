package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Speakers.Attributed;
import dev.demarche.tagging.actors.Who;

/** A condition as ranges of tokens; {@code by} and {@code within} may be null. */
public record FoundCondition(Who by, int markerFrom, int markerTo, int antecedentFrom, int antecedentTo, int consequenceFrom,
                             int consequenceTo, Attributed within, double confidence) {

  /** Whether the token stands in the antecedent. */
  public boolean antecedes(int token) {
    return antecedentFrom <= token && token < antecedentTo;
  }

  /** Whether the token stands in the consequence. */
  public boolean follows(int token) {
    return consequenceFrom <= token && token < consequenceTo;
  }
}
