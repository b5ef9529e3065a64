package dev.demarche.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.slf4j.Marker;

/**
 * Keeps the embedded broker's word of a batch that overtook the one before it out of the log. A producer may have several batches under way; where
 * the first into a partition has to wait for its transaction, the broker refuses the second, and the producer sends both anew. Of what it cannot
 * mend so, the producer itself tells. Safe for several threads.
 */
public final class RetriedAppends extends TurboFilter {
  private static final String BROKER = "kafka.server.ReplicaManager";

  @Override
  public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable thrown) {
    boolean retried = thrown instanceof OutOfOrderSequenceException && logger.getName().equals(BROKER);
    return retried ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
