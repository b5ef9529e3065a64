package dev.demarche.ingest.feeds;

import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/**
 * Makes the dead letters of what never became a record: their source is the topic it was meant for, without partition and offset, and their
 * key the address.
 *
 * @param stage what gives up: {@code feeds}, {@code publish}
 * @param topic name of the articles topic
 * @param clock time of giving up
 */
public record Letters(String stage, String topic, Clock clock) {
  public Letters {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(clock, "clock");
  }

  /**
   * A dead letter.
   *
   * @param address  of what could not be had
   * @param original what there was of it, or null
   */
  public DeadLetter of(Reason reason, String message, String mend, String address, byte[] original) {
    return DeadLetter.of(reason, message, mend, stage, topic, -1, -1, address.getBytes(StandardCharsets.UTF_8), original, clock.instant());
  }
}
