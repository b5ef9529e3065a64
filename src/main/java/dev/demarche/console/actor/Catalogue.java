package dev.demarche.console.actor;

import dev.demarche.console.names.Roll;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Offices;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The actors that the catalogue knows, and how they belong together. Immutable. */
final class Catalogue {
  private static final Comparator<Named> BY_NAME = Comparator.comparing(Named::name).thenComparing(Named::id);

  private final Map<String, Actor> byId;
  private final Groups groups;
  private final Offices offices;

  private Catalogue(Roll roll) {
    byId = roll.actors();
    groups = roll.groups();
    offices = Offices.of(byId.values());
  }

  /** As {@code roll} has it. */
  static Catalogue of(Roll roll) {
    return new Catalogue(roll);
  }

  /** The actor, or null. */
  Actor get(String id) {
    return id == null ? null : byId.get(id);
  }

  /** The actor's name, or the id itself where it is unknown. */
  Named named(String id) {
    Actor actor = byId.get(id);
    return new Named(id, actor == null ? id : actor.name(), actor == null ? null : actor.type());
  }

  /** Of a key of the archive, which is an id or else a name. */
  Named ofKey(String key) {
    Actor actor = byId.get(key);
    return actor == null ? new Named(null, key, null) : new Named(key, actor.name(), actor.type());
  }

  /** All groups. */
  List<Named> groups() {
    return names(groups.ids().stream());
  }

  /** The groups that the actor belongs to. */
  List<Named> groupsOf(String id) {
    return names(groups.groupsOf(id).stream());
  }

  /** Whoever belongs to the group. */
  List<Named> members(String group) {
    return groups.has(group) ? names(groups.members(group).stream()) : List.of();
  }

  /** The bodies that the actor speaks for on {@code day}. */
  List<Named> spokenForBy(String id, LocalDate day) {
    return names(offices.spokenForBy(id, day).stream().map(Actor::id));
  }

  /** Who speaks for the body on {@code day}. */
  List<Named> speakersOf(String id, LocalDate day) {
    return names(those(actor -> actor.roles().stream().anyMatch(role -> id.equals(role.of()))
        && offices.spokenForBy(actor.id(), day).stream().anyMatch(body -> body.id().equals(id))));
  }

  /** The parts of the body. */
  List<Named> partsOf(String id) {
    return names(those(actor -> id.equals(actor.parent())));
  }

  /** Ids of those one of whose names has {@code words} in it. */
  Stream<String> called(String words) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    return those(actor -> Stream.concat(Stream.of(actor.name()), actor.aliases().stream()).anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(plain)));
  }

  private Stream<String> those(Predicate<Actor> which) {
    return byId.values().stream().filter(which).map(Actor::id);
  }

  private List<Named> names(Stream<String> ids) {
    return ids.filter(Objects::nonNull).distinct().map(this::named).sorted(BY_NAME).toList();
  }
}
