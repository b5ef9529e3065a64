package dev.demarche.console.issue;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Answers;
import dev.demarche.console.web.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/** {@code GET /api/v1/issue-activity}, {@code /api/v1/issues/ID}, {@code /api/v1/conditions} and {@code /api/v1/conditions/ID}. */
public final class IssueApi implements Routes {
  private static final int NOT_FOUND = 404;

  private final Issues issues;

  public IssueApi(Issues issues) {
    this.issues = Objects.requireNonNull(issues, "issues");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/issue-activity", context -> Answers.json(context, issues.all()));
    routes.get("/api/v1/issues/{id}", context -> one(context, issues.one(context.pathParam("id")), "issue", "GET /api/v1/issue-activity lists them"));
    routes.get("/api/v1/conditions", context -> Answers.made(context, () -> {
      Parameters asked = new Parameters(context);
      return issues.conditions(asked.one("state", ConditionView.State.class), asked.text("actor"), asked.text("issue"), asked.skip(), asked.limit());
    }));
    routes.get("/api/v1/conditions/{id}", context -> one(context, issues.condition(context.pathParam("id")), "condition", "GET /api/v1/conditions lists them"));
  }

  private static void one(Context context, Optional<?> found, String what, String mend) {
    if (found.isPresent()) {
      Answers.json(context, found.get());
    } else {
      Answers.fault(context, NOT_FOUND, "there is no " + what + " " + context.pathParam("id"), mend);
    }
  }
}
