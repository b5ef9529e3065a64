package dev.demarche.console.watches;

import dev.demarche.console.index.Shelf;
import dev.demarche.console.index.Slice;
import dev.demarche.console.names.Roll;
import dev.demarche.console.names.Rolls;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The actors and issues that the catalogues know, as of some seconds ago. Safe for use by several threads. */
final class KnownNames {
  private static final int AT_ONCE = 5_000;

  private record Names(Map<String, String> actors, Map<String, String> idsByName, Map<String, String> issues) {}

  private final Supplier<Names> names;

  KnownNames(Rolls rolls) {
    names = rolls.made(KnownNames::read);
  }

  private static Names read(Roll roll) {
    Map<String, String> actors = new TreeMap<>();
    Map<String, String> idsByName = new HashMap<>();
    for (Actor actor : roll.actors().values()) {
      actors.put(actor.id(), actor.name());
      actor.aliases().forEach(alias -> idsByName.putIfAbsent(folded(alias), actor.id()));
      idsByName.put(folded(actor.name()), actor.id());
    }
    Map<String, String> issues = new TreeMap<>();
    roll.issues().forEach((id, issue) -> issues.put(id, issue.name()));
    return new Names(actors, idsByName, issues);
  }

  /** All that a shelf holds. */
  static <V> List<V> all(Shelf<V> shelf) {
    List<V> all = new ArrayList<>();
    Slice<V> slice;
    do {
      slice = shelf.find(Shelf.Filter.ALL, all.size(), AT_ONCE);
      all.addAll(slice.items());
    } while (!slice.items().isEmpty() && all.size() < slice.total());
    return all;
  }

  Set<String> actorIds() {
    return names.get().actors().keySet();
  }

  Set<String> issueIds() {
    return names.get().issues().keySet();
  }

  /** What people call the actor {@code id}; itself where it is none that is known. */
  String actor(String id) {
    return names.get().actors().getOrDefault(id, id);
  }

  /** What people call the issue {@code id}; itself where it is none that is known. */
  String issue(String id) {
    return names.get().issues().getOrDefault(id, id);
  }

  /** The id of who has this id, name or alias, in any case; null where nobody does. */
  String idOf(String name) {
    Names now = names.get();
    return now.actors().containsKey(name) ? name : now.idsByName().get(folded(name));
  }

  boolean looksLikeId(String name) {
    return name.matches("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
  }

  /** The id of who is called nearly so; null where nobody is. */
  String near(String name) {
    Names now = names.get();
    String near = Nearest.of(folded(name), now.idsByName().keySet());
    return near == null ? null : now.idsByName().get(near);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
