package dev.demarche.domain;

import java.util.Objects;

/**
 * One mention of an actor or a place in an article.
 *
 * @param begin      first UTF-16 code unit
 * @param end        behind the last code unit
 * @param text       the characters of the range
 * @param type       what it is
 * @param kind       how the text refers to it
 * @param name       canonical name; the catalogue's where the catalogue knows the actor; never null
 * @param actor      the catalogue's id, or null
 * @param confidence 0 to 1
 */
public record Entity(int begin, int end, String text, EntityType type, EntityKind kind, String name, String actor, double confidence) {

  public Entity {
    new Span(begin, end, text);
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Confidence.check(confidence);
  }

  /** Where it stands. */
  public Span span() {
    return new Span(begin, end, text);
  }
}
