package dev.demarche.console.system;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
    String words = total == 0 ? "none" : Quantity.count(Math.min(range.skip() + 1L, total)) + " to " + Quantity.count(Math.min((long) range.skip() + range.limit(), total))
        + " of " + Quantity.count(total);
    return new Turn(words, range.skip() == 0 ? null : at(context, Math.max(0, range.skip() - range.limit())),
        range.skip() + range.limit() >= total ? null : at(context, range.skip() + range.limit()));
  }

  private static String at(Context context, int skip) {
    List<String> query = new ArrayList<>();
    context.queryParamMap().forEach((name, values) -> {
      if (!name.equals("skip")) {
        values.forEach(value -> query.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
      }
    });
    query.add("skip=" + skip);
    return "?" + String.join("&", query);
  }
}
