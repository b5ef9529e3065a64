package dev.demarche.tagging.mentions;

import dev.demarche.domain.Actor;

/**
 * One way in which texts name an actor.
 *
 * @param actor who is named
 * @param way   how
 */
public record NameUse(Actor actor, Way way) {

  /** How a name names: in full, by an alias, by the adjective or the people, by the capital, by a seat of power, by the surname alone. */
  public enum Way { NAME, DEMONYM, CAPITAL, METONYM, SURNAME }
}
