package dev.demarche.console.actor;

import dev.demarche.console.web.Links;
import dev.demarche.domain.EntityType;
import java.util.Objects;

/**
 * An actor in a few words.
 *
 * @param id   the catalogue's, or null
 * @param name canonical name
 * @param type what it is, or null where it is not known
 */
public record Named(String id, String name, EntityType type) {
  public Named {
    Objects.requireNonNull(name, "name");
  }

  /** Where the actor's room is. */
  public String link() {
    return Links.actor(id, name);
  }

  /** By which the archive knows the actor. */
  String key() {
    return id != null ? id : name;
  }
}
