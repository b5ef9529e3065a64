package dev.demarche.console.reader;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.web.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

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
    reader.read(context.pathParam("id")).ifPresentOrElse(facts -> Answers.json(context, facts), () -> Answers.fault(context, 404,
        "there is no article " + context.pathParam("id"), "it may not have been tagged yet, or be forgotten by now"));
  }
}
