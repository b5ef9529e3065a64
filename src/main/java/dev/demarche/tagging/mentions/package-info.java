/**
 * Names in an article: those that the trained model sees, and those that a catalogue knows, found in one pass over the text.
 *
 * <p>Enter by {@link dev.demarche.tagging.mentions.MentionFinder}, which reads a {@link dev.demarche.tagging.mentions.NameIndex} and what the
 * model has {@link dev.demarche.tagging.mentions.Named}; the index is immutable and shared by threads. Whom a name means is decided in
 * {@code actors}. Imports {@code domain}, {@code tagging.text}, {@code tagging.encoder} and the Aho-Corasick trie.
 */
package dev.demarche.tagging.mentions;
