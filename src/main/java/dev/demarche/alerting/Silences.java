package dev.demarche.alerting;

import dev.demarche.domain.Alert;
import dev.demarche.domain.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The silences that there are, with their matchers read once. Safe for use by several threads. */
public final class Silences {
  private final Map<String, Ready> byId = new ConcurrentSkipListMap<>();

  private record Ready(Silence silence, List<Matcher> matchers) {}

  /**
   * Takes {@code silence} in, in the place of one with its id.
   *
   * @throws IllegalArgumentException if a matcher is none
   */
  public void put(Silence silence) {
    byId.put(silence.id(), new Ready(silence, silence.matchers().stream().map(Matcher::of).toList()));
  }

  /** Forgets a silence. */
  public void remove(String id) {
    byId.remove(id);
  }

  /** The silence, in force at {@code now}, that {@code alert} fits; of several the one that ends last. */
  public Optional<Muted> of(Alert alert, Instant now) {
    Map<Instant, Silence> fits = new TreeMap<>();
    byId.values().stream().filter(ready -> ready.silence.inForce(now) && ready.matchers.stream().allMatch(matcher -> matcher.matches(alert)))
        .forEach(ready -> fits.putIfAbsent(ready.silence.to(), ready.silence));
    return fits.values().stream().reduce((one, later) -> later).map(Silences::muted);
  }

  private static Muted muted(Silence silence) {
    return new Muted(silence.id(), "silenced until " + silence.to() + (silence.author() == null ? "" : " by " + silence.author())
        + (silence.comment() == null ? "" : ": " + silence.comment()));
  }
}
