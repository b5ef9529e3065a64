package dev.demarche.app;

import dev.demarche.console.HealthRoutes;
import dev.demarche.console.HttpEndpoint;
import dev.demarche.console.ListenAddress;
import dev.demarche.console.MetricsRoutes;
import dev.demarche.console.Readiness;
import dev.demarche.console.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators see of an instance over HTTP: {@code /health/live}, {@code /health/ready}, {@code /metrics}, and whatever other routes the
 * instance serves. Start it before the stream, so that the instance tells that it is not ready yet, and close it after the stream. Construction
 * does no I/O.
 */
public final class Operation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
  private static final String OFF = "off";

  private final Settings settings;
  private final AutoCloseable metrics;
  private final HttpEndpoint endpoint;

  /** @param more routes besides health and metrics, all on the same address */
  public Operation(Settings settings, StreamApp app, List<? extends Routes> more) {
    this(settings, app, more, null, Optional.empty());
  }

  /**
   * What operators see of an instance with all its parts.
   *
   * @param delivery of the same process, or null
   * @param console  of the same process; its routes are not among those that it brings along
   */
  public Operation(Settings settings, StreamApp app, List<? extends Routes> more, AlertDelivery delivery, Optional<Console> console) {
    this(settings, () -> (delivery == null ? app.readiness() : delivery.readiness(app.readiness())).with(console.map(on -> on.feed().progress()).orElse(null)),
        new StreamMetrics(app, settings, Stream.concat(console.map(Console::metrics).orElse(List.of()).stream(),
            Stream.ofNullable(delivery).map(AlertDelivery::metrics)).toList()), more);
  }

  private Operation(Settings settings, Supplier<Readiness> readiness, StreamMetrics metrics, List<? extends Routes> more) {
    this(settings, readiness, metrics::scrape, metrics, more);
  }

  private Operation(Settings settings, Supplier<Readiness> readiness, Supplier<String> scrape, AutoCloseable metrics, List<? extends Routes> more) {
    this.settings = settings;
    this.metrics = metrics;
    List<Routes> routes = new ArrayList<>(List.of(new HealthRoutes(readiness), new MetricsRoutes(scrape)));
    routes.addAll(more);
    endpoint = isOff() ? null : new HttpEndpoint(address(settings), routes);
  }

  /** What operators see of a process that delivers and does nothing else. */
  public static Operation of(Settings settings, AlertDelivery delivery) {
    Meters meters = new Meters(settings);
    meters.bind(delivery.metrics());
    return new Operation(settings, delivery::readiness, meters::scrape, meters, List.of());
  }

  private boolean isOff() {
    return settings.text(Setting.HTTP_LISTEN).equals(OFF);
  }

  private static ListenAddress address(Settings settings) {
    try {
      return ListenAddress.of(settings.text(Setting.HTTP_LISTEN));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(Setting.HTTP_LISTEN.key() + ": " + e.getMessage());
    }
  }

  /**
   * Listens from now on. Where the address was not set and another program has the default, it is left at a warning: the stream can do without.
   *
   * @return where it listens; empty where it does not
   * @throws SettingsException if the address that was set cannot be had
   */
  public Optional<ListenAddress> start() {
    if (endpoint == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(endpoint.start());
    } catch (IOException e) {
      String mend = "set " + Setting.HTTP_LISTEN.key() + " to an address of this instance's own, or to off";
      if (settings.isGiven(Setting.HTTP_LISTEN)) {
        throw new SettingsException(Setting.HTTP_LISTEN.key() + ": " + e.getMessage() + "; " + mend);
      }
      LOG.warn("health and metrics are not served: {}; {}", e.getMessage(), mend);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (endpoint != null) {
      endpoint.close();
    }
    try {
      metrics.close();
    } catch (Exception e) {
      throw new IllegalStateException("the metrics were not let go: " + e.getMessage(), e);
    }
  }
}
