package dev.demarche.app;

import dev.demarche.delivery.DeliveryLog;
import dev.demarche.domain.Delivery;
import java.time.Instant;
import java.util.List;

/** Has deliveries tried again from the first attempt on, by the instances that run. */
public final class Retries {
  private static final int BATCH = 500;

  private Retries() {}

  /** Whether a delivery is tried again where nobody says which: it failed, or its receiver is disabled. */
  public static boolean byDefault(Delivery delivery) {
    return delivery.status() == Delivery.Status.FAILED || delivery.status() == Delivery.Status.DISABLED;
  }

  /**
   * Asks for another attempt of each and waits until the brokers have it.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not take one; those before it are tried again
   */
  public static void of(Settings settings, List<Delivery> deliveries, Instant now) {
    if (deliveries.isEmpty()) {
      return;
    }
    List<Delivery> again = deliveries.stream().map(delivery -> delivery.again(now)).toList();
    try (DeliveryLog log = new DeliveryLog(KafkaProperties.producer(settings), KafkaProperties.consumer(settings), settings.text(Setting.TOPIC_PREFIX))) {
      for (int i = 0; i < again.size(); i += BATCH) {
        log.write(again.subList(i, Math.min(again.size(), i + BATCH)));
      }
    }
  }
}
