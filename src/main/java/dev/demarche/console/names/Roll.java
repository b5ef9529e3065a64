package dev.demarche.console.names;

import dev.demarche.console.index.Archive;
import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Shelves;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Groups;
import dev.demarche.domain.Issue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogues of actors and issues at the moment.
 *
 * @param actors by id
 * @param issues by id
 * @param groups among the actors
 */
public record Roll(Map<String, Actor> actors, Map<String, Issue> issues, Groups groups) {
  private static final int MOST = 1_000_000;

  /** What the archive has. */
  public static Roll of(Archive archive) {
    List<Actor> actors = archive.shelf(Shelves.ACTORS).find(Shelf.Filter.ALL, 0, MOST).items();
    List<Issue> issues = archive.shelf(Shelves.ISSUES).find(Shelf.Filter.ALL, 0, MOST).items();
    return new Roll(byId(actors, Actor::id), byId(issues, Issue::id), Groups.of(actors));
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  /** Name of an issue, or its id where the catalogue has none of it. */
  public String issue(String id) {
    Issue issue = issues.get(id);
    return issue == null ? id : issue.name();
  }

  /** Name of an actor, or what was given where the catalogue does not know it. */
  public String actor(String id) {
    Actor actor = actors.get(id);
    return actor == null ? id : actor.name();
  }

  /** The groups, by name. */
  public List<Actor> groupsByName() {
    return groups.ids().stream().map(actors::get).filter(actor -> actor != null).sorted(Comparator.comparing(Actor::name)).toList();
  }

  /**
   * Tells by id (or null) and name whether somebody is meant by {@code words}: id or name of an actor; of a group, it and all who belong to it; else part of
   * a name.
   */
  public BiPredicate<String, String> meant(String words) {
    if (words == null) {
      return (id, name) -> true;
    }
    String small = words.toLowerCase(Locale.ROOT);
    Actor known = actors.containsKey(words) ? actors.get(words)
        : actors.values().stream().filter(actor -> actor.name().equalsIgnoreCase(words)).findFirst().orElse(null);
    if (known == null) {
      return (id, name) -> ("name:" + name).equals(words) || name.toLowerCase(Locale.ROOT).contains(small);
    }
    return (id, name) -> known.id().equals(id) || groups.groupsOf(id).contains(known.id());
  }
}
