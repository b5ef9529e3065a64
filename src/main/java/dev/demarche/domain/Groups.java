package dev.demarche.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belongs to which group. A group is an actor with {@link Actor#members()}. To it belong its members, the members of members that are
 * groups, the parts of all these (see {@link Actor#parent()}), and who holds an office of one of them that still goes on: of "EU governments"
 * also the prime minister of Hungary. Members that are not there are passed over, circles are gone through once. Immutable.
 */
public final class Groups {
  /** No group at all. */
  public static final Groups NONE = new Groups(Map.of(), Map.of());

  private final Map<String, String> names;
  private final Map<String, Set<String>> byMember;

  private Groups(Map<String, String> names, Map<String, Set<String>> byMember) {
    this.names = names;
    this.byMember = byMember;
  }

  /** The groups among {@code actors}. */
  public static Groups of(Collection<Actor> actors) {
    Map<String, Actor> byId = new HashMap<>();
    Map<String, List<String>> below = new HashMap<>();
    for (Actor actor : actors) {
      byId.put(actor.id(), actor);
      if (actor.parent() != null) {
        below.computeIfAbsent(actor.parent(), id -> new ArrayList<>()).add(actor.id());
      }
      for (Actor.Role role : actor.roles()) {
        if (role.of() != null && role.to() == null) {
          below.computeIfAbsent(role.of(), id -> new ArrayList<>()).add(actor.id());
        }
      }
    }
    Map<String, String> names = new TreeMap<>();
    Map<String, Set<String>> byMember = new HashMap<>();
    for (Actor group : byId.values()) {
      if (!group.members().isEmpty()) {
        names.put(group.id(), group.name());
        for (String member : closure(group, byId, below)) {
          byMember.computeIfAbsent(member, id -> new TreeSet<>()).add(group.id());
        }
      }
    }
    return new Groups(names, byMember);
  }

  private static Set<String> closure(Actor group, Map<String, Actor> byId, Map<String, List<String>> below) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(group.members());
    while (!open.isEmpty()) {
      String id = open.remove();
      if (!id.equals(group.id()) && byId.containsKey(id) && found.add(id)) {
        open.addAll(byId.get(id).members());
        open.addAll(below.getOrDefault(id, List.of()));
      }
    }
    return found;
  }

  /** Ids of the groups that the actor belongs to, sorted; empty for null and for whom nothing is known of. */
  public Set<String> groupsOf(String actor) {
    return actor == null ? Set.of() : byMember.getOrDefault(actor, Set.of());
  }

  /** Whether there is a group with this id. */
  public boolean has(String id) {
    return names.containsKey(id);
  }

  /** Name of the group with this id, or the id where there is none. */
  public String name(String id) {
    return names.getOrDefault(id, id);
  }

  /** Ids of all groups, sorted. */
  public Set<String> ids() {
    return names.keySet();
  }

  /** Ids of all that belong to the group with this id, sorted. */
  public Set<String> members(String group) {
    Set<String> members = new TreeSet<>();
    byMember.forEach((member, groups) -> {
      if (groups.contains(group)) {
        members.add(member);
      }
    });
    return members;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Groups groups && names.equals(groups.names) && byMember.equals(groups.byMember);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + byMember.hashCode();
  }
}
