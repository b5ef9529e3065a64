package dev.demarche.delivery.channels;

import dev.demarche.domain.Alert;
import java.util.List;

/**
 * Hands alerts over to one receiver. Throws nothing for what the receiver does; a fault of its own may be thrown as a
 * {@link RuntimeException}. Called by as many threads at a time as the receiver admits.
 */
public interface Channel extends AutoCloseable {

  /** Makes one attempt with {@code alerts}, at least one and no more than the receiver's batch; ends within the receiver's time. */
  Outcome deliver(List<Alert> alerts);

  @Override
  default void close() {}
}
