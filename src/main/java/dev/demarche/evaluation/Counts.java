package dev.demarche.evaluation;

/**
 * What was right, what was found wrongly and what was missed. Counts of disjoint texts add up.
 *
 * @param tp right: annotated and found; 0 or more
 * @param fp found, but not annotated; 0 or more
 * @param fn annotated, but not found; 0 or more
 */
public record Counts(int tp, int fp, int fn) {

  /** Nothing annotated, nothing found. */
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts {
    if (tp < 0 || fp < 0 || fn < 0) {
      throw new IllegalArgumentException("counts tp " + tp + ", fp " + fp + ", fn " + fn + ": none may be negative");
    }
  }

  /** Of {@code found} things and {@code gold} annotated ones, {@code right} are the same. */
  public static Counts of(int right, int found, int gold) {
    return new Counts(right, found - right, gold - right);
  }

  /** These and {@code more}. */
  public Counts plus(Counts more) {
    return new Counts(tp + more.tp, fp + more.fp, fn + more.fn);
  }

  /** How many were found. */
  public int found() {
    return tp + fp;
  }

  /** How many are annotated. */
  public int gold() {
    return tp + fn;
  }

  /** The part of what was found that is right, 0 to 1; 0 if nothing was found. */
  public double precision() {
    return found() == 0 ? 0 : (double) tp / found();
  }

  /** The part of what is annotated that was found, 0 to 1; 0 if nothing is annotated. */
  public double recall() {
    return gold() == 0 ? 0 : (double) tp / gold();
  }

  /** The harmonic mean of precision and recall, 0 to 1, in one division. */
  public double f1() {
    return tp == 0 ? 0 : 2.0 * tp / (found() + gold());
  }

  /**
   * The same mean, made from precision and recall. It may differ from {@link #f1()} in the last bit, which decides a third digit after the point
   * now and then: each scorer uses the one by which figures of its corpora were published.
   */
  public double meanOfPrecisionAndRecall() {
    double p = precision();
    double r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
}
