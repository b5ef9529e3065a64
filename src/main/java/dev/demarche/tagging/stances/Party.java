package dev.demarche.tagging.stances;

import dev.demarche.tagging.actors.Who;

/**
 * A phrase that may name a holder or a target.
 *
 * @param from     index of its first token
 * @param to       index behind its last token
 * @param head     index of its main word
 * @param who      whom it means
 * @param features a bit for each {@link PartyFeature}
 */
record Party(int from, int to, int head, Who who, long features) {

  boolean is(PartyFeature feature) {
    return (features & 1L << feature.ordinal()) != 0;
  }
}
