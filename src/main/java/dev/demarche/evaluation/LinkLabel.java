package dev.demarche.evaluation;

import java.util.Objects;

/**
 * Whom people say that a piece of a text means.
 *
 * @param range       where
 * @param wikidata    id of the entity at Wikidata, such as {@code Q159}
 * @param name        the entity's name there
 * @param coreference whether the words are no name of it, but a pronoun or a common noun
 */
public record LinkLabel(Range range, String wikidata, String name, boolean coreference) {

  public LinkLabel {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(wikidata, "wikidata");
    Objects.requireNonNull(name, "name");
  }
}
