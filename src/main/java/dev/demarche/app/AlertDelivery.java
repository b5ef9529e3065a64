package dev.demarche.app;

import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.SecretSource;
import dev.demarche.console.Readiness;
import dev.demarche.delivery.DeliveryMetrics;
import dev.demarche.delivery.DeliveryService;
import dev.demarche.delivery.receivers.ReceiversFile;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The delivery of alerts as the settings make it. Construction does no I/O, {@link #start()} does. */
public final class AlertDelivery implements AutoCloseable {
  private final DeliveryService service;

  private AlertDelivery(DeliveryService service) {
    this.service = service;
  }

  /** The consumer group that delivers. */
  public static String group(Settings settings) {
    String given = settings.text(Setting.DELIVER_GROUP);
    return given == null ? settings.text(Setting.APPLICATION_ID) + "-deliver" : given;
  }

  /**
   * The file of receivers that the settings name.
   *
   * @throws SettingsException naming all that is wrong with it
   */
  public static ReceiversFile file(Settings settings) {
    ReceiversFile.Read read = ReceiversFile.read(Path.of(settings.required(Setting.RECEIVERS)), SecretSource.of(System.getenv()));
    if (read.file() == null) {
      throw new SettingsException(read.problems().stream().map(PackProblem::message).toList());
    }
    return read.file();
  }

  /**
   * A delivery that is not started.
   *
   * @param out standard output, for a receiver of that kind
   * @throws SettingsException if something is wrong with the file of receivers
   */
  public static AlertDelivery of(Settings settings, OutputStream out, Clock clock) {
    return new AlertDelivery(new DeliveryService(new DeliveryService.Plan(file(settings), KafkaProperties.consumer(settings),
        KafkaProperties.producer(settings), group(settings), settings.text(Setting.DELIVER_FROM), settings.number(Setting.DELIVER_WINDOW),
        settings.text(Setting.TOPIC_PREFIX), Sources.limits(settings).agent(), out, clock)));
  }

  /** Joins the group and begins; returns at once. */
  public void start() {
    service.start();
  }

  /** Has {@code task} done once it has ended, by {@link #close()} or a fault. */
  public void onEnd(Runnable task) {
    Thread watcher = new Thread(() -> {
      try {
        service.awaitEnd();
        task.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }, "deliver-end");
    watcher.setDaemon(true);
    watcher.start();
  }

  /** What it does and how it stands. */
  public DeliveryService service() {
    return service;
  }

  /** How many receivers there are. */
  public int receivers() {
    return service.receivers().size();
  }

  MeterBinder metrics() {
    return new DeliveryMetrics(service);
  }

  /** How a process that only delivers is. */
  Readiness readiness() {
    Throwable fault = service.fault();
    String reason = fault != null ? "delivery ended by a fault: " + fault.getMessage() : service.ready() ? "" : "partitions are being shared out";
    return new Readiness(fault == null, service.ready(), fault != null ? "ERROR" : service.ready() ? "RUNNING" : "STARTING", reason, Map.of());
  }

  /** How a process is whose stream is as {@code stream} says. */
  Readiness readiness(Readiness stream) {
    Throwable fault = service.fault();
    return fault == null ? stream : new Readiness(false, false, stream.state(), "delivery ended by a fault: " + fault.getMessage(), stream.catalogues());
  }

  @Override
  public void close() {
    service.close();
  }
}
