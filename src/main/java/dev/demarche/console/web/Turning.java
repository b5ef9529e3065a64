package dev.demarche.console.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The links to the parts of a list before and after the one that is shown.
 *
 * @param first  number of the first that is shown, from 1; 0 where there is none
 * @param last   number of the last
 * @param total  how many there are
 * @param before address of the part before, or null
 * @param after  address of the part after, or null
 */
public record Turning(long first, long last, long total, String before, String after) {

  /** Those of a request, with all its other parameters kept. */
  public static Turning of(Context context, int skip, int limit, long total) {
    return new Turning(total <= skip ? 0 : skip + 1, Math.min(total, (long) skip + limit), total,
        skip == 0 ? null : address(context, Math.max(0, skip - limit)), (long) skip + limit >= total ? null : address(context, skip + limit));
  }

  private static String address(Context context, int skip) {
    List<String> parameters = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
      if (!parameter.getKey().equals("skip")) {
        parameter.getValue().forEach(value -> parameters.add(Links.part(parameter.getKey()) + "=" + Links.part(value)));
      }
    }
    parameters.add("skip=" + skip);
    return context.path() + "?" + String.join("&", parameters);
  }
}
