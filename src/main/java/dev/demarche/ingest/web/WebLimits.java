package dev.demarche.ingest.web;

import java.time.Duration;
import java.util.Objects;

/**
 * What the web may cost.
 *
 * @param agent        the {@code User-Agent}
 * @param maxBytes     longest body in bytes, unpacked
 * @param timeout      for one request from the first byte sent to the last one read, redirects counted anew
 * @param maxRedirects how many redirects are followed, 0 or more
 * @param perHost      how many requests run at a time on one host
 * @param allowPrivate whether private, loopback and link-local addresses may be asked
 */
public record WebLimits(String agent, int maxBytes, Duration timeout, int maxRedirects, int perHost, boolean allowPrivate) {

  public WebLimits {
    Objects.requireNonNull(agent, "agent");
    if (maxBytes < 1 || timeout.isNegative() || timeout.isZero() || maxRedirects < 0 || perHost < 1) {
      throw new IllegalArgumentException("limits of " + maxBytes + " bytes, " + timeout + ", " + maxRedirects + " redirects and " + perHost
          + " requests a host: bytes, time and requests must be above 0");
    }
  }
}
