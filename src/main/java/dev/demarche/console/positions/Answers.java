package dev.demarche.console.positions;

import dev.demarche.topics.Json;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** Answers in JSON; a fault has {@code error} and {@code mend}. */
public final class Answers {
  private static final int BAD_REQUEST = 400;

  private record Fault(String error, String mend) {}

  private Answers() {}

  /** What {@code model} makes; 400 where it refuses what was asked for. */
  public static void json(Context context, Supplier<Object> model) {
    try {
      write(context, model.get());
    } catch (IllegalArgumentException e) {
      fault(context, BAD_REQUEST, e.getMessage(), "see docs/console.md for the parameters");
    }
  }

  /** A fault with a status of its own. */
  public static void fault(Context context, int status, String error, String mend) {
    context.status(status);
    write(context, new Fault(error, mend));
  }

  private static void write(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").header("Cache-Control", "no-store").result(Json.write(value));
  }
}
