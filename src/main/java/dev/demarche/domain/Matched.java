package dev.demarche.domain;

import java.util.Objects;

/**
 * Words by which a watch matches, and where they stand.
 *
 * @param clause which part of the watch asks for them
 * @param in     where {@code span} counts from
 * @param span   the words
 */
public record Matched(Clause clause, In in, Span span) {

  /** The parts of a watch that words answer: an actor's name, or what {@link Watch#words} asks for. */
  public enum Clause { ACTORS, WORDS }

  /** The texts of an article. */
  public enum In { TEXT, TITLE }

  public Matched {
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(span, "span");
  }
}
