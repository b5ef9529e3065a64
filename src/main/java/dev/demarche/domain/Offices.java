package dev.demarche.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who speaks for which body. Whoever holds an office of a body speaks for it while he or she holds it: a president, minister or spokesman
 * for the country. One of many who sit in it does not: a senator is not the Senate. Who holds an office of a country and one of
 * another body on a day (a prime minister who leads a party) speaks for the country. Immutable.
 */
public final class Offices {
  /** No office is known. */
  public static final Offices NONE = new Offices(Map.of());

  private static final Set<String> ONE_OF_MANY = Set.of("senator", "representative", "member", "deputy", "lawmaker", "councillor", "judge",
      "majority leader", "minority leader");

  private final Map<String, Actor> actors;

  private Offices(Map<String, Actor> actors) {
    this.actors = actors;
  }

  /** The offices that {@code actors} hold. */
  public static Offices of(Collection<Actor> actors) {
    Map<String, Actor> byId = new HashMap<>();
    actors.forEach(actor -> byId.put(actor.id(), actor));
    return new Offices(byId);
  }

  /** The bodies that {@code actor} speaks for on {@code day}, without repeats; empty for null, for whom nothing is known of, and for most. */
  public List<Actor> spokenForBy(String actor, LocalDate day) {
    Actor speaker = actor == null ? null : actors.get(actor);
    if (speaker == null || speaker.type() != EntityType.PERSON) {
      return List.of();
    }
    List<Actor> bodies = speaker.roles().stream()
        .filter(role -> role.of() != null && role.heldOn(day) && !ONE_OF_MANY.contains(role.title().toLowerCase(Locale.ROOT)))
        .map(role -> actors.get(role.of())).filter(body -> body != null && body.type() != EntityType.PLACE).distinct().toList();
    List<Actor> countries = bodies.stream().filter(body -> body.type() == EntityType.COUNTRY).toList();
    return countries.isEmpty() ? bodies : countries;
  }
}
