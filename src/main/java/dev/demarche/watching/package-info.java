/**
 * Is this statement, stance, condition or mention one that a watch asks for, and why.
 *
 * <p>Enter by {@link dev.demarche.watching.WatchIndex}: it holds the watches that stand, takes changes while it is asked, and turns
 * a tagged article into hits. {@link dev.demarche.watching.Findings} says what of an article a watch can ask for. Imports
 * {@code dev.demarche.domain} and Lucene; knows no Kafka, HTTP or JSON.
 */
package dev.demarche.watching;
