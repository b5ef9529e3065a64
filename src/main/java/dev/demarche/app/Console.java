package dev.demarche.app;

import dev.demarche.console.Routes;
import dev.demarche.console.openapi.ApiPages;
import dev.demarche.console.openapi.OpenApi;
import dev.demarche.console.web.Assets;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Room;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The web console of an instance: what it shows, and what it reads for that. Construction does no I/O; {@link #start()} begins to read the topics, in
 * the background; {@link #close()} ends it.
 */
public final class Console implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final List<Routes> routes = new ArrayList<>();

  /**
   * The console of an instance.
   *
   * @param delivery of the same process, or null
   */
  public Console(Settings settings, StreamApp app, AlertDelivery delivery) {
    Assets assets = new Assets();
    Pages pages = new Pages(assets);
    routes.addAll(ConsoleAccess.routes(settings, pages));
    routes.add(assets);
    routes.add(new ApiPages(pages, new OpenApi()));
    routes.add(all -> all.get("/", context -> context.redirect(Room.LIVE.path())));
  }

  /** The console of an instance; empty where its settings leave it out. */
  public static Optional<Console> of(Settings settings, StreamApp app, AlertDelivery delivery) {
    boolean on = settings.text(Setting.CONSOLE).equals("on") && !settings.text(Setting.HTTP_LISTEN).equals("off");
    return on ? Optional.of(new Console(settings, app, delivery)) : Optional.empty();
  }

  /** What it answers, the gate first. */
  public List<Routes> routes() {
    return List.copyOf(routes);
  }

  /** Reads the topics from now on. */
  public void start() {
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the console did not stop: " + e.getMessage(), e);
      }
    }
  }
}
