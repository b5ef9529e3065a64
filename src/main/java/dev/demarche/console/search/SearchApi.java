package dev.demarche.console.search;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Parameters;
import dev.demarche.domain.Houses;
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
      Answers.json(context, answer.to(Sought.of(SearchPages.parameters(context), names)));
    } catch (IllegalArgumentException e) {
      Answers.refusal(context, e);
    }
  }

  private void complete(Context context, BiFunction<String, Integer, List<Names.Named>> names) {
    try {
      int most = new Parameters(context).limit(COMPLETIONS);
      Answers.json(context, Map.of("items", names.apply(context.queryParam("starts"), most)));
    } catch (IllegalArgumentException e) {
      Answers.refusal(context, e);
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
      Answers.refusal(context, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
