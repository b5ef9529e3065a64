package dev.demarche.console.web;

import dev.demarche.console.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Who is let in, and what the browser must not do with the answer. */
public final class Gate implements Routes {
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void install(RoutesConfig routes) {
    routes.before(Gate::enter);
  }

  private static void enter(Context context) {
    context.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin").header("Cross-Origin-Resource-Policy", "same-origin");
    new Visitor("local", Visitor.Role.EDITOR).enter(context);
  }
}
