package dev.demarche.tagging.encoder;

/**
 * What the model sees at once: words that are this window's own, from {@code ownedFrom} to {@code ownedTo}, and context around them.
 *
 * @param from      index of the first word
 * @param to        index behind the last word
 * @param ownedFrom index of the first word of its own
 * @param ownedTo   index behind the last word of its own
 */
record Window(int from, int to, int ownedFrom, int ownedTo) {}
