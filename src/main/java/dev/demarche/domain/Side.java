package dev.demarche.domain;

/**
 * Where an act puts its holder. DEMAND: it asks somebody for something. NEITHER: it talks, expects, doubts or says. CONDITIONAL, of a shift alone: for or
 * against, but on a condition.
 */
public enum Side {
  FOR, AGAINST, DEMAND, NEITHER, CONDITIONAL;

  /** The side of a stance; a demand is one however it is meant towards whom it is made. */
  public static Side of(Act act, int polarity) {
    return act == Act.REQUEST ? DEMAND : polarity > 0 ? FOR : polarity < 0 ? AGAINST : NEITHER;
  }
}
