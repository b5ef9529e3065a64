package dev.demarche.console.positions;

import dev.demarche.console.web.Parameters;
import java.time.Instant;

/**
 * Which part of the matrix is asked for; null asks for any.
 *
 * @param actor id or name of an actor or group, or part of a name
 * @param issue id
 * @param side  how the present stand is shown
 * @param since last reported then or later
 * @param at    as it stood then; null for now
 * @param limit how many actors
 * @param skip  how many are passed over
 */
public record MatrixAsk(String actor, String issue, Standing side, Instant since, Instant at, int limit, int skip) {

  /** Everything. */
  public static final MatrixAsk ANY = new MatrixAsk(null, null, null, null, null, 50, 0);

  static MatrixAsk of(Parameters asked) {
    return new MatrixAsk(asked.text("actor"), asked.text("issue"), asked.one("side", Standing.class), asked.from("since"), asked.to("at"), asked.limit(),
        asked.skip());
  }

  /** The day of {@code since} as a form wants it, or nothing. */
  public String sinceDay() {
    return since == null ? "" : Words.day(since);
  }

  /** The day of {@code at} as a form wants it, or nothing. */
  public String atDay() {
    return at == null ? "" : Words.day(at);
  }
}
