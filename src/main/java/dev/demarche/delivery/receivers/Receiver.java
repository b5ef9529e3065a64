package dev.demarche.delivery.receivers;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Who is told of alerts.
 *
 * @param name    stable; part of the record of each delivery
 * @param address where and in which form
 * @param timeout how long one attempt may take
 * @param retry   how long to wait after the first, second, third ... attempt that failed; given up after the last
 * @param atOnce  how many attempts run at a time
 * @param digest  how long to gather alerts for one message; zero: each goes by itself
 */
public record Receiver(String name, Address address, Duration timeout, List<Duration> retry, int atOnce, Duration digest) {

  /** The waits that the Standard Webhooks specification recommends: ten attempts, the last three days after the first. */
  public static final List<Duration> STANDARD_RETRY = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
      Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));

  /** How many alerts a digest holds at most. */
  public static final int DIGEST_SIZE = 50;

  /** How many alerts are written to a file at a time at most. */
  public static final int FILE_BATCH = 100;

  public Receiver {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(digest, "digest");
    retry = List.copyOf(retry);
    if (atOnce < 1) {
      throw new IllegalArgumentException("receiver " + name + " is told " + atOnce + " at a time");
    }
  }

  /** How many alerts one message may hold. */
  public int batch() {
    if (address instanceof Address.Lines || address instanceof Address.Atom) {
      return FILE_BATCH;
    }
    return digest.isZero() ? 1 : DIGEST_SIZE;
  }
}
