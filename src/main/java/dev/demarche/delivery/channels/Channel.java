package dev.demarche.delivery.channels;

import dev.demarche.domain.Notification;
import java.util.List;

/**
 * Hands notifications over to one receiver. Throws nothing for what the receiver does; a fault of its own may be thrown as a
 * {@link RuntimeException}. Called by as many threads at a time as the receiver admits.
 */
public interface Channel extends AutoCloseable {

  /** Makes one attempt with {@code notifications}, at least one and no more than the receiver's batch; ends within the receiver's time. */
  Outcome deliver(List<Notification> notifications);

  @Override
  default void close() {}
}
