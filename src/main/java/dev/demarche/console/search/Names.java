package dev.demarche.console.search;

import dev.demarche.console.names.Roll;
import dev.demarche.console.names.Rolls;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What actors and issues are called, for who types and for who reads. Safe for use by several threads.
 */
public final class Names {
  private final Supplier<Known> known;

  /** Names in the catalogues. */
  public Names(Rolls rolls) {
    this.known = rolls.made(Names::known);
  }

  /**
   * Something of a catalogue.
   *
   * @param called all its names and aliases in lower case, its own first
   */
  private record Entry(String id, String name, List<String> called) {}

  /** What completes a word. */
  public record Named(String id, String name) {}

  private record Known(List<Entry> actors, List<Entry> issues, Map<String, String> actorNames, Map<String, String> issueNames, Map<String, String> actorIds,
                       Map<String, String> issueIds) {}

  private static Known known(Roll roll) {
    List<Entry> actors = roll.actors().values().stream().map(Names::of).toList();
    List<Entry> issues = roll.issues().values().stream().map(Names::of).toList();
    return new Known(actors, issues, names(actors), names(issues), ids(actors), ids(issues));
  }

  private static Entry of(Actor actor) {
    return new Entry(actor.id(), actor.name(), Stream.of(List.of(actor.name(), actor.id()), actor.aliases()).flatMap(List::stream).map(Names::plain).toList());
  }

  private static Entry of(Issue issue) {
    return new Entry(issue.id(), issue.name(), List.of(plain(issue.name()), plain(issue.id())));
  }

  private static Map<String, String> names(List<Entry> entries) {
    Map<String, String> names = new HashMap<>();
    entries.forEach(entry -> names.put(entry.id, entry.name));
    return names;
  }

  /** By id first, then by name, then by alias, so that no alias of one hides another's name. */
  private static Map<String, String> ids(List<Entry> entries) {
    Map<String, String> ids = new HashMap<>();
    List<Function<Entry, List<String>>> ways = List.of(entry -> List.of(plain(entry.id)), entry -> List.of(plain(entry.name)), Entry::called);
    ways.forEach(way -> entries.forEach(entry -> way.apply(entry).forEach(called -> ids.putIfAbsent(called, entry.id))));
    return ids;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The id of the actor that goes by {@code text}, else {@code text}; null for null. */
  public String actorOf(String text) {
    return text == null ? null : known.get().actorIds.getOrDefault(plain(text), text);
  }

  /** The id of the issue that goes by {@code text}, else {@code text}; null for null. */
  public String issueOf(String text) {
    return text == null ? null : known.get().issueIds.getOrDefault(plain(text), text);
  }

  /** What an actor is called, else {@code idOrName}. */
  public String actor(String idOrName) {
    return known.get().actorNames.getOrDefault(idOrName, idOrName);
  }

  /** Whether the catalogue has an actor of this id. */
  public boolean isActor(String id) {
    return known.get().actorNames.containsKey(id);
  }

  /** What an issue is called, else its id. */
  public String issue(String id) {
    return known.get().issueNames.getOrDefault(id, id);
  }

  /** Actors of whom a name or alias, or else a word of one, starts with {@code typed}; names that do come first. */
  public List<Named> actors(String typed, int limit) {
    return starting(known.get().actors, typed, limit);
  }

  /** Issues, in the same way. */
  public List<Named> issues(String typed, int limit) {
    return starting(known.get().issues, typed, limit);
  }

  private static List<Named> starting(List<Entry> entries, String typed, int limit) {
    String start = plain(typed == null ? "" : typed);
    record Ranked(int rank, Entry entry) {}
    List<Ranked> found = new ArrayList<>();
    for (Entry entry : entries) {
      int rank = entry.called.get(0).startsWith(start) ? 0 : entry.called.stream().anyMatch(called -> called.startsWith(start)) ? 1
          : entry.called.stream().anyMatch(called -> called.contains(" " + start)) ? 2 : -1;
      if (rank >= 0) {
        found.add(new Ranked(rank, entry));
      }
    }
    return found.stream().sorted(Comparator.comparingInt(Ranked::rank).thenComparing(each -> each.entry.name)).limit(limit)
        .map(each -> new Named(each.entry.id, each.entry.name)).toList();
  }
}
