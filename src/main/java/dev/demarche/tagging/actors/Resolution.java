package dev.demarche.tagging.actors;

/**
 * Whom a pronoun means.
 *
 * @param who        never null
 * @param confidence how likely that is, 0 to 1
 */
record Resolution(Who who, double confidence) {}
