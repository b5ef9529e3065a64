package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Actor.Role;
import dev.demarche.domain.EntityType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a name means that several bear, or that an article spells in its own way; by the marks of {@link Fixture#tag}. */
class NamesakesTest {
  private static final List<Actor> ACTORS = List.of(
      country("united-states", "United States", List.of("US", "U.S."), List.of("American"), "Washington"),
      country("georgia", "Georgia", List.of(), List.of("Georgian"), "Tbilisi"),
      country("russia", "Russia", List.of(), List.of("Russian"), "Moscow"),
      country("drc", "Democratic Republic of the Congo", List.of("Congo"), List.of(), "Kinshasa"),
      country("republic-of-the-congo", "Republic of the Congo", List.of("Congo"), List.of(), "Brazzaville"),
      country("united-kingdom", "United Kingdom", List.of("Britain"), List.of("British"), "London"),
      country("ukraine", "Ukraine", List.of(), List.of("Ukrainian"), "Kyiv"),
      place("georgia-us-state", "Georgia", "united-states"), place("ohio", "Ohio", "united-states"), place("alabama", "Alabama", "united-states", "Ala."),
      place("atlanta", "Atlanta", "united-states"), place("washington", "Washington", "united-states"), place("birmingham", "Birmingham", "united-kingdom"),
      place("miami", "Miami", "united-states"), place("kyiv", "Kyiv", "ukraine"),
      body("united-nations", "United Nations", null, "UN"), body("education", "Department of Education", "united-states"),
      body("fisk", "Fisk Motors", "united-states"),
      person("george-washington", "George Washington", "united-states", new Role("president", "united-states", null, null)),
      person("ann-lake", "Ann Lake", "united-states", new Role("senator", null, null, null)),
      person("andriy-sybiha", "Andriy Sybiha", "ukraine", new Role("foreign minister", "ukraine", null, null)));

  private static Actor country(String id, String name, List<String> aliases, List<String> demonyms, String capital) {
    return new Actor(id, name, EntityType.COUNTRY, aliases, demonyms, capital, List.of(), null, List.of(), null, null);
  }

  private static Actor place(String id, String name, String country, String... aliases) {
    return new Actor(id, name, EntityType.PLACE, List.of(aliases), List.of(), null, List.of(), country, List.of(), null, null);
  }

  private static Actor body(String id, String name, String country, String... aliases) {
    return new Actor(id, name, EntityType.ORGANIZATION, List.of(aliases), List.of(), null, List.of(), country, List.of(), null, null);
  }

  private static Actor person(String id, String name, String country, Role role) {
    return new Actor(id, name, EntityType.PERSON, List.of(), List.of(), null, List.of(), country, List.of(role), null, null);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Russian troops left {L Georgia} early. They had bombed Tbilisi.        | Georgia    | georgia
      Voters in Ohio and {L Georgia} stayed at home.                         | Georgia    | georgia-us-state
      The fair in Atlanta, {L Georgia} opened.                               | Georgia    | georgia-us-state
      The US warned Russia, and {L Georgia} agreed.                          | Georgia    | georgia
      Rebels left {L Congo} early. They had come from Brazzaville.           | Congo      | republic-of-the-congo
      Rebels left {L Congo} early. They had come from Kinshasa.              | Congo      | drc
      Washington rejected the plan.                                          | Washington | united-states
      The ship arrived in Washington.                                        | Washington | washington
      The singer {P Mary Washington} left. Then {P Washington} was tired.    | Washington | -
      The ship arrived in Kyiv on Monday.                                    | Kyiv       | kyiv
      The fair in {L Birmingham}, Ala., opened.                              | Birmingham | -
      The fair in {L Birmingham} opened.                                     | Birmingham | birmingham
      Last year {O Miami} won twice.                                         | Miami      | -
      The talks at the U.N. failed.                                          | U.N.       | united-nations
      He asked {L us} to leave.                                              | us         | -
      He asked the {O U.S. Department of Education} to leave.                | U.S. Department of Education | education
      He asked {O Fisk Motors Inc.} to leave.                                | Fisk Motors Inc. | fisk
      He asked {O Fisk Motors} to leave. Later {O FM} agreed.                | FM         | fisk
      On Monday {P Lake} was tired.                                          | Lake       | -
      On Monday Sen. {P Lake} was tired.                                     | Lake       | ann-lake
      On Monday {P Andrii Sibiga} left. Then {P Sibiga} was tired.           | Sibiga     | andriy-sybiha
      On Monday foreign minister {P Sibikha} was tired.                      | Sibikha    | andriy-sybiha
      On Monday the singer {P Sibikha} was tired.                            | Sibikha    | -
      """)
  void aNameMeansWhomTheArticleIsAbout(String marked, String words, String actor) {
    assertThat(Fixture.tagger(marked, ACTORS, List.of()).tag(Fixture.article(marked)).article().entities())
        .filteredOn(entity -> entity.text().equals(words)).extracting(entity -> entity.actor()).containsExactly(actor);
  }
}
