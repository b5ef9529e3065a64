package dev.demarche.console.actor;

import io.javalin.http.Context;
import java.util.Set;

/**
 * What an address asks for beside whom.
 *
 * @param days  the last ones, 0 for all
 * @param words of a name, or null
 * @param group id, or null
 * @param skip  how many are left out at the begin, 0 or more
 * @param limit how many at most, 1 to {@value #MOST}
 */
record Asked(int days, String words, String group, int skip, int limit) {
  static final int MOST = 500;
  private static final int DAYS = 7;
  private static final Set<Integer> SPANS = Set.of(0, 7, 30, 365);
  private static final int FARTHEST = 100_000;

  /** @throws IllegalArgumentException with what is wrong, if a number is none or too large */
  static Asked of(Context context, int limit) {
    int days = number(context, "days", DAYS, 0, FARTHEST);
    if (!SPANS.contains(days)) {
      throw new IllegalArgumentException("days is " + days + ", not 7, 30, 365 or 0 for all");
    }
    return new Asked(days, text(context, "q"), text(context, "group"), number(context, "skip", 0, 0, FARTHEST), number(context, "limit", limit, 1, MOST));
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static int number(Context context, String name, int usual, int least, int most) {
    String value = text(context, name);
    try {
      int number = value == null ? usual : Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // what it should have been is told below
    }
    throw new IllegalArgumentException(name + " is " + value + ", not a number from " + least + " to " + most);
  }
}
