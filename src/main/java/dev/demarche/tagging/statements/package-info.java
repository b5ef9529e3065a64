/**
 * What an article reports as said, written or thought: source, cue and content, as ranges of tokens.
 *
 * <p>Enter by {@link dev.demarche.tagging.statements.Linker}, which is shown the model's windows and links contents to cues and cues to
 * sources, and {@link dev.demarche.tagging.statements.ReportReader}, which makes reports of that: rules mend edges and know the layouts that
 * the model has not learnt. What the words of a cue tell stands in {@code cues.txt}. Who the source is, is decided in {@code actors}. Imports
 * {@code tagging.text} and {@code tagging.encoder}.
 */
package dev.demarche.tagging.statements;
