package dev.demarche.catalogue;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Nearest;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks what only shows across packs: ids used twice, ids that lead nowhere or in a circle, one written form for two actors. */
public final class CrossCheck {
  private enum Form { NAME, DEMONYM, SEAT }

  private record Use(Located<Actor> actor, String field, Form form) {
    boolean isPlaceName() {
      return form == Form.NAME && actor.value().type() == EntityType.PLACE;
    }

    /** The country where an article looks for the one who is named, or null. */
    String home() {
      return form != Form.NAME ? null : actor.value().type() == EntityType.COUNTRY ? actor.value().id() : actor.value().country();
    }
  }

  private CrossCheck() {}

  /** Problems of whole catalogues, each by itself and with one another. */
  public static List<PackProblem> all(List<Located<Actor>> actors, List<Located<Issue>> issues, List<Located<Watch>> watches) {
    List<PackProblem> problems = new ArrayList<>(actors(actors));
    problems.addAll(ids(issues, Issue::id));
    problems.addAll(watches(watches, actors.stream().map(actor -> actor.value().id()).toList(),
        issues.stream().map(issue -> issue.value().id()).toList()));
    return problems;
  }

  /**
   * Problems of the actors of a whole catalogue. One written form (accents aside) for two actors is a problem, with four exceptions: peoples
   * may share a demonym; a place may bear the name of a capital or seat of power, since only a seat acts ("Brussels said"); namesakes of
   * two countries may share a name, since an article tells which country it is about ("Georgia"); and so may two people with Wikidata ids of their own.
   */
  public static List<PackProblem> actors(List<Located<Actor>> actors) {
    List<PackProblem> problems = new ArrayList<>(ids(actors, Actor::id));
    Set<String> countries = ids(actors, EnumSet.of(EntityType.COUNTRY));
    Set<String> bodies = ids(actors, EnumSet.of(EntityType.ORGANIZATION));
    Set<String> offices = ids(actors, EnumSet.complementOf(EnumSet.of(EntityType.PERSON)));
    Set<String> actives = ids(actors, EnumSet.complementOf(EnumSet.of(EntityType.PLACE)));
    for (Located<Actor> actor : actors) {
      reference(actor, "country", actor.value().country(), countries, "country", problems);
      reference(actor, "parent", actor.value().parent(), bodies, "body", problems);
      for (int i = 0; i < actor.value().members().size(); i++) {
        reference(actor, "members[" + i + "]", actor.value().members().get(i), actives, "country, body or person", problems);
      }
      for (int i = 0; i < actor.value().roles().size(); i++) {
        reference(actor, "roles[" + i + "].of", actor.value().roles().get(i).of(), offices, "country, body or place", problems);
      }
    }
    problems.addAll(Circles.of(actors));
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (Located<Actor> actor : actors) {
      for (Map.Entry<String, Use> form : forms(actor).entrySet()) {
        List<Use> others = uses.computeIfAbsent(Forms.fold(form.getKey()), key -> new ArrayList<>());
        others.stream().filter(other -> clash(other, form.getValue())).findFirst()
            .ifPresent(other -> problems.add(clash(form.getKey(), form.getValue(), other)));
        others.add(form.getValue());
      }
    }
    return problems;
  }

  /** Ids that stand twice in values of several files. */
  public static <T> List<PackProblem> ids(List<Located<T>> values, Function<T, String> id) {
    List<PackProblem> problems = new ArrayList<>();
    Map<String, Located<T>> byId = new HashMap<>();
    for (Located<T> value : values) {
      Located<T> first = byId.putIfAbsent(id.apply(value.value()), value);
      if (first != null) {
        problems.add(value.problem(new Problem("id", "\"" + id.apply(value.value()) + "\" is taken by " + place(first, "id"),
            "give it another id, or remove one")));
      }
    }
    return problems;
  }

  /**
   * Problems of watches with a catalogue of these ids: an issue that is not known; an actor that is not known and has the shape of an id. A
   * name with a capital letter or a space may be unknown.
   */
  public static List<PackProblem> watches(List<Located<Watch>> watches, Collection<String> actorIds, Collection<String> issueIds) {
    List<PackProblem> problems = new ArrayList<>(ids(watches, Watch::id));
    for (Located<Watch> watch : watches) {
      List<String> actors = watch.value().actors();
      for (int i = 0; i < actors.size(); i++) {
        if (Entry.isId(actors.get(i))) {
          reference(watch, "actors[" + i + "]", actors.get(i), actorIds, "actor", problems);
        }
      }
      List<String> issues = watch.value().issues();
      for (int i = 0; i < issues.size(); i++) {
        reference(watch, "issues[" + i + "]", issues.get(i), issueIds, "issue", problems);
      }
    }
    return problems;
  }

  private static Set<String> ids(List<Located<Actor>> actors, Set<EntityType> types) {
    return actors.stream().map(Located::value).filter(actor -> types.contains(actor.type())).map(Actor::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void reference(Located<?> from, String field, String id, Collection<String> known, String what, List<PackProblem> problems) {
    if (id != null && !known.contains(id)) {
      String near = Nearest.of(id, new TreeSet<>(known));
      problems.add(from.problem(new Problem(field, "there is no " + what + " \"" + id + "\"",
          near != null ? "write \"" + near + "\"" : "add it to the catalogue, or write an id that is there")));
    }
  }

  private static Map<String, Use> forms(Located<Actor> located) {
    Actor actor = located.value();
    Map<String, Use> forms = new LinkedHashMap<>();
    forms.put(actor.name(), new Use(located, "name", Form.NAME));
    forms(located, "aliases", actor.aliases(), Form.NAME, forms);
    forms(located, "demonyms", actor.demonyms(), Form.DEMONYM, forms);
    if (actor.capital() != null) {
      forms.putIfAbsent(actor.capital(), new Use(located, "capital", Form.SEAT));
    }
    forms(located, "metonyms", actor.metonyms(), Form.SEAT, forms);
    return forms;
  }

  private static void forms(Located<Actor> actor, String field, List<String> texts, Form form, Map<String, Use> forms) {
    for (int i = 0; i < texts.size(); i++) {
      forms.putIfAbsent(texts.get(i), new Use(actor, field + "[" + i + "]", form));
    }
  }

  private static boolean clash(Use a, Use b) {
    boolean peoples = a.form == Form.DEMONYM && b.form == Form.DEMONYM;
    boolean placeAndSeat = a.isPlaceName() && b.form == Form.SEAT || b.isPlaceName() && a.form == Form.SEAT;
    boolean namesakes = a.home() != null && b.home() != null && !a.home().equals(b.home());
    return !a.actor.value().id().equals(b.actor.value().id()) && !peoples && !placeAndSeat && !namesakes && !twoPeople(a, b);
  }

  /** Two people, and not one who was entered twice: each has a Wikidata id. */
  private static boolean twoPeople(Use a, Use b) {
    Actor one = a.actor.value();
    Actor other = b.actor.value();
    return one.type() == EntityType.PERSON && other.type() == EntityType.PERSON && one.wikidata() != null && other.wikidata() != null
        && !one.wikidata().equals(other.wikidata());
  }

  private static PackProblem clash(String text, Use use, Use other) {
    return use.actor.problem(new Problem(use.field, "\"" + text + "\" also names " + other.actor.value().id() + " ("
        + place(other.actor, other.field) + ")", "keep it with the one that texts mean by it"));
  }

  private static String place(Located<?> value, String field) {
    return PackProblem.place(value.file(), value.lineOf(field));
  }
}
