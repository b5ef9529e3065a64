/**
 * How well the tagger does on corpora that people annotated: statements (PolNeAR's form), mentions (IOB),
 * pronouns (GAP's form), stances, and gold articles with all of these, scored as plain counts that
 * add up, with bootstrap intervals.
 *
 * <p>Enter by {@link dev.demarche.evaluation.Evaluation}. May import {@code tagging}, {@code watching}, {@code topics} (for JSON) and
 * {@code domain}; never {@code pipeline}, {@code ingest} or the other parts on its level.
 */
package dev.demarche.evaluation;
