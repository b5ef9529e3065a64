package dev.demarche.console.actor;

import dev.demarche.console.web.Parameters;
import io.javalin.http.Context;
import java.util.Set;

/**
 * What an address asks for beside whom.
 *
 * @param days  the last ones, 0 for all
 * @param words of a name, or null
 * @param group id, or null
 * @param skip  how many are left out at the begin, 0 or more
 * @param limit how many at most, 1 to 500
 */
record Asked(int days, String words, String group, int skip, int limit) {
  private static final int DAYS = 7;
  private static final Set<Integer> SPANS = Set.of(0, 7, 30, 365);
  private static final int FARTHEST = 100_000;

  /** @throws IllegalArgumentException with what is wrong, if a number is none or too large */
  static Asked of(Context context, int limit) {
    Parameters given = new Parameters(context);
    int days = given.number("days", 0, FARTHEST, DAYS);
    if (!SPANS.contains(days)) {
      throw new IllegalArgumentException("days is " + days + "; write 7, 30, 365, or 0 for all");
    }
    return new Asked(days, given.text("q"), given.text("group"), given.skip(), given.limit(limit));
  }
}
