package dev.demarche.tagging.actors;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.SpeakerKind;

/**
 * Whom a phrase means.
 *
 * @param name  canonical name; the phrase's own words where nobody is named
 * @param actor the catalogue's actor, or null
 * @param type  what it is, or null for common nouns
 * @param kind  as a speaker
 * @param reason why the phrase means this one
 */
public record Who(String name, Actor actor, EntityType type, SpeakerKind kind, Reason reason) {

  /** One without a name, who keeps the words. */
  Who(String words, Actor actor, EntityType type, SpeakerKind kind) {
    this(words, actor, type, kind, Reason.OWN);
  }

  /** The same one, for another reason. */
  Who because(Reason other) {
    return new Who(name, actor, type, kind, other);
  }

  /** The catalogue's id, or null. */
  public String id() {
    return actor == null ? null : actor.id();
  }

  /** Whether it has a name of its own. */
  public boolean named() {
    return type != null;
  }

  /** Whether the two are the same actor. */
  public boolean same(Who other) {
    return other != null && (actor != null && other.actor != null ? actor.id().equals(other.actor.id()) : name.equals(other.name));
  }

  static Who of(Actor actor, Reason reason) {
    return new Who(actor.name(), actor, actor.type(), kind(actor.type()), reason);
  }

  static Who named(String name, EntityType type, Reason reason) {
    return new Who(name, null, type, kind(type), reason);
  }

  private static SpeakerKind kind(EntityType type) {
    return switch (type) {
      case PERSON -> SpeakerKind.PERSON;
      case ORGANIZATION -> SpeakerKind.ORGANIZATION;
      case COUNTRY -> SpeakerKind.COUNTRY;
      case PLACE -> SpeakerKind.UNKNOWN;
    };
  }
}
