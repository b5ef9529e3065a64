package dev.demarche.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Oslo rejected the plan.                          | Oslo                          | COUNTRY      | NAME    | Norway
      Oslo's answer came late.                         | Oslo                          | COUNTRY      | NAME    | Norway
      The ship arrived in Oslo.                        | Oslo                          | PLACE        | NAME    | Oslo
      The Norwegians stayed at home.                   | Norwegians                    | COUNTRY      | NOMINAL | Norway
      Norwegian officials stayed at home.              | Norwegian officials           | COUNTRY      | NOMINAL | Norway
      Crowds gathered outside the {L Storting}.        | Storting                      | PLACE        | NAME    | Storting
      The Storting has spoken.                         | Storting                      | COUNTRY      | NAME    | Norway
      The Finnish president resigned.                     | The Finnish president         | PERSON       | NOMINAL | Anna Lahti
      The prime minister of Norway resigned.              | The prime minister            | PERSON       | NOMINAL | Lars Moe
      The Norwegian leader resigned.                      | The Norwegian leader          | PERSON       | NOMINAL | Lars Moe
      Mr. {P Moe} resigned.                               | Moe                           | PERSON       | NAME    | Lars Moe
      The North Atlantic Treaty Organization resigned.    | North Atlantic Treaty Organization | ORGANIZATION | NAME | NATO
      """)
  void theFirstMentionIsNamedAsTheCatalogueDoes(String text, String span, EntityType type, EntityKind kind, String name) {
    Entity first = Fixture.tag(text).entities().stream().filter(entity -> entity.text().equals(span)).findFirst().orElseThrow();
    assertThat(first.type() + " " + first.kind() + " " + first.name()).isEqualTo(type + " " + kind + " " + name);
  }

  @Test
  void aSurnameIsTheFullNameThatTheArticleHas() {
    assertThat(names("Finance chief {P Ingrid Solberg} resigned. {P Solberg} said nothing.")).contains("Ingrid Solberg").doesNotContain("Solberg");
  }

  @Test
  void anotherPersonOfTheSameSurnameIsNotTheCataloguesOne() {
    assertThat(names("Singer {P Mary Moe} resigned. {P Moe} said she was tired.")).doesNotContain("Lars Moe");
  }

  @Test
  void anOfficeIsItsHoldersOnTheDayOfTheArticle() {
    assertThat(names("Norway's prime minister resigned.")).contains("Lars Moe").doesNotContain("Kari Vik");
  }

  @Test
  void anOfficeNamedInTheArticleOutweighsTheCatalogue() {
    assertThat(names("Norwegian Prime Minister {P Kari Vik} resigned. The Norwegian prime minister was tired.")).doesNotContain("Lars Moe");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Vermont Senator {P Ann Berg} was tired. The senator slept.                               | The senator           | Ann Berg
      {P Hugh Hill}, a doctor, met {P Lars Moe}. The doctor slept.                             | The doctor            | Hugh Hill
      Foreign Minister {P Ann Berg} met Trade Minister {P Ole Ek}. The foreign minister slept. | The foreign minister  | Ann Berg
      {P Ole Ek} was the chief of staff. His chief of staff, {P Ann Berg}, slept. Her spokesman left. His chief of staff stayed. | His chief | Ann Berg
      Sen. {P Ann Berg} was tired. The Vermont senator slept.                                  | The Vermont senator   | Ann Berg
      """)
  void aDescriptionIsTheLastOneOfWhomItWasSaid(String text, String words, String name) {
    assertThat(Fixture.tag(text).entities()).anySatisfy(one -> assertThat(one.text() + ": " + one.name()).isEqualTo(words + ": " + name));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {P Hugh Hill} declined. {C It was late}, {Q said} {S the scientist}.                                     | the scientist             | Hugh Hill
      {P Ole Faye} left. {C It was late}, {Q said} {S the former minister}.                                    | the former minister       | Ole Faye
      {P Kari Vik} left. {C It was late}, {Q said} {S the former prime minister}.                              | the former prime minister | Kari Vik
      Norway was late. Norway was tired. Norway slept. The Norwegian fleet sailed. The prime minister resigned. | The prime minister        | Lars Moe
      {P Lars Moe} left. {C It was late}, {Q said} {S the candidate}.                                          | the candidate             | Lars Moe
      """)
  void aTitleWithoutANameIsTheirsOfWhomTheArticleSpeaks(String text, String words, String name) {
    assertThat(Fixture.tag(text).entities()).anySatisfy(one -> assertThat(one.text() + ": " + one.name()).isEqualTo(words + ": " + name));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {P Hugh Hill} declined. {C It was late}, {Q said} {S the other scientist}.                           | the other scientist
      {P Hugh Hill}, a doctor, declined. {C It was late}, {Q said} {S the scientist}.                      | the scientist
      {P Hugh Hill} declined. {C He was late}, {Q said} {S the scientist} of {P Hill}.                     | the scientist
      Democratic nominee {P Hugh Hill} declined. {C It was late}, {Q said} {S the Republican nominee}.     | the Republican nominee
      Vice President {P Hugh Hill} declined. The president slept.                                          | The president
      {P Hugh Hill} declined. {C It was late}, {Q said} {S the spokesman}.                                 | the spokesman
      Norway was late. Finland was tired. Norway slept. Finland sailed. The prime minister resigned.       | The prime minister
      {P Lars Moe} left. {C It was late}, {Q said} {S the former prime minister}.                          | the former prime minister
      """)
  void aTitleThatMayBeAnothersStaysWithoutAName(String text, String words) {
    assertThat(Fixture.tag(text).entities()).extracting(Entity::text).doesNotContain(words);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {P Majed al-Ansari} left. {P Al-Ansari} was tired.                    | Majed al-Ansari
      {P Osman al-Tayib} left. Mr {P Tayib} was tired.                      | Osman al-Tayib
      Commodore {P Rey Villa} left. {P Villa} was tired.                    | Rey Villa
      {O party Venstre} left. {O Venstre} was tired.                        | Venstre
      {P Abena Osei-Tutu} left. Ms {P Osei-Tutu} was tired.                 | Abena Osei-Tutu
      {P Ana Rojas Castillo} left. {P Rojas Castillo} was tired.            | Ana Rojas Castillo
      {P U Thein Lwin} left. {P U Thein Lwin} was tired.                    | Thein Lwin
      {P Daw Khin Mar Aye} left. {P Khin Mar Aye} was tired.                | Khin Mar Aye
      {P Nguyen Van Duc} left. Prime Minister {P Nguyen} was tired.         | Nguyen Van Duc
      {P Ahmad Faizal bin Ismail} left. {P Ahmad Faizal} was tired.         | Ahmad Faizal bin Ismail
      {P Park Min-ho} left. {P Park} was tired.                             | Park Min-ho
      """)
  void eachCountrysNamesAreTheFullestOfTheArticle(String text, String name) {
    assertThat(names(text)).containsOnly(name);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Former senator {P Ann Berg} was tired. The senator slept.             | The senator
      {P Ole Ek}'s attorney, {P Ann Berg}, met Judge {P Tom Foss}. The lawyer of the union slept. | The lawyer
      Attorney {P Ann Berg} was tired. His attorney slept.                  | His attorney
      Vermont Sen. {P Ann Berg} met Ohio Sen. {P Ole Ek}. The Maine senator slept. | The Maine senator
      Trade Minister {P Ole Ek} was tired. The foreign minister slept.      | The foreign minister
      """)
  void aDescriptionOfNobodyNamedStaysWithoutAName(String text, String words) {
    assertThat(Fixture.tag(text).entities()).extracting(Entity::text).doesNotContain(words);
  }

  @Test
  void aCountryInAPersonsTitleDoesNotSpeak() {
    assertThat(Fixture.tag("{S Norway Prime Minister Lars Moe} {Q said} {C the plan was dead}.").statements()).extracting(Statement::speaker)
        .containsExactly("Lars Moe");
  }

  @Test
  void possessiveMarksStandOutsideTheMention() {
    assertThat(Fixture.tag("Norway\u2019s fleet sailed.").entities()).extracting(Entity::text).contains("Norway");
  }

  @Test
  void aNameWithinAWordIsNoName() {
    assertThat(Fixture.tag("The {O NATOs} and {L Norwayans} of this world resigned.").entities()).extracting(Entity::actor).containsOnlyNulls();
  }

  private static List<String> names(String text) {
    return Fixture.tag(text).entities().stream().map(Entity::name).toList();
  }
}
