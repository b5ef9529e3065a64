/**
 * What an article reports as said, written or thought: source, cue and content, as ranges of tokens.
 *
 * <p>Enter by {@link dev.demarche.tagging.statements.ReportFinder}. The words that introduce statements stand in {@code cues.txt}. Who the
 * source is, is decided in {@code actors}. Imports {@code tagging.text}.
 */
package dev.demarche.tagging.statements;
