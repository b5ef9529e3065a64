package dev.demarche.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A person, body, country or place that the catalogue knows.
 *
 * @param id       stable id, lower case with hyphens: {@code vladimir-putin}
 * @param name     canonical name
 * @param type     what it is
 * @param aliases  other names and spellings under which texts name it
 * @param demonyms of a country: adjectives and names of its people, "Russian", "Russians"
 * @param capital  of a country: name of its capital, or null; a place, unless it acts ("Moscow said")
 * @param metonyms seats of power and the like that stand for it when they act: "the Kremlin"
 * @param country  id of the country that it belongs to, or null
 * @param parent   id of the body that it is a part of, or null
 * @param members  of a group: ids of those that belong to it, of which some may be groups themselves; see {@link Groups}
 * @param roles    offices held, in order of time
 * @param pronouns of a person: {@code he}, {@code she} or {@code they}; null where not known
 * @param wikidata Wikidata id such as {@code Q159}, or null
 */
public record Actor(String id, String name, EntityType type, List<String> aliases, List<String> demonyms, String capital,
                    List<String> metonyms, String country, String parent, List<String> members, List<Role> roles, String pronouns,
                    String wikidata) {

  /**
   * An office.
   *
   * @param title what it is called: "president", "foreign minister"
   * @param of    id of the country or body whose office it is, or null
   * @param from  first day, or null where not known
   * @param to    last day, or null where it still goes on
   */
  public record Role(String title, String of, LocalDate from, LocalDate to) {
    public Role {
      Objects.requireNonNull(title, "title");
      if (from != null && to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("role \"" + title + "\" ends on " + to + ", before it starts on " + from);
      }
    }

    /** Whether the office was held on {@code day}; unknown ends count as open. */
    public boolean heldOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  public Actor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    aliases = copy(aliases);
    demonyms = copy(demonyms);
    metonyms = copy(metonyms);
    members = copy(members);
    roles = copy(roles);
  }

  /** An actor that is part of no body and has no members. */
  public Actor(String id, String name, EntityType type, List<String> aliases, List<String> demonyms, String capital,
               List<String> metonyms, String country, List<Role> roles, String pronouns, String wikidata) {
    this(id, name, type, aliases, demonyms, capital, metonyms, country, null, null, roles, pronouns, wikidata);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
