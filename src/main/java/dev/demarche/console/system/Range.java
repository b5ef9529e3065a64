package dev.demarche.console.system;

import io.javalin.http.Context;

/**
 * Which part of a list is asked for.
 *
 * @param skip  how many are left out
 * @param limit how many are shown at most
 */
record Range(int skip, int limit) {
  private static final int LIMIT = 50;
  private static final int MOST = 500;
  private static final int FAR = 1_000_000;

  /** What is shown where nothing is asked for. */
  static final Range FIRST = new Range(0, LIMIT);

  /**
   * That which the request asks for.
   *
   * @throws IllegalArgumentException if it is none, naming the parameter
   */
  static Range of(Context context) {
    return new Range(number(context, "skip", 0, 0, FAR), number(context, "limit", LIMIT, 1, MOST));
  }

  private static int number(Context context, String name, int fallback, int least, int most) {
    String given = context.queryParam(name);
    if (given == null || given.isBlank()) {
      return fallback;
    }
    if (!given.matches("[0-9]{1,7}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
      throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(given);
  }
}
