package dev.demarche.console.issue;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /issues} and {@code /issues/ID}. */
public final class IssuePages implements Routes {
  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final Issues issues;

  public IssuePages(Pages pages, Issues issues) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.issues = Objects.requireNonNull(issues, "issues");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get(Room.ISSUES.path(), context -> pages.answer(context, pages.page(context, Room.ISSUES, "Issues").styled("positions.css"), "issues/list.jte",
        Map.of("issues", issues.all())));
    routes.get(Room.ISSUES.path() + "/{id}", this::one);
  }

  private void one(Context context) {
    Optional<IssueView> issue = issues.one(context.pathParam("id"));
    if (issue.isPresent()) {
      pages.answer(context, pages.page(context, Room.ISSUES, issue.get().name()).styled("positions.css"), "issues/issue.jte", Map.of("issue", issue.get()));
    } else {
      context.status(NOT_FOUND);
      pages.answer(context, pages.page(context, Room.ISSUES, "No such issue").styled("positions.css"), "issues/none.jte", Map.of("what", "issue", "id", context.pathParam("id"),
          "list", "/issues"));
    }
  }
}
