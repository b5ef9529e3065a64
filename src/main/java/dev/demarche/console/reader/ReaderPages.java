package dev.demarche.console.reader;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.web.Page;
import dev.demarche.console.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code GET /articles/{id}}: an article with its layers. {@code layers} names those that are switched on, joined by commas; all without it. */
public final class ReaderPages implements Routes {
  private final Reader reader;
  private final Pages pages;

  /** Pages of what {@code archive} holds. */
  public ReaderPages(Archive archive, Pages pages) {
    this.reader = new Reader(archive);
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/articles/<id>", this::answer);
  }

  private void answer(Context context) {
    Optional<Facts> facts = reader.read(context.pathParam("id"));
    if (facts.isEmpty()) {
      context.status(404);
      pages.answer(context, pages.page(context, null, "No such article"), "readerNone.jte", Map.of("id", context.pathParam("id")));
      return;
    }
    List<String> asked = context.queryParams("layers");
    View view = View.of(facts.get(), asked.isEmpty() ? null : String.join(",", asked));
    Page page = pages.page(context, null, view.title(), "reader.js").styled("reader.css");
    pages.answer(context, page, "reader.jte", Map.of("view", view));
  }
}
