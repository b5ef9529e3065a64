package dev.demarche.evaluation;

/**
 * A run of a sentence's tokens with a label, from the first to behind the last.
 *
 * @param from  0 or more
 * @param to    more than {@code from}
 * @param label never null
 */
record LabelledTokens<L>(int from, int to, L label) {

  LabelledTokens {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("tokens [" + from + ", " + to + ") are no run");
    }
  }

  int length() {
    return to - from;
  }

  boolean overlaps(LabelledTokens<?> other) {
    return from < other.to && other.from < to;
  }

  boolean contains(LabelledTokens<?> other) {
    return from <= other.from && other.to <= to;
  }
}
