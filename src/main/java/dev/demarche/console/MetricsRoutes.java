package dev.demarche.console;

import io.javalin.config.RoutesConfig;
import java.util.Objects;
import java.util.function.Supplier;

/** {@code GET /metrics} for Prometheus, in its text format 0.0.4. */
public final class MetricsRoutes implements Routes {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> scrape;

  /** @param scrape the metrics at the moment in Prometheus' text format; called for each request, by several threads */
  public MetricsRoutes(Supplier<String> scrape) {
    this.scrape = Objects.requireNonNull(scrape, "scrape");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/metrics", context -> context.contentType(FORMAT).result(scrape.get()), Admit.ANYONE);
  }
}
