package dev.demarche.console;

import io.javalin.config.RoutesConfig;

/** Some paths of the HTTP endpoint and what answers there. */
@FunctionalInterface
public interface Routes {

  /** Adds the paths; called once, before the endpoint listens. */
  void install(RoutesConfig routes);

  /** Ends answers that would go on and on; called once, before the endpoint stops. */
  default void ending() {}
}
