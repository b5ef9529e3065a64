package dev.demarche.tagging.stances;

import dev.demarche.tagging.text.VerbGroup;

/**
 * A word that may say an act.
 *
 * @param token    its index
 * @param verb     the verb group that it is the main verb of, or null
 * @param features a bit for each {@link TriggerFeature}
 */
record Trigger(int token, VerbGroup verb, long features) {

  boolean is(TriggerFeature feature) {
    return (features & 1L << feature.ordinal()) != 0;
  }
}
