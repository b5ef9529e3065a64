package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Actor;
import dev.demarche.domain.Actor.Role;
import dev.demarche.domain.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
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
      place("miami", "Miami", "united-states"), place("london", "London", "united-kingdom"),
      place("washington-us-state", "Washington state", "united-states"), place("maine", "Maine", "united-states", "Me."), place("kyiv", "Kyiv", "ukraine"),
      body("united-nations", "United Nations", null, "UN"), body("education", "Department of Education", "united-states"),
      body("fisk", "Fisk Motors", "united-states", "Henry Fisk"),
      person("george-washington", "George Washington", "united-states", new Role("president", "united-states", null, null)),
      person("ann-lake", "Ann Lake", "united-states", new Role("senator", null, null, null)),
      body("lower-chamber", "Lower Chamber", "united-states"), body("harbour-board", "Harbour Board", "united-states"),
      two("ole-berg-1", "Ole Berg", "Q1", new Role("senator", "maine", LocalDate.of(2001, 1, 1), null)),
      two("ole-berg-2", "Ole Berg", "Q2", new Role("representative", "lower-chamber", LocalDate.of(2001, 1, 1), null)),
      two("ole-berg-3", "Ole Berg", "Q3", new Role("chairman", "harbour-board", LocalDate.of(1960, 1, 1), LocalDate.of(1969, 1, 1))),
      person("joao-costa", "Joao Costa", "ukraine", new Role("prime minister", "ukraine", null, null)),
      person("jack-james", "Jack James", "united-states", new Role("attorney general", "united-states", null, null)),
      spouse("ola-dahl", "Ola Dahl", "he"), spouse("eva-dahl", "Eva Dahl", "she"),
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

  private static Actor two(String id, String name, String wikidata, Role role) {
    return new Actor(id, name, EntityType.PERSON, List.of(), List.of(), null, List.of(), "united-states", List.of(role), null, wikidata);
  }

  private static Actor spouse(String id, String name, String pronouns) {
    return new Actor(id, name, EntityType.PERSON, List.of(), List.of(), null, List.of(), "united-states", List.of(), pronouns, null);
  }

  @ParameterizedTest
  @CsvSource({"Mrs., eva-dahl", "Ms., eva-dahl", "Mr., ola-dahl"})
  void ofTwoOfOneSurnameTheFormOfAddressMeansTheOneWhomItIsFor(String address, String actor) {
    String text = "On Monday {P Ola Dahl} slept. So did {P Eva Dahl} of the US. Then " + address + " {P Dahl} left.";
    assertThat(Fixture.tagger(text, ACTORS, List.of()).tag(Fixture.article(text)).article().entities())
        .filteredOn(entity -> entity.text().equals("Dahl")).extracting(entity -> entity.actor()).containsExactly(actor);
  }

  @Test
  void aTownThatPlaysIsItsClub() {
    String game = "The coach smiled. {L Miami} scored in overtime and won, 3-2, and the quarterback slept. {L Atlanta} won the playoffs. They flew to {L Miami} late.";
    assertThat(Fixture.tagger(game, ACTORS, List.of()).tag(Fixture.article(game)).article().entities())
        .filteredOn(entity -> entity.text().matches("Miami|Atlanta")).extracting(entity -> entity.actor()).containsExactly(null, null, "miami");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      On Monday Sen. {P Ole Berg} was tired.                                      | ole-berg-1
      On Monday {P Ole Berg}, the senator, was tired.                             | ole-berg-1
      On Monday {P Ole Berg} of Maine was tired.                                  | ole-berg-1
      On Monday Rep. {P Ole Berg} was tired. On Friday {P Ole Berg} slept.        | ole-berg-2
      The Lower Chamber slept. On Monday {P Ole Berg} was tired.                  | ole-berg-2
      On Monday {P Ole Berg}, then chairman of the Harbour Board, was tired.      | ole-berg-3
      On Monday {P Ole Berg} was tired.                                           | -
      """)
  void ofTwoPeopleOfOneNameTheArticleMeansWhomItsWordsFit(String marked, String actor) {
    assertThat(Fixture.tagger(marked, ACTORS, List.of()).tag(Fixture.article(marked)).article().entities())
        .filteredOn(entity -> entity.text().equals("Ole Berg")).extracting(entity -> entity.actor()).isNotEmpty().containsOnly(actor);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      Ukraine was tired. On Monday {P Costa} left.           | Costa   | joao-costa
      The ship was late. On Monday {P Costa} left.           | Costa   | -
      On Monday Prime Minister {P Costa} left.               | Costa   | joao-costa
      Ukraine was tired. On Monday Justice {P Costa} left.   | Costa   | -
      The US was tired. On Monday {P James} left.            | James   | -
      The US was tired. On Monday Mr. {P James} left.        | James   | jack-james
      """)
  void aSurnameAloneIsAnOfficialsOfWhomTheArticleMaySpeak(String marked, String words, String actor) {
    assertThat(Fixture.tagger(marked, ACTORS, List.of()).tag(Fixture.article(marked)).article().entities())
        .filteredOn(entity -> entity.text().equals(words)).extracting(entity -> entity.actor()).isNotEmpty().containsOnly(actor);
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
      The urban noise (UN) rose. Later {O UN} fell.                          | UN         | -
      The United Nations (UN) rose. Later {O UN} fell.                       | UN         | united-nations
      The fair in Birmingham, Alabama, opened.                               | Birmingham | -
      Talks in London, Ohio and Kyiv failed.                                 | London     | london
      {P Don Fisk} left. We asked Fisk Motors and {P Fisk} to stay.          | Fisk       | -
      He moved between Kyiv and {L Moscow} for years.                        | Moscow     | -
      The talks between Kyiv and {L Moscow} failed.                          | Moscow     | russia
      The streets of {L Moscow} were empty.                                  | Moscow     | -
      He spent weeks in Kyiv and {L Moscow} there.                           | Moscow     | -
      The fair in Miami, {L Washington}, opened.                             | Washington | washington-us-state
      On Monday {P F. Ann Lake} left.                                        | F. Ann Lake | -
      On Monday the singer {P Ann Lake} left.                                | Ann Lake   | -
      On Monday {P Ann Lake} left the US.                                    | Ann Lake   | ann-lake
      On Monday Sen. {P Ann Lake} left.                                      | Ann Lake   | ann-lake
      The singer {P Miami} left.                                             | Miami      | -
      He liked {P Henry Fisk} a lot.                                         | Henry Fisk | -
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
        .filteredOn(entity -> entity.text().equals(words)).extracting(entity -> entity.actor()).isNotEmpty().containsOnly(actor);
  }
}
