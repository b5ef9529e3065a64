package dev.demarche.console;

import io.javalin.security.RouteRole;

/**
 * Whom a path admits where that is not the rule; handed in where the path is installed. The rule, for a path that says nothing: whoever may look gets
 * GET, and all else is for editors.
 */
public enum Admit implements RouteRole {
  /** Everybody, without a token: health, sign-in, styles, and what checks by itself who asks. */
  ANYONE,
  /** Whoever may look, though it is a POST: it tries something out and writes nothing. */
  READERS
}
