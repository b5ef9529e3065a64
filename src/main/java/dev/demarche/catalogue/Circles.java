package dev.demarche.catalogue;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds bodies that are parts of themselves, and groups that are members of themselves, by way of others. */
final class Circles {
  private final Map<String, Located<Actor>> byId = new LinkedHashMap<>();
  private final Function<Actor, List<String>> next;
  private final Function<Integer, String> field;
  private final List<PackProblem> problems = new ArrayList<>();
  private final Set<String> done = new HashSet<>();

  private Circles(List<Located<Actor>> actors, Function<Actor, List<String>> next, Function<Integer, String> field) {
    actors.forEach(actor -> byId.putIfAbsent(actor.value().id(), actor));
    this.next = next;
    this.field = field;
  }

  /** A problem for each circle, where it is first come upon. */
  static List<PackProblem> of(List<Located<Actor>> actors) {
    List<PackProblem> problems = new ArrayList<>(new Circles(actors, a -> a.parent() == null ? List.of() : List.of(a.parent()), i -> "parent")
        .find());
    problems.addAll(new Circles(actors, Actor::members, i -> "members[" + i + "]").find());
    return problems;
  }

  private List<PackProblem> find() {
    byId.keySet().forEach(id -> walk(id, new ArrayList<>()));
    return problems;
  }

  private void walk(String id, List<String> path) {
    if (!byId.containsKey(id) || !done.add(id)) {
      return;
    }
    path.add(id);
    List<String> to = next.apply(byId.get(id).value());
    for (String other : to) {
      int at = path.indexOf(other);
      if (at >= 0) {
        report(path.subList(at, path.size()));
      } else {
        walk(other, path);
      }
    }
    path.remove(path.size() - 1);
  }

  private void report(List<String> circle) {
    Located<Actor> first = byId.get(circle.get(0));
    String second = circle.get(circle.size() > 1 ? 1 : 0);
    int at = next.apply(first.value()).indexOf(second);
    problems.add(first.problem(new Problem(field.apply(at), "goes in a circle: " + String.join(", ", circle) + ", " + circle.get(0),
        "remove one of them")));
  }
}
