package dev.demarche.evaluation;

/** What is measured of statements, in the order of a report. */
enum StatementMeasure {
  /** Words that lie in any content. */
  CONTENT_TOKEN("content/token"),
  /** Words that lie in any source. */
  SOURCE_TOKEN("source/token"),
  /** Words that lie in any cue. */
  CUE_TOKEN("cue/token"),
  /** Contents that are the same, word for word. */
  CONTENT_EXACT("content/exact"),
  /** Contents paired by Dice's coefficient of their words, 0.5 or more. */
  CONTENT_OVERLAP("content/overlap"),
  /** Contents paired in this way whose sources are the same, too: the headline figure. */
  STATEMENT("statement"),
  /** The recall of statements whose content is all quoted, not at all, in part. */
  DIRECT("direct"), INDIRECT("indirect"), MIXED("mixed");

  private final String label;

  StatementMeasure(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean recallAlone() {
    return compareTo(STATEMENT) > 0;
  }
}
