package dev.demarche.app;

import dev.demarche.console.Admit;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.Routes;
import dev.demarche.ingest.http.ArticleApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that an instance of the stream answers over HTTP: health, metrics, articles that are posted, and the console. Construction does no I/O. */
public final class Served implements AutoCloseable {
  private final StreamApp app;
  private final Optional<Console> console;
  private final ArticleApi articles;
  private final Operation operation;

  private Served(StreamApp app, Optional<Console> console, ArticleApi articles, Operation operation) {
    this.app = app;
    this.console = console;
    this.articles = articles;
    this.operation = operation;
  }

  /**
   * What these settings ask to be served.
   *
   * @param delivery of the same process, or null
   */
  public static Served of(Settings settings, StreamApp app, AlertDelivery delivery) {
    Optional<Console> console = Console.of(settings, app, delivery);
    ArticleApi articles = Sources.api(settings);
    List<Routes> routes = new ArrayList<>(console.map(Console::routes).orElse(List.of()));
    routes.add(all -> articles.install(all, Admit.ANYONE));
    return new Served(app, console, articles, new Operation(settings, app, routes, delivery, console));
  }

  /** Listens from now on, as {@link Operation#start()} does, and begins to read what the console shows. */
  public Optional<ListenAddress> start() {
    Optional<ListenAddress> at = operation.start();
    at.ifPresent(where -> console.ifPresent(on -> {
      app.servedAt(where);
      on.start();
    }));
    return at;
  }

  /** What is had at the address, in words. */
  public String what() {
    return console.map(on -> "the console, ").orElse("") + "/health/ready, /metrics, and POST /api/v1/articles";
  }

  @Override
  public void close() {
    operation.close();
    console.ifPresent(Console::close);
    articles.close();
  }
}
