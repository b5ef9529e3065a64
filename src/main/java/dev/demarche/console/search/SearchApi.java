package dev.demarche.console.search;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.domain.Houses;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * {@code GET /api/v1/search}: {@link Results} of the parameters of {@link Sought}; {@code GET /api/v1/search.csv} and {@code .jsonl}: all findings,
 * {@value Export#MOST} at most; {@code GET /api/v1/actors?starts=} and {@code GET /api/v1/issues?starts=}: what completes a word.
 */
public final class SearchApi implements Routes {
  private static final int COMPLETIONS = 20;

  private final Archive archive;
  private final Houses houses;
  private final Names names;

  /** @param houses says which reports are of one publisher */
  public SearchApi(Archive archive, Houses houses, Names names) {
    this.archive = archive;
    this.houses = houses;
    this.names = names;
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/search", context -> answer(context, sought -> Results.of(archive, houses, sought)));
    routes.get("/api/v1/search.csv", context -> export(context, Export.csv()));
    routes.get("/api/v1/search.jsonl", context -> export(context, Export.lines()));
    routes.get("/api/v1/actors", context -> complete(context, names::actors));
    routes.get("/api/v1/issues", context -> complete(context, names::issues));
  }

  private interface Answer {
    Object to(Sought sought);
  }

  private void answer(Context context, Answer answer) {
    try {
      json(context, answer.to(Sought.of(SearchPages.parameters(context), names)));
    } catch (IllegalArgumentException e) {
      refuse(context, e);
    }
  }

  private void complete(Context context, BiFunction<String, Integer, List<Names.Named>> names) {
    try {
      String limit = context.queryParam("limit");
      if (limit != null && !limit.matches("[1-9][0-9]{0,2}")) {
        throw new IllegalArgumentException("limit: \"" + limit + "\" is no number from 1 to " + Sought.MOST);
      }
      int most = limit == null ? COMPLETIONS : Math.min(Sought.MOST, Integer.parseInt(limit));
      json(context, Map.of("items", names.apply(context.queryParam("starts"), most)));
    } catch (IllegalArgumentException e) {
      refuse(context, e);
    }
  }

  private void export(Context context, Export export) {
    try {
      Sought sought = Sought.of(SearchPages.parameters(context), names);
      long total = archive.findings(sought.ask(), sought.order(), 0, 0).total();
      context.contentType(export.type()).header("Cache-Control", "no-store").header("X-Total-Count", String.valueOf(total))
          .header("Content-Disposition", "attachment; filename=\"demarche-search." + export.ending() + "\"");
      try (OutputStream out = context.outputStream()) {
        export.begin(out);
        archive.eachFinding(sought.ask(), sought.order(), Export.MOST, found -> export.write(out, found));
      }
    } catch (IllegalArgumentException e) {
      refuse(context, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void json(Context context, Object value) {
    context.contentType("application/json").header("Cache-Control", "no-store").result(Json.write(value));
  }

  /** What is wrong stands before the last semicolon, how to mend it behind, where that is known. */
  private static void refuse(Context context, IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int mend = message.lastIndexOf("; ");
    json(context.status(400), Map.of("error", mend < 0 ? message : message.substring(0, mend), "mend",
        mend < 0 ? "mend the parameter" : message.substring(mend + 2)));
  }
}
