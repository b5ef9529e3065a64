package dev.demarche.conditions;

/**
 * What counts as the same.
 *
 * @param overlap share of the content words of an antecedent that a report must have to tell of it, 0 to 1
 * @param most    how many reports of conditions, and of deeds that bear on them, are kept under one key, 1 or more
 */
public record Rules(double overlap, int most) {

  public Rules {
    if (overlap < 0 || overlap > 1) {
      throw new IllegalArgumentException("the overlap is " + overlap + ": 0 to 1 are possible");
    }
    if (most < 1) {
      throw new IllegalArgumentException("at most " + most + " reports are kept: at least 1 is needed");
    }
  }
}
