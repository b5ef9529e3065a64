package dev.demarche.delivery;

import dev.demarche.domain.Delivery.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/** What a service did and what waits, by receiver, as metrics. Their names and what they mean stand in {@code docs/deliver.md}. */
public final class DeliveryMetrics implements MeterBinder {
  private final DeliveryService service;

  public DeliveryMetrics(DeliveryService service) {
    this.service = service;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String receiver : service.receivers()) {
      FunctionCounter.builder("demarche.delivery.attempts", service, s -> s.attempts(receiver)).description("messages that were tried")
          .tag("receiver", receiver).register(registry);
      for (Status status : new Status[] {Status.DELIVERED, Status.FAILED, Status.DISABLED}) {
        FunctionCounter.builder("demarche.deliveries", service, s -> s.ended(receiver, status)).description("deliveries that ended, by how")
            .tag("receiver", receiver).tag("as", status.name().toLowerCase(Locale.ROOT)).register(registry);
      }
      Gauge.builder("demarche.deliveries.pending", service, s -> s.pending(receiver)).description("deliveries that wait in memory on this instance")
          .tag("receiver", receiver).register(registry);
      Gauge.builder("demarche.receiver.disabled", service, s -> s.disabled(receiver) ? 1 : 0).description("1 where the receiver wants no more")
          .tag("receiver", receiver).register(registry);
    }
    Gauge.builder("demarche.delivery.lag.records", service, DeliveryService::lag).description("notifications that are not routed yet").register(registry);
    Gauge.builder("demarche.delivery.ready", service, s -> s.ready() ? 1 : 0).description("1 where this instance has its partitions").register(registry);
  }
}
