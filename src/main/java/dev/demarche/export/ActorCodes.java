package dev.demarche.export;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which country and sector actors belong to, as a catalogue says: a country is its own; anybody else has the country that the catalogue names, else that of
 * the body above, else that of the office held on the day. Immutable.
 */
final class ActorCodes {
  private static final Map<String, String> CODES = ResourceTable.read("country-codes.txt");

  private final Map<String, Actor> actors = new HashMap<>();

  ActorCodes(Collection<Actor> catalogue) {
    catalogue.forEach(actor -> actors.put(actor.id(), actor));
  }

  /**
   * What is known of somebody.
   *
   * @param name canonical name; without one it is nobody
   * @param id   of the catalogue, or null
   * @param span where the text names it, or null
   * @param day  on which offices are asked for, or null for none
   */
  Party party(String name, String id, Span span, LocalDate day) {
    if (name == null) {
      return Party.NOBODY;
    }
    String raw = span == null ? null : span.text();
    Actor actor = id == null ? null : actors.get(id);
    if (actor == null) {
      return new Party(name, raw, null, null, null, id, null);
    }
    Actor.Role office = office(actor, day).orElse(null);
    return new Party(name, raw, country(actor, office, new HashSet<>()), sector(actor, office), office == null ? null : office.title(), id, actor.wikidata());
  }

  private Optional<Actor.Role> office(Actor actor, LocalDate day) {
    return actor.type() != EntityType.PERSON || day == null ? Optional.empty()
        : actor.roles().stream().filter(role -> role.of() != null && role.heldOn(day)).reduce((earlier, later) -> country(earlier) ? earlier : later);
  }

  private boolean country(Actor.Role role) {
    return actors.containsKey(role.of()) && actors.get(role.of()).type() == EntityType.COUNTRY;
  }

  private String country(Actor actor, Actor.Role office, Set<String> seen) {
    if (actor == null || !seen.add(actor.id())) {
      return null;
    }
    if (CODES.containsKey(actor.id())) {
      return CODES.get(actor.id());
    }
    String code = actor.country() == null ? null : country(actors.get(actor.country()), null, seen);
    code = code != null || actor.parent() == null ? code : country(actors.get(actor.parent()), null, seen);
    return code != null || office == null ? code : country(actors.get(office.of()), null, seen);
  }

  private String sector(Actor actor, Actor.Role office) {
    return switch (actor.type()) {
      case COUNTRY -> Sectors.GOVERNMENT;
      case ORGANIZATION -> Sectors.ofBody(actor.name());
      case PLACE -> null;
      case PERSON -> {
        String told = office == null ? null : Sectors.ofOffice(office.title());
        yield office == null || told != null ? told : country(office) ? Sectors.GOVERNMENT
            : actors.containsKey(office.of()) ? Sectors.ofBody(actors.get(office.of()).name()) : null;
      }
    };
  }
}
