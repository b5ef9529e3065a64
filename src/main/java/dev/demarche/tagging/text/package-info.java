/**
 * An article's text as tokens with parts of speech, sentences, quotes, noun phrases, verb groups and subjects.
 *
 * <p>Enter by {@link dev.demarche.tagging.text.TextReader}, then {@link dev.demarche.tagging.text.Phrases} and
 * {@link dev.demarche.tagging.text.Clauses}. Everything is a range of token indices of one
 * {@link dev.demarche.tagging.text.Document}, which alone turns them into spans of the untouched text. Tokens and sentences are split by
 * written rules, in linear time for any text; parts of speech are OpenNLP's, loaded once a JVM. Imports {@code domain} and OpenNLP.
 */
package dev.demarche.tagging.text;
