package dev.demarche.domain;

/** Which way a stance goes: for its target or issue, against it, or neither. */
public enum Polarity {
  FOR(1), AGAINST(-1), NEITHER(0);

  private final int sign;

  Polarity(int sign) {
    this.sign = sign;
  }

  /** As {@link Stance#polarity} tells it. */
  public int sign() {
    return sign;
  }
}
