package dev.demarche.tagging.actors;

/**
 * Words of an article that mean somebody.
 *
 * @param from    index of their first token
 * @param token   index of their head, their last token
 * @param who     whom they mean; a noun without a name means itself
 * @param role    in their clause
 * @param pronoun whether they are a pronoun
 */
record Seen(int from, int token, Who who, Role role, boolean pronoun) {}
