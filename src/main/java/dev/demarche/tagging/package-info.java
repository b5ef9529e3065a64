/**
 * From an article to a tagged article.
 *
 * <p>Enter by {@link dev.demarche.tagging.Tagger}; {@link dev.demarche.tagging.NewsTagger} is the one that finds something. Its parts work in
 * this order, and each may use only those before it: {@code text} (tokens, sentences, phrases), {@code encoder} (the trained model),
 * {@code mentions} (names), {@code statements} (source, cue, content), {@code actors} (who is meant), {@code stances} (acts and conditions). Knows no Kafka, HTTP or JSON; imports
 * {@code domain} and, for issues, Lucene.
 */
package dev.demarche.tagging;
