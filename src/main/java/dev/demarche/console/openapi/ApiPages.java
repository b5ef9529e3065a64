package dev.demarche.console.openapi;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Pages;
import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code GET /api/v1/openapi.yaml} and {@code .json}: the document; {@code GET /api}: what it says, for people. */
public final class ApiPages implements Routes {
  private final Pages pages;
  private final OpenApi api;
  private final byte[] json;

  public ApiPages(Pages pages, OpenApi api) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.api = Objects.requireNonNull(api, "api");
    this.json = api.json();
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/api/v1/openapi.yaml", context -> context.contentType("application/yaml").result(api.yaml()));
    routes.get("/api/v1/openapi.json", context -> context.contentType("application/json").result(json));
    Map<String, List<Operation>> byTag = api.operations().stream().collect(Collectors.groupingBy(Operation::tag, LinkedHashMap::new, Collectors.toList()));
    routes.get("/api", context -> pages.answer(context, pages.outside(context, "API"), "api.jte", Map.of("operations", byTag)));
  }
}
