package dev.demarche.domain;

import java.util.Objects;

/**
 * What is wrong with something that a user wrote, and how to mend it.
 *
 * @param field   the field that is wrong, dotted where nested ({@code roles}, {@code actors[2]}), or "" for the whole
 * @param message what is wrong, naming the value
 * @param mend    what to write instead
 */
public record Problem(String field, String message, String mend) {
  public Problem {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(mend, "mend");
  }
}
