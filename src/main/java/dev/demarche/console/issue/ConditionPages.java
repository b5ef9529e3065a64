package dev.demarche.console.issue;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Parameters;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Turning;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /conditions} and {@code /conditions/ID}. */
public final class ConditionPages implements Routes {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final Issues issues;

  public ConditionPages(Pages pages, Issues issues) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.issues = Objects.requireNonNull(issues, "issues");
  }

  /** What is asked for. */
  public record Ask(ConditionView.State state, String actor, String issue, int skip, int limit) {
    private static final Ask ANY = new Ask(null, null, null, 0, 50);

    private static Ask of(Parameters asked) {
      return new Ask(asked.one("state", ConditionView.State.class), asked.text("actor"), asked.text("issue"), asked.skip(), asked.limit());
    }
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/conditions", this::list);
    routes.get("/conditions/{id}", this::one);
  }

  private void list(Context context) {
    Ask ask = Ask.ANY;
    String fault = null;
    try {
      ask = Ask.of(new Parameters(context));
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
      context.status(BAD_REQUEST);
    }
    Slice<ConditionView> found = issues.conditions(ask.state(), ask.actor(), ask.issue(), ask.skip(), ask.limit());
    Map<String, Object> values = new HashMap<>(Map.of("ask", ask, "conditions", found.items(), "more",
        Turning.of(context, ask.skip(), ask.limit(), found.total()), "choices", issues.names()));
    values.put("fault", fault);
    pages.answer(context, pages.page(context, Room.ISSUES, "Conditions").styled("positions.css"), "issues/conditions.jte", values);
  }

  private void one(Context context) {
    Optional<ConditionView> condition = issues.condition(context.pathParam("id"));
    if (condition.isPresent()) {
      pages.answer(context, pages.page(context, Room.ISSUES, "Condition").styled("positions.css"), "issues/condition.jte", Map.of("condition", condition.get()));
    } else {
      context.status(NOT_FOUND);
      pages.answer(context, pages.page(context, Room.ISSUES, "No such condition").styled("positions.css"), "issues/none.jte", Map.of("what", "condition", "id",
          context.pathParam("id"), "list", "/conditions"));
    }
  }
}
