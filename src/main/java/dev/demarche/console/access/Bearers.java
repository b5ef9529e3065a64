package dev.demarche.console.access;

import dev.demarche.console.web.Visitor;

/** Tells whose a bearer token is. Safe for use by several threads. */
@FunctionalInterface
public interface Bearers {

  /** Nobody's: there are no tokens. */
  Bearers NONE = token -> new Unknown("no token is known here", false);

  /** Whose {@code token} is. */
  Answer whose(String token);

  /** These, and where they know nothing of a token, {@code others}. */
  default Bearers or(Bearers others) {
    return token -> {
      Answer first = whose(token);
      return first instanceof Unknown ? others.whose(token) : first;
    };
  }

  /** What is known of a token. */
  sealed interface Answer {}

  /** Somebody's. */
  record Known(Visitor visitor) implements Answer {}

  /**
   * Nobody's, or no longer good.
   *
   * @param why   in words, without the token
   * @param guess whether it could have been guessed, so that whoever presents many of them is to be slowed
   */
  record Unknown(String why, boolean guess) implements Answer {}

  /** Somebody's who may not even look. */
  record Powerless(String name, String mend) implements Answer {}

  /** It cannot be told at the moment. */
  record Undecided(String why) implements Answer {}
}
