package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossCheckTest {
  private static final String NORWAY = "- {id: norway, name: Norway, type: country, demonyms: [Norse], capital: Oslo, metonyms: [Storting]}\n";

  private static List<PackProblem> actors(String yaml) {
    Pack<Actor> pack = PackReader.actors("a.yaml", yaml);
    assertThat(pack.problems()).isEmpty();
    return CrossCheck.actors(pack.values());
  }

  private static List<PackProblem> watches(String yaml) {
    Pack<Watch> pack = PackReader.watches("w.yaml", yaml);
    assertThat(pack.problems()).isEmpty();
    return CrossCheck.watches(pack.values(), List.of("norway", "jens-stoltenberg"), List.of("ceasefire"));
  }

  @Test
  void findsACountryThatIsNotThere() {
    assertThat(actors(NORWAY + "- {id: oil, name: Oil, type: organization,\n   country: norwya}"))
        .hasToString("[a.yaml:3: country: there is no country \"norwya\"; write \"norway\"]");
  }

  @Test
  void findsAnOfficeOfSomethingThatIsNotThere() {
    assertThat(actors("id: a\nname: A\ntype: person\nroles:\n  - title: king\n    of: atlantis"))
        .hasToString("[a.yaml:6: roles[0].of: there is no country, body or place \"atlantis\"; add it to the catalogue, or write an id that "
            + "is there]");
  }

  @Test
  void findsAMemberThatIsNotThereOrIsAPlace() {
    assertThat(actors(NORWAY + "- {id: fjord, name: Fjord, type: place}\n- id: g\n  name: G\n  type: organization\n  members:\n"
        + "    - norwya\n    - fjord\n    - norway"))
        .hasToString("[a.yaml:7: members[0]: there is no country, body or person \"norwya\"; write \"norway\", "
            + "a.yaml:8: members[1]: there is no country, body or person \"fjord\"; add it to the catalogue, or write an id that is there]");
  }

  @Test
  void findsAParentThatIsNotThereOrIsNoBody() {
    assertThat(actors(NORWAY + "- {id: a, name: A, type: organization, parent: norway}"))
        .hasToString("[a.yaml:2: parent: there is no body \"norway\"; add it to the catalogue, or write an id that is there]");
  }

  @Test
  void findsACircleOfPartsOnce() {
    assertThat(actors("- {id: a, name: A, type: organization, parent: b}\n- {id: b, name: B, type: organization, parent: c}\n"
        + "- {id: c, name: C, type: organization,\n   parent: b}"))
        .hasToString("[a.yaml:2: parent: goes in a circle: b, c, b; remove one of them]");
  }

  @Test
  void findsACircleOfGroups() {
    assertThat(actors(NORWAY + "- {id: a, name: A, type: organization, members: [norway, b]}\n- {id: b, name: B, type: organization,\n"
        + "   members: [norway, c]}\n- {id: c, name: C, type: organization, members: [a]}"))
        .hasToString("[a.yaml:2: members[1]: goes in a circle: a, b, c, a; remove one of them]");
  }

  @Test
  void letsGroupsHoldGroupsAndShareMembers() {
    assertThat(actors(NORWAY + "- {id: a, name: A, type: organization, members: [norway, b]}\n"
        + "- {id: b, name: B, type: organization, members: [norway]}\n- {id: c, name: C, type: organization, members: [a, b]}")).isEmpty();
  }

  @Test
  void namesWhatHoldsAValueThatHasNoLine() {
    Located<Actor> live = Located.in("news.actors, version 3", PackReader.actors("", "{id: z, name: Norway, type: place}").plain().get(0));
    List<Located<Actor>> all = new java.util.ArrayList<>(List.of(live));
    all.addAll(PackReader.actors("a.yaml", NORWAY).values());
    assertThat(CrossCheck.actors(all)).hasToString(
        "[a.yaml:1: name: \"Norway\" also names z (news.actors, version 3); keep it with the one that texts mean by it]");
  }

  @Test
  void findsANameThatTwoActorsHave() {
    assertThat(actors(NORWAY + "- {id: n, name: N, type: organization,\n   aliases: [M, Norway]}"))
        .hasToString("[a.yaml:3: aliases[1]: \"Norway\" also names norway (a.yaml:1); keep it with the one that texts mean by it]");
  }

  @Test
  void findsANameThatDiffersInAccentsOnly() {
    assertThat(actors("- {id: a, name: José, type: person}\n- {id: b, name: Jose, type: person}"))
        .hasToString("[a.yaml:2: name: \"Jose\" also names a (a.yaml:1); keep it with the one that texts mean by it]");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "- {id: x, name: X, type: country, demonyms: [Norse]}",
      "- {id: oslo, name: Oslo, type: place}",
      "- {id: storting, name: Storting, type: place}"})
  void letsPeoplesShareADemonymAndAPlaceItsNameWithASeat(String other) {
    assertThat(actors(NORWAY + other)).isEmpty();
    assertThat(actors(other + "\n" + NORWAY)).isEmpty();
  }

  @Test
  void letsNamesakesOfTwoCountriesShareAName() {
    String lund = "- {id: sweden, name: Sweden, type: country}\n- {id: lund, name: Lund, type: place, country: sweden}\n";
    assertThat(actors(NORWAY + lund + "- {id: lund-2, name: Lund, type: place, country: norway}")).isEmpty();
    assertThat(actors(NORWAY + lund + "- {id: n, name: Norway, type: place, country: sweden}")).isEmpty();
    assertThat(actors(NORWAY + lund + "- {id: lund-2, name: Lund, type: place, country: sweden}")).hasSize(1);
    assertThat(actors(NORWAY + lund + "- {id: lund-2, name: Lund, type: place}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "- {id: x, name: Norse, type: place}",
      "- {id: oslo, name: Oslo, type: person}",
      "- {id: x, name: X, type: country, capital: Oslo}",
      "- {id: x, name: X, type: organization, metonyms: [Storting]}"})
  void findsOtherFormsThatClash(String other) {
    assertThat(actors(NORWAY + other)).hasSize(1);
    assertThat(actors(other + "\n" + NORWAY)).hasSize(1);
  }

  @Test
  void findsAnIdThatTwoFilesHave() {
    Pack<Issue> one = PackReader.issues("one.yaml", "{id: a, name: A, words: a}");
    Pack<Issue> two = PackReader.issues("two.yaml", "\nid: a\nname: B\nwords: b");
    assertThat(CrossCheck.ids(one.and(two).values(), Issue::id))
        .hasToString("[two.yaml:2: id: \"a\" is taken by one.yaml:1; give it another id, or remove one]");
  }

  @Test
  void findsAnActorOfAWatchThatIsNotThere() {
    assertThat(watches("id: w\nkind: mention\nactors:\n  - norway\n  - jens-stoltenburg"))
        .hasToString("[w.yaml:5: actors[1]: there is no actor \"jens-stoltenburg\"; write \"jens-stoltenberg\"]");
  }

  @Test
  void letsAWatchNameActorsThatTheCatalogueDoesNotKnow() {
    assertThat(watches("{id: w, kind: mention, actors: [Equinor, statoil asa]}")).isEmpty();
  }

  @Test
  void findsAnIssueOfAWatchThatIsNotThere() {
    assertThat(watches("{id: w, kind: condition, issues: [cease-fire]}"))
        .hasToString("[w.yaml:1: issues[0]: there is no issue \"cease-fire\"; write \"ceasefire\"]");
  }
}
