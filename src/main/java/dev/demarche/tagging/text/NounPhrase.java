package dev.demarche.tagging.text;

/**
 * A noun with what stands before it, possessives included: "Ukraine's European partners". Prepositional phrases are not part of it.
 *
 * @param from index of its first token
 * @param to   index behind its last token
 * @param head index of its main word
 */
public record NounPhrase(int from, int to, int head) {}
