package dev.demarche.domain;

/** The range of a confidence. */
final class Confidence {
  private Confidence() {}

  static void check(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
    }
  }
}
