package dev.demarche.console.system;

import dev.demarche.console.web.Turning;
import io.javalin.http.Context;

/**
 * Where the pages before and after this one of a list are.
 *
 * @param words which part of the list this is
 * @param newer address, or null
 * @param older address, or null
 */
public record Turn(String words, String newer, String older) {

  /** Of a list of {@code total} of which {@code range} is shown. */
  static Turn of(Context context, Range range, long total) {
    String words = total == 0 ? "none" : Quantity.count(Math.min(range.skip() + 1L, total)) + " to "
        + Quantity.count(Math.min((long) range.skip() + range.limit(), total)) + " of " + Quantity.count(total);
    Turning turning = Turning.of(context, range.skip(), range.limit(), total);
    return new Turn(words, turning.before(), turning.after());
  }
}
