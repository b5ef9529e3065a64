package dev.demarche.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody does about an alert.
 *
 * @param watch  id of the alert's watch, which is the record's key
 * @param alert  id of the alert
 * @param action what is done
 * @param author who does it, 1 to {@value #MAX_AUTHOR} characters
 * @param at     when
 * @param text   in words, at most {@value #MAX_TEXT} characters; a comment must have some, else it may be null
 * @param useful of a verdict: whether the alert was; else null
 */
public record Reaction(String watch, String alert, Action action, String author, Instant at, String text, Boolean useful) {

  /** ACKNOWLEDGE: somebody knows. RESOLVE: nothing is left to do. VERDICT: was the alert useful? */
  public enum Action { ACKNOWLEDGE, RESOLVE, COMMENT, VERDICT }

  /** Longest name of an author. */
  public static final int MAX_AUTHOR = 200;
  /** Longest text. */
  public static final int MAX_TEXT = 4_000;

  public Reaction {
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(at, "at");
    if (author == null || author.isBlank() || author.length() > MAX_AUTHOR) {
      throw new IllegalArgumentException("an author of 1 to " + MAX_AUTHOR + " characters is needed");
    }
    if (text != null && text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("the text has " + text.length() + " characters, more than " + MAX_TEXT);
    }
    if (action == Action.COMMENT && (text == null || text.isBlank())) {
      throw new IllegalArgumentException("a comment needs a text");
    }
    if ((action == Action.VERDICT) != (useful != null)) {
      throw new IllegalArgumentException("a verdict, and nothing else, says whether the alert was useful");
    }
  }
}
