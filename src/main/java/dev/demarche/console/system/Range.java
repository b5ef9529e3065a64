package dev.demarche.console.system;

import dev.demarche.console.web.Parameters;
import io.javalin.http.Context;

/**
 * Which part of a list is asked for.
 *
 * @param skip  how many are left out
 * @param limit how many are shown at most
 */
record Range(int skip, int limit) {
  private static final int LIMIT = 50;

  /** What is shown where nothing is asked for. */
  static final Range FIRST = new Range(0, LIMIT);

  /**
   * That which the request asks for.
   *
   * @throws IllegalArgumentException if it is none, naming the parameter
   */
  static Range of(Context context) {
    Parameters given = new Parameters(context);
    return new Range(given.skip(), given.limit());
  }

  /** The same for a page, where what makes no sense asks for nothing. */
  static Range orFirst(Context context) {
    try {
      return of(context);
    } catch (IllegalArgumentException e) {
      return FIRST;
    }
  }
}
