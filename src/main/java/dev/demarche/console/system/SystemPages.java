package dev.demarche.console.system;

import dev.demarche.console.Routes;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Objects;

/** {@code /system}: whether all is well, and what is not. */
public final class SystemPages implements Routes {
  private final Pages pages;
  private final SystemRoom room;

  public SystemPages(Pages pages, SystemRoom room) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.room = Objects.requireNonNull(room, "room");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/system", context -> pages.answer(context, pages.page(context, Room.SYSTEM, "System", "system.js"), "system.jte",
        Map.of("now", room.overview())));
    routes.get("/system/now", context -> pages.part(context, "systemNow.jte", Map.of("now", room.overview())));
  }
}
