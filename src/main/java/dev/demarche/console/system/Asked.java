package dev.demarche.console.system;

import io.javalin.http.Context;

/** What requests of pages ask for: what makes no sense asks for nothing. */
final class Asked {
  private Asked() {}

  static Range range(Context context) {
    try {
      return Range.of(context);
    } catch (IllegalArgumentException e) {
      return Range.FIRST;
    }
  }

  /** The query parameter, or null where it is blank or missing. */
  static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value;
  }
}
