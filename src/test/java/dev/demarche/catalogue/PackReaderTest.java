package dev.demarche.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Issue;
import dev.demarche.domain.Role;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
  private static final String NORWAY = "id: norway\nname: Norway\ntype: country\n";
  private static final String WATCH = "id: w\nkind: stance\nactors: [norway]\n";

  @Test
  void readsAnActor() {
    Pack<Actor> pack = PackReader.actors("a.yaml", """
        id: jens-stoltenberg
        name: Jens Stoltenberg
        type: Person
        aliases: [Stoltenberg]
        country: norway
        roles:
          - {title: secretary-general, of: nato, from: 2014-10-01, to: 2024-10-01}
        pronouns: he
        wikidata: Q57665
        """);
    assertThat(pack.problems()).isEmpty();
    assertThat(pack.plain()).containsExactly(new Actor("jens-stoltenberg", "Jens Stoltenberg", EntityType.PERSON, List.of("Stoltenberg"),
        List.of(), null, List.of(), "norway",
        List.of(new Actor.Role("secretary-general", "nato", LocalDate.of(2014, 10, 1), LocalDate.of(2024, 10, 1))), "he", "Q57665"));
  }

  @Test
  void readsAnIssue() {
    assertThat(PackReader.issues("i.yaml", "{id: truce, name: Truce, words: truce OR \"cease fire\"~2}").plain())
        .containsExactly(new Issue("truce", "Truce", "truce OR \"cease fire\"~2"));
  }

  @Test
  void readsAWatchWithAllItsFields() {
    Pack<Watch> pack = PackReader.watches("w.yaml", """
        id: w
        name: Norway rejects a truce
        severity: CRITICAL
        kind: stance
        actors: [norway, Jens Stoltenberg]
        roles: [holder, Target]
        acts: [REJECT, deny]
        issues: [truce]
        words: oil
        minConfidence: 0.5
        """);
    assertThat(pack.problems()).isEmpty();
    assertThat(pack.plain()).containsExactly(Watch.of("w", Finding.Kind.STANCE).name("Norway rejects a truce").severity(Severity.CRITICAL)
        .actors("norway", "Jens Stoltenberg").roles(Role.HOLDER, Role.TARGET).acts(Act.REJECT, Act.DENY).issues("truce").words("oil")
        .minConfidence(0.5).build());
  }

  @Test
  void givesAWatchItsDefaults() {
    assertThat(PackReader.watches("w.yaml", "{id: all-conditions, kind: condition}").plain()).containsExactly(
        Watch.of("all-conditions", Finding.Kind.CONDITION).build());
  }

  @Test
  void knowsTheLineOfEachField() {
    Located<Actor> actor = PackReader.actors("a.yaml", """
        # people
        - id: a
          name: A
          type: PERSON
          aliases:
            - One
            - Two
          roles:
            - title: king
              of: norway
        """).values().get(0);
    assertThat(actor.line()).isEqualTo(2);
    assertThat(List.of(actor.lineOf("id"), actor.lineOf("aliases[1]"), actor.lineOf("roles[0].of"), actor.lineOf("roles[0].from"),
        actor.lineOf("capital"))).containsExactly(2, 7, 10, 9, 2);
  }

  @Test
  void takesWhatLooksLikeABooleanOrANumberAsText() {
    assertThat(PackReader.actors("a.yaml", "{id: a, name: No, type: organization, aliases: [007, on]}").plain())
        .extracting(Actor::name, Actor::aliases).containsExactly(tuple("No", List.of("007", "on")));
  }

  @Test
  void readsTheGoodValuesBesideTheBadOnes() {
    Pack<Issue> pack = PackReader.issues("i.yaml", """
        - {id: a, name: A, words: a}
        - {id: b, nam: B}
        - {id: c, name: C, words: c}
        """);
    assertThat(pack.plain()).extracting(Issue::id).containsExactly("a", "c");
    assertThat(pack.problems()).hasToString("[i.yaml:2: nam: is no field of an issue; write \"name\", "
        + "i.yaml:2: name: is missing; add \"name: Some name\", i.yaml:2: words: is missing; add \"words: some words\"]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "aliasses: [X]          | 4: aliasses: is no field of an actor; write \"aliases\"",
      "colour: red            | 4: colour: is no field of an actor; remove it, the fields are: id, name, type, aliases, demonyms, capital, "
          + "metonyms, country, parent, members, roles, pronouns, wikidata",
      "name: Norge            | 4: name: stands twice, first on line 2; keep one of the two",
      "[x]: y                 | 4: a list stands where a field's name belongs; write one of: id, name, type, aliases, demonyms, capital, "
          + "metonyms, country, parent, members, roles, pronouns, wikidata",
      "aliases: Norge         | 4: aliases: is a text and must be a list; write \"aliases: [Norge]\"",
      "aliases: []            | 4: aliases: is an empty list; list something, or leave it out",
      "aliases:               | 4: aliases: is empty; list something, or leave it out",
      "aliases: [a, '']       | 4: aliases[1]: is empty; write a text, or leave it out",
      "aliases: [a, b, a]     | 4: aliases[2]: \"a\" stands twice in the list; keep one of the two",
      "aliases: [{a: b}]      | 4: aliases[0]: is a mapping and must be a text; write \"aliases: some text\"",
      "capital: [Oslo]        | 4: capital: is a list and must be a text; write \"capital: some text\"",
      "capital:               | 4: capital: is empty; write a text, or leave it out",
      "country: Great Britain | 4: country: \"Great Britain\" is no id, which has lower-case letters, digits and hyphens, at most 100; "
          + "write \"great-britain\"",
      "country: norway        | 4: country: is the actor itself; leave it out, or name the country that it belongs to",
      "members: [oslo]        | 4: members: is only for an organization, and this is of type country; remove it, or mend \"type\"",
      "parent: oslo           | 4: parent: is only for an organization, and this is of type country; remove it, or mend \"type\"",
      "pronouns: he           | 4: pronouns: is only for a person, and this is of type country; remove it, or mend \"type\"",
      "roles: [{title: king}] | 4: roles: is only for a person, and this is of type country; remove it, or mend \"type\"",
      "wikidata: 20           | 4: wikidata: \"20\" is no id of Wikidata; write Q and a number, such as Q159"})
  void tellsWhatIsWrongWithACountry(String line, String message) {
    assertThat(PackReader.actors("a.yaml", NORWAY + line).problems()).extracting(PackProblem::message).containsExactly("a.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "pronouns: it                                           | pronouns: \"it\" is not known; write one of: he, she, they",
      "demonyms: [X]                                          | demonyms: is only for a country, and this is of type person; "
          + "remove it, or mend \"type\"",
      "metonyms: [X]                                          | metonyms: is only for a country or an organization, and this is of type "
          + "person; remove it, or mend \"type\"",
      "roles: [king]                                          | roles[0]: is a text and must be a mapping; write fields of a role: title, "
          + "of, from, to",
      "roles: [{of: norway}]                                  | roles[0].title: is missing; add \"title: president\"",
      "roles: [{title: king, until: 2024-01-01}]              | roles[0].until: is no field of a role; remove it, the fields are: title, "
          + "of, from, to",
      "roles: [{title: king, from: 1.1.2024}]                 | roles[0].from: \"1.1.2024\" is no day; write it as year-month-day: 2024-05-31",
      "roles: [{title: king, from: 2024-02-30}]               | roles[0].from: \"2024-02-30\" is no day; write it as year-month-day: "
          + "2024-05-31",
      "roles: [{title: king, from: 2024-02-02, to: 2024-02-01}] | roles[0].to: 2024-02-01 is before 2024-02-02, when the role starts; "
          + "swap \"from\" and \"to\", or mend one"})
  void tellsWhatIsWrongWithAPerson(String line, String message) {
    assertThat(PackReader.actors("a.yaml", "id: a\nname: A\ntype: person\n" + line).problems()).extracting(PackProblem::message)
        .containsExactly("a.yaml:4: " + message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "severity: hihg               | 4: severity: \"hihg\" is not known; write one of: info, warning, critical",
      "acts: [REJET]                | 4: acts[0]: \"REJET\" is not known; write one of: agree, consult, support, concede, cooperate, aid, "
          + "retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault, deny, doubt, expect, decline, state",
      "roles: [speaker]             | 4: roles[0]: \"speaker\" is no role in a stance; write one of: holder, target, mentioned",
      "issues: [Peace talks]        | 4: issues[0]: \"Peace talks\" is no id, which has lower-case letters, digits and hyphens, at most 100; "
          + "write \"peace-talks\"",
      "minConfidence: high          | 4: minConfidence: \"high\" is no number from 0 to 1; write a number such as 0.5",
      "minConfidence: 1.5           | 4: minConfidence: \"1.5\" is no number from 0 to 1; write a number such as 0.5"})
  void tellsWhatIsWrongWithAWatch(String line, String message) {
    assertThat(PackReader.watches("w.yaml", WATCH + line).problems()).extracting(PackProblem::message).containsExactly("w.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{id: w, words: x}                                        | kind: is missing; add \"kind: statement\"",
      "{id: w, kind: rumour, words: x}                          | kind: \"rumour\" is not known; write one of: statement, stance, condition, "
          + "mention, shift",
      "{id: w, kind: mention}                                   | asks for every mention there is; add one of: actors, acts, issues, words",
      "{id: w, kind: mention, words: x, acts: [deny]}           | acts: only a stance has acts, and this watch is of kind mention; "
          + "remove \"acts\", or write \"kind: stance\"",
      "{id: w, kind: stance, words: x, from: [against]}         | from: only a shift goes from one side to another, and this watch is of kind stance; "
          + "remove \"from\", or write \"kind: shift\"",
      "{id: w, kind: shift, to: [favour]}                       | to[0]: \"favour\" is not known; write one of: for, against, demand, neither, conditional",
      "{id: w, kind: statement, words: x, roles: [speaker]}     | roles: says in which role, but there are no actors; add \"actors\", or "
          + "remove \"roles\"",
      "{id: w, kind: mention, actors: [x], roles: [holder]}     | roles[0]: \"holder\" is no role in a mention; write one of: mentioned",
      "{id: w, kind: statement, actors: [x], roles: [target]}   | roles[0]: \"target\" is no role in a statement; write one of: speaker, "
          + "mentioned",
      "{id: w, kind: condition, actors: [x], roles: [speaker]}  | roles[0]: \"speaker\" is no role in a condition; write one of: holder, "
          + "mentioned"})
  void tellsWhichFieldsOfAWatchDoNotGoTogether(String watch, String message) {
    assertThat(PackReader.watches("w.yaml", watch).problems()).extracting(PackProblem::message).containsExactly("w.yaml:1: " + message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "Putin      | putin",
      "zürich_1   | zurich-1",
      "-a-        | a",
      "%          | some-name"})
  void tellsWhatAnIdMayHoldAndOffersOne(String id, String offer) {
    assertThat(PackReader.issues("i.yaml", "{id: '" + id + "', name: A, words: a}").problems()).extracting(PackProblem::message)
        .containsExactly("i.yaml:1: id: \"" + id + "\" is no id, which has lower-case letters, digits and hyphens, at most 100; write \""
            + offer + "\"");
  }

  @Test
  void takesAnIdOfAHundredCharactersAndNoLonger() {
    assertThat(PackReader.issues("i.yaml", "{id: " + "a".repeat(100) + ", name: A, words: a}").problems()).isEmpty();
    assertThat(PackReader.issues("i.yaml", "{id: " + "a".repeat(101) + ", name: A, words: a}").problems()).hasSize(1);
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertThat(PackReader.issues("i.yaml", "- {id: a, name: A, words: a}\n- {id: a, name: B, words: b}").problems())
        .hasToString("[i.yaml:2: id: \"a\" is taken by line 1; give it another id, or remove one]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "``             | 1: holds nothing; write an issue, or remove the file",
      "[]             | 1: holds nothing; write an issue, or remove the file",
      "- truce        | 1: a text stands where an issue belongs; write \"id: some-name\" and further fields",
      "- [truce]      | 1: a list stands where an issue belongs; write \"id: some-name\" and further fields",
      "id: \"truce    | 1: is not YAML, found unexpected end of stream; look near column 11 for indentation, colons, quotation marks and "
          + "brackets"})
  void tellsWhatIsWrongWithAFile(String yaml, String message) {
    assertThat(PackReader.issues("i.yaml", yaml).problems()).extracting(PackProblem::message).containsExactly("i.yaml:" + message);
  }

  @Test
  void namesTheLineOfACharacterThatYamlDoesNotAllow() {
    assertThat(PackReader.issues("i.yaml", "id: a\nname: \u0007\n").problems())
        .hasToString("[i.yaml:2: holds the character U+0007, which YAML does not allow; remove it]");
  }

  @Test
  void refusesAFileThatNestsTooDeep() {
    assertThat(PackReader.issues("i.yaml", "[".repeat(100_000)).problems()).hasToString("[i.yaml:1: is not read: Nesting Depth exceeded max 20; "
        + "simplify the file: at most 20 levels and 20 references to anchors]");
  }

  @Test
  void refusesAFileThatIsTooLong() {
    assertThat(PackReader.issues("i.yaml", "#".repeat(1_000_001)).problems())
        .hasToString("[i.yaml:1: has 1000001 characters; split it: at most 1000000]");
  }

  @Test
  void refusesAnchorsThatMultiply() {
    String bomb = "a: &a [x]\nb: [" + "*a, ".repeat(21) + "*a]\n";
    assertThat(PackReader.issues("i.yaml", bomb).problems()).extracting(PackProblem::message).singleElement().asString()
        .startsWith("i.yaml:1: is not read: ").endsWith("; simplify the file: at most 20 levels and 20 references to anchors");
  }
}
