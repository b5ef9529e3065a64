package dev.demarche.console.reader;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/articles/{id}}: {@link Facts} as JSON; 404 where the article is unknown. */
public final class ReaderApi implements Routes {
  private final Reader reader;

  /** Answers with what {@code archive} holds. */
  public ReaderApi(Archive archive) {
    this.reader = new Reader(archive);
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/articles/<id>", this::answer);
  }

  private void answer(Context context) {
    Optional<Facts> facts = reader.read(context.pathParam("id"));
    context.contentType("application/json").header("Cache-Control", "no-store");
    if (facts.isEmpty()) {
      context.status(404).result(Json.write(Map.of("error", "there is no article " + context.pathParam("id"),
          "mend", "it may not have been tagged yet, or be forgotten by now")));
    } else {
      context.result(Json.write(facts.get()));
    }
  }
}
