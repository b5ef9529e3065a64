package dev.demarche.console;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP endpoint of an instance. Construction does no I/O, {@link #start()} does; {@link #close()} lets requests that are being answered
 * end. A path that throws answers 500 and tells nothing of the fault. Not for use by several threads.
 *
 * <pre>{@code
 * try (HttpEndpoint endpoint = new HttpEndpoint(ListenAddress.of("127.0.0.1:8080"), List.of(new HealthRoutes(...)))) {
 *   endpoint.start();
 * }
 * }</pre>
 */
public final class HttpEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
  private static final long STOP_MILLIS = 2_000;
  private static final long IDLE_MILLIS = 50;

  private final ListenAddress address;
  private final List<Routes> routes;
  private Javalin server;

  /** An endpoint that does not listen yet. */
  public HttpEndpoint(ListenAddress address, List<? extends Routes> routes) {
    this.address = Objects.requireNonNull(address, "address");
    this.routes = List.copyOf(routes);
  }

  /**
   * Listens from now on.
   *
   * @return where, with the port that was given where any was asked for
   * @throws IOException if the address cannot be had
   */
  public ListenAddress start() throws IOException {
    Javalin made = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.jetty.modifyServer(jetty -> jetty.setStopTimeout(STOP_MILLIS));
      config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
      config.routes.exception(Exception.class, HttpEndpoint::failed);
      routes.forEach(each -> each.install(config.routes));
    });
    try {
      made.start(address.host(), address.port());
      // Clients keep connections open that say nothing; those need not be waited for.
      Stream.of(made.jettyServer().server().getConnectors()).filter(AbstractConnector.class::isInstance).map(AbstractConnector.class::cast)
          .forEach(connector -> connector.setShutdownIdleTimeout(IDLE_MILLIS));
    } catch (JavalinBindException e) {
      made.stop();
      throw new IOException("cannot listen at " + address + " (" + reason(e) + ")", e);
    }
    server = made;
    return new ListenAddress(address.host(), server.port());
  }

  private static void failed(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    context.status(HttpStatus.INTERNAL_SERVER_ERROR).contentType("application/json").result("{\"error\":\"see the log of the instance\"}");
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  @Override
  public void close() {
    if (server != null) {
      routes.forEach(Routes::ending);
      server.stop();
      server = null;
    }
  }
}
