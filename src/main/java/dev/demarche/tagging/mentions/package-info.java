/**
 * Names in an article: those that a catalogue knows, found in one pass over the text, and capitalised words beside them.
 *
 * <p>Enter by {@link dev.demarche.tagging.mentions.MentionFinder}, which reads a {@link dev.demarche.tagging.mentions.NameIndex}; the index is
 * immutable and shared by threads. Whom a name means is decided in {@code actors}. Imports {@code domain}, {@code tagging.text} and the
 * Aho-Corasick trie.
 */
package dev.demarche.tagging.mentions;
