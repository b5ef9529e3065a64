package dev.demarche.console;

import dev.demarche.topics.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * {@code GET /health/live} and {@code GET /health/ready}: 200 where the instance is, 503 where it is not; the body is a
 * {@link Readiness} as JSON either way.
 */
public final class HealthRoutes implements Routes {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Supplier<Readiness> instance;

  /** @param instance tells how it is at the moment; called for each request, by several threads */
  public HealthRoutes(Supplier<Readiness> instance) {
    this.instance = Objects.requireNonNull(instance, "instance");
  }

  @Override
  public void install(RoutesConfig routes) {
    path(routes, "/health/live", Readiness::live);
    path(routes, "/health/ready", Readiness::ready);
  }

  private void path(RoutesConfig routes, String path, Predicate<Readiness> good) {
    Handler handler = context -> {
      Readiness now = instance.get();
      answer(context, good.test(now), now);
    };
    routes.get(path, handler, Admit.ANYONE);
    // Some probes ask for the head alone, to which the roles of GET do not reach.
    routes.head(path, handler, Admit.ANYONE);
  }

  private static void answer(Context context, boolean good, Readiness now) {
    context.status(good ? OK : UNAVAILABLE).contentType("application/json").header("Cache-Control", "no-store").result(Json.write(now));
  }
}
