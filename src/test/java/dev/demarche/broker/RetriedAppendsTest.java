package dev.demarche.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log as it is set up lets through; {@code logback.xml} names the filter. */
class RetriedAppendsTest {
  private final Logger broker = (Logger) LoggerFactory.getLogger("kafka.server.ReplicaManager");
  private final Logger client = (Logger) LoggerFactory.getLogger("org.apache.kafka.clients.producer.internals.Sender");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    broker.addAppender(log);
    client.addAppender(log);
  }

  @AfterEach
  void stop() {
    broker.detachAppender(log);
    client.detachAppender(log);
  }

  @Test
  void aBatchThatOvertookAnotherIsNoneOfTheReadersBusiness() {
    broker.error("Error processing append operation on partition news.positions-1", new OutOfOrderSequenceException("5, expected 0"));
    assertThat(log.list).isEmpty();
  }

  @Test
  void anyOtherFaultOfTheBrokerIsTold() {
    broker.error("Error processing append operation on partition news.positions-1", new KafkaStorageException("disk full"));
    assertThat(log.list).hasSize(1);
  }

  @Test
  void aProducerThatCouldNotMendItIsHeard() {
    client.error("cannot send", new OutOfOrderSequenceException("5, expected 0"));
    assertThat(log.list).hasSize(1);
  }
}
