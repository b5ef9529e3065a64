package dev.demarche.console.web;

import dev.demarche.topics.Json;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** Answers in JSON that no cache keeps; a fault has {@code error} and {@code mend}. */
public final class Answers {
  private static final int BAD_REQUEST = 400;

  private record Fault(String error, String mend) {}

  private Answers() {}

  /** {@code value} with the status that stands. */
  public static void json(Context context, Object value) {
    context.contentType("application/json").header("Cache-Control", "no-store").result(Json.write(value));
  }

  /** What {@code model} makes; 400 where it refuses what was asked for. */
  public static void made(Context context, Supplier<?> model) {
    try {
      json(context, model.get());
    } catch (IllegalArgumentException e) {
      refusal(context, e);
    }
  }

  /** 400: what is wrong stands in the message before its last semicolon, how to mend it behind, where that is known. */
  public static void refusal(Context context, IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int mend = message.lastIndexOf("; ");
    String error = mend < 0 ? message : message.substring(0, mend);
    fault(context, BAD_REQUEST, error, mend < 0 ? "see docs/console.md for the parameters" : message.substring(mend + 2));
  }

  /** A fault with a status of its own. */
  public static void fault(Context context, int status, String error, String mend) {
    json(context.status(status), new Fault(String.valueOf(error), mend));
  }
}
