package dev.demarche.console.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows whoever guesses: after {@value #FREE} wrong tokens from one address (one network of 64 bits for IPv6) each further one doubles the time until the
 * next is looked at, up to 5 minutes; an hour without any forgets them. Remembers the {@value #MOST} addresses that tried last. Safe for use by several
 * threads.
 */
final class Attempts {
  static final int FREE = 5;
  static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration FORGET = Duration.ofHours(1);
  private static final int MAX_SHIFT = 9;

  private final Clock clock;
  private final Map<String, Tried> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Tried> eldest) {
      return size() > MOST;
    }
  };

  private record Tried(int wrong, Instant last) {}

  Attempts(Clock clock) {
    this.clock = clock;
  }

  /** How long until a token from {@code address} is looked at; zero where at once. */
  synchronized Duration wait(String address) {
    Tried tried = byAddress.get(place(address));
    if (tried == null || tried.wrong < FREE) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(MAX_SHIFT, tried.wrong - FREE));
    Instant open = tried.last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    Duration left = Duration.between(clock.instant(), open);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A token from {@code address} was wrong. */
  synchronized void wrong(String address) {
    Instant now = clock.instant();
    byAddress.merge(place(address), new Tried(1, now),
        (before, one) -> Duration.between(before.last, now).compareTo(FORGET) > 0 ? one : new Tried(before.wrong + 1, now));
  }

  synchronized int size() {
    return byAddress.size();
  }

  private static String place(String address) {
    try {
      // Only what looks like an address: a name is not looked up.
      if (address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six) {
        return Arrays.toString(Arrays.copyOf(six.getAddress(), 8));
      }
    } catch (UnknownHostException e) {
      return "?";
    }
    return address.length() > 45 ? "?" : address;
  }
}
