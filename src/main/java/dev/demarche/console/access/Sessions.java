package dev.demarche.console.access;

import dev.demarche.topics.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who signed in by a browser: a random id of 256 bits stands for the token that was entered. They are kept in memory and not signed: so signing out ends one
 * for good, a file of digests holds nothing by which a session could be forged, and no key needs keeping. They end with the instance, after 12 hours without
 * a request, after 7 days, with the token, and where {@value #MOST} newer ones are in use. Safe for use by several threads.
 */
final class Sessions {
  static final int MOST = 10_000;
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(7);
  private static final int BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  /** By the digest of the id, so that looking one up takes no time that tells of the id. */
  private final Map<String, Session> byDigest = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
      return size() > MOST;
    }
  };

  private record Session(String token, Instant begun, Instant last) {
    boolean isOver(Instant now) {
      return Duration.between(last, now).compareTo(IDLE) > 0 || Duration.between(begun, now).compareTo(LONGEST) > 0;
    }
  }

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session. Returns its id. */
  synchronized String begin(String token) {
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    Instant now = clock.instant();
    byDigest.put(digest(text), new Session(token, now, now));
    return text;
  }

  /** The token of session {@code id}, which counts as used; empty where there is none, or no longer. */
  synchronized Optional<String> token(String id) {
    String digest = digest(id);
    Session session = byDigest.get(digest);
    Instant now = clock.instant();
    if (session == null || session.isOver(now)) {
      byDigest.remove(digest);
      return Optional.empty();
    }
    byDigest.put(digest, new Session(session.token, session.begun, now));
    return Optional.of(session.token);
  }

  /** Ends session {@code id}. */
  synchronized void end(String id) {
    byDigest.remove(digest(id));
  }

  synchronized int size() {
    return byDigest.size();
  }

  private static String digest(String id) {
    return Sha256.of(id.getBytes(StandardCharsets.UTF_8));
  }
}
