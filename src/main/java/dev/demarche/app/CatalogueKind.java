package dev.demarche.app;

import dev.demarche.catalogue.Located;
import dev.demarche.catalogue.Pack;
import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Problem;
import dev.demarche.domain.Watch;
import dev.demarche.tagging.IssueWords;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import dev.demarche.watching.WatchIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What differs between the catalogues.
 *
 * @param plural what its values are called, which is also the name of their folder in a pack: "actors"
 * @param one    what one of them is called: "an actor"
 * @param topic  that holds them
 * @param type   of the values
 * @param id     of a value
 * @param read   reads the text of a file with a name
 * @param of     picks them out of packs
 * @param check  what is wrong with a value that reading it does not show, if anything
 */
public record CatalogueKind<T>(String plural, String one, Topic<String, T> topic, Class<T> type, Function<T, String> id,
                               BiFunction<String, String, Pack<T>> read, Function<Packs, Pack<T>> of, Function<T, Optional<Problem>> check) {

  /** People, bodies, countries, places. */
  public static final CatalogueKind<Actor> ACTORS = new CatalogueKind<>("actors", "an actor", Topics.ACTORS, Actor.class, Actor::id,
      PackReader::actors, Packs::actors, actor -> Optional.empty());

  /** What stances are about. */
  public static final CatalogueKind<Issue> ISSUES = new CatalogueKind<>("issues", "an issue", Topics.ISSUES, Issue.class, Issue::id,
      PackReader::issues, Packs::issues, IssueWords::check);

  /** Questions that stand. */
  public static final CatalogueKind<Watch> WATCHES = new CatalogueKind<>("watches", "a watch", Topics.WATCHES, Watch.class, Watch::id,
      PackReader::watches, Packs::watches, WatchIndex::check);

  /** All kinds, in an order in which they can be put: watches name actors and issues. */
  public static final List<CatalogueKind<?>> ALL = List.of(ACTORS, ISSUES, WATCHES);

  /** What {@link #check} finds in {@code packs}. */
  public List<PackProblem> problems(Packs packs) {
    return problems(of.apply(packs).values());
  }

  /** What {@link #check} finds in {@code values}. */
  List<PackProblem> problems(List<Located<T>> values) {
    return values.stream().flatMap(value -> check.apply(value.value()).map(value::problem).stream()).toList();
  }
}
