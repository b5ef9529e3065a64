package dev.demarche.console.search;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Archive;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import dev.demarche.domain.Houses;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** {@code GET /search}: a form, what it finds, and by what that can be narrowed; the parameters are those of {@link Sought}. */
public final class SearchPages implements Routes {
  private final Pages pages;
  private final Archive archive;
  private final Houses houses;
  private final Names names;

  /** @param houses says which reports are of one publisher */
  public SearchPages(Pages pages, Archive archive, Houses houses, Names names) {
    this.pages = pages;
    this.archive = archive;
    this.houses = houses;
    this.names = names;
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(View.PATH, this::search);
  }

  private void search(Context context) {
    View view;
    try {
      Sought sought = Sought.of(parameters(context), names);
      view = searched(sought);
    } catch (IllegalArgumentException e) {
      view = View.fault(new Sought(parameters(context), null, Archive.Order.NEWEST, 0, Sought.USUAL, 0), e.getMessage());
    }
    if (!view.fault().isEmpty()) {
      context.status(400);
    }
    pages.answer(context, pages.page(context, Room.SEARCH, "Search", "search.js"), "search.jte", Map.of("view", view));
  }

  private View searched(Sought sought) {
    try {
      return View.of(sought, Results.of(archive, houses, sought), names);
    } catch (IllegalArgumentException e) {
      return View.fault(sought, e.getMessage());
    }
  }

  /** The first value of each parameter. */
  static Map<String, String> parameters(Context context) {
    Map<String, String> parameters = new HashMap<>();
    context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
    return parameters;
  }
}
