package dev.demarche.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The metrics of a process: those of the JVM, the machine and the log, and whatever is bound to them. Safe for use by several threads. */
final class Meters implements AutoCloseable {
  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Meters(Settings settings) {
    registry.config().commonTags("application", settings.text(Setting.APPLICATION_ID));
    List.of(new JvmMemoryMetrics(), new JvmGcMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics(),
        new FileDescriptorMetrics(), new LogbackMetrics()).forEach(this::bind);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** Adds the metrics of {@code binder}, which is closed with these where it can be. */
  synchronized void bind(MeterBinder binder) {
    binder.bindTo(registry);
    if (binder instanceof AutoCloseable closeable) {
      open.push(closeable);
    }
  }

  /** All of them at the moment, in Prometheus' text format. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a metric was not let go: " + e.getMessage(), e);
      }
    }
    registry.close();
  }
}
