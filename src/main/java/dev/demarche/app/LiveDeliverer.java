package dev.demarche.app;

import dev.demarche.console.system.Deliverer;
import dev.demarche.domain.Delivery;
import java.time.Clock;
import java.util.List;

/** The delivery of alerts, as the console sees it. Safe for use by several threads. */
final class LiveDeliverer implements Deliverer {
  private final Settings settings;
  private final AlertDelivery delivery;

  /** @param delivery of the same process, or null */
  LiveDeliverer(Settings settings, AlertDelivery delivery) {
    this.settings = settings;
    this.delivery = delivery;
  }

  @Override
  public List<String> receivers() {
    return delivery == null ? List.of() : delivery.service().receivers();
  }

  @Override
  public void again(List<Delivery> deliveries) {
    Retries.of(settings, deliveries, Clock.systemUTC().instant());
  }
}
