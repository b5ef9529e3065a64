package dev.demarche.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.PackProblem;
import dev.demarche.catalogue.PackReader;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CataloguesTest {
  private static final List<Actor> ACTORS = PackReader.actors("", """
      - {id: norland, name: Norland, type: country}
      - {id: ann, name: Ann, type: person, country: norland}
      """).plain();
  private static final List<Issue> ISSUES = PackReader.issues("", "{id: truce, name: Truce, words: truce}").plain();
  private static final List<Watch> WATCHES = PackReader.watches("", "{id: w, kind: stance, actors: [ann], issues: [truce]}").plain();
  private static final Catalogues ALL = Catalogues.of(ACTORS, ISSUES, WATCHES);

  private static List<String> putting(String actors) {
    return ALL.problems(CatalogueKind.ACTORS, PackReader.actors("a.yaml", actors).values(), Set.of()).stream().map(PackProblem::message)
        .toList();
  }

  @Test
  void whatIsPutMayNameWhatStands() {
    assertThat(putting("{id: ben, name: Ben, type: person, country: norland}")).isEmpty();
    assertThat(putting("{id: ben, name: Ben, type: person, country: sudria}")).containsExactly(
        "a.yaml:1: country: there is no country \"sudria\"; add it to the catalogue, or write an id that is there");
  }

  @Test
  void whatIsPutClashesWithWhatStandsButNotWithWhatItReplaces() {
    assertThat(putting("{id: annie, name: Ann, type: person}")).containsExactly(
        "a.yaml:1: name: \"Ann\" also names ann (actors, version 1); keep it with the one that texts mean by it");
    assertThat(putting("{id: ann, name: Ann, type: person}")).isEmpty();
  }

  @Test
  void whatOthersNameIsToldWhereItGoes() {
    assertThat(ALL.problems(CatalogueKind.ACTORS, List.of(), Set.of("ann", "norland"))).extracting(PackProblem::message).containsExactly(
        "watches, version 0: actors[0]: there is no actor \"ann\"; add it to the catalogue, or write an id that is there");
    assertThat(ALL.problems(CatalogueKind.ISSUES, List.of(), Set.of("truce"))).hasSize(1);
    assertThat(ALL.problems(CatalogueKind.WATCHES, List.of(), Set.of("w"))).isEmpty();
  }

  @Test
  void whatWasWrongBeforeIsNotToldAgain() {
    Catalogues broken = Catalogues.of(List.of(ACTORS.get(1)), ISSUES, WATCHES);
    assertThat(broken.problems(CatalogueKind.ACTORS, PackReader.actors("a.yaml", "{id: x, name: X, type: place}").values(), Set.of())).isEmpty();
  }

  @Test
  void wordsThatAreNoQueryAreTold() {
    assertThat(ALL.problems(CatalogueKind.ISSUES, PackReader.issues("i.yaml", "id: a\nname: A\nwords: (a AND").values(), Set.of()))
        .hasToString("[i.yaml:3: words: is no query: (a AND; look for brackets and quotation marks that are not closed, and for AND, OR "
            + "and NOT that join nothing]");
  }

  @Test
  void countsWhatIsNewChangedAsItWasAndGone() {
    List<Actor> wanted = PackReader.actors("", "- {id: norland, name: Norland, type: country}\n- {id: ann, name: Anne, type: person}\n"
        + "- {id: ben, name: Ben, type: person}").plain();
    Catalogues.Change<Actor> change = ALL.change(CatalogueKind.ACTORS, wanted, true);
    assertThat(change.added()).containsOnlyKeys("ben");
    assertThat(change.changed()).containsOnlyKeys("ann");
    assertThat(change.unchanged()).isEqualTo(1);
    assertThat(change.deleted()).isEmpty();
    Catalogues.Change<Actor> less = ALL.change(CatalogueKind.ACTORS, wanted.subList(1, 2), true);
    assertThat(less.deleted()).containsExactly("norland");
    assertThat(less.writes()).containsEntry("norland", null).containsOnlyKeys("ann", "norland");
    assertThat(ALL.change(CatalogueKind.ACTORS, List.of(), false).size()).isZero();
  }
}
