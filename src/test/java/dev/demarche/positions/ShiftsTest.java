package dev.demarche.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Offices;
import dev.demarche.domain.Shift;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {
  private static final Offices OFFICES = Offices.of(List.of(
      new Actor("norland", "Norland", EntityType.COUNTRY, null, null, null, null, null, null, null, null),
      new Actor("ann", "Ann", EntityType.PERSON, null, null, null, null, "norland",
          List.of(new Actor.Role("foreign minister", "norland", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-28"))), null, null),
      new Actor("bob", "Bob", EntityType.PERSON, null, null, null, null, "norland", List.of(new Actor.Role("senator", "norland", null, null)),
          null, null)));

  private static Chronicle chronicle() {
    return new Chronicle();
  }

  @ParameterizedTest
  @CsvSource({
      "REJECT, AGREE, OPENED", "REJECT, SUPPORT, OPENED", "REJECT, CONCEDE, OPENED", "THREATEN, AGREE, OPENED", "PROTEST, SUPPORT, OPENED",
      "SANCTION, CONCEDE, OPENED", "COERCE, CONCEDE, OPENED", "REQUEST, CONCEDE, DEMAND_DROPPED",
      "AGREE, REJECT, CLOSED", "SUPPORT, REJECT, CLOSED", "CONCEDE, REJECT, CLOSED", "SUPPORT, PROTEST, CLOSED",
      "REJECT, ACCUSE,", "REJECT, THREATEN,", "REJECT, REQUEST,", "REJECT, CONSULT,", "REJECT, EXPECT,", "REJECT, AID,", "REJECT, RETREAT,",
      "REQUEST, AGREE,", "REQUEST, SUPPORT,", "REQUEST, REJECT,", "AGREE, SUPPORT,", "AGREE, ACCUSE,", "AGREE, THREATEN,", "AGREE, ASSAULT,",
      "AGREE, REQUEST,", "CONCEDE, REQUEST,", "ACCUSE, AGREE,", "SUPPORT, SANCTION,", "CONCEDE, COERCE,", "DENY, AGREE,", "ASSAULT, RETREAT,"})
  void aShiftIsAnAnswerThatContradictsTheOneBefore(String before, String after, Shift.Kind kind) {
    assertThat(chronicle().on("01-10", "Norland " + before + " - treaty").on("03-10", "Norland " + after + " - treaty").end().standing().values())
        .extracting(Shift::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @Test
  void bothReceiptsAreTheLastOfTheSideBeforeAndTheFirstOfTheSideAfter() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").on("02-01", "Norland REJECT - treaty").on("03-10", "Norland AGREE - treaty")
        .on("03-12", "Norland SUPPORT - treaty").end().shifts()).containsExactly("norland treaty OPENED 02-01 03-10");
  }

  @Test
  void anotherWordingOfThePositionIsNoShift() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").on("01-20", "Norland THREATEN - treaty").on("02-10", "Norland ACCUSE Sudria treaty")
        .on("02-11", "Norland PROTEST - treaty").on("03-10", "Norland REJECT Sudria treaty").end().shifts()).isEmpty();
  }

  @Test
  void oneArticleWithBothActsTellsTheNewsFirst() {
    Chronicle told = chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", "Norland AGREE - treaty now accepts it",
        "Norland REJECT - treaty rejected it");
    assertThat(told.end().shifts()).containsExactly("norland treaty OPENED 01-10 03-10");
    assertThat(told.end().position("norland|treaty|")).isEqualTo("FOR AGREE 03-10 2 1");
  }

  @Test
  void oneArticleWithBothActsAloneIsNoShift() {
    assertThat(chronicle().on("03-10", "Norland AGREE - treaty", "Norland REJECT - treaty").end().shifts()).isEmpty();
  }

  @Test
  void whatIsRecalledIsBackgroundWhereverItStands() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", "Norland REJECT - treaty Norland had ruled it out",
        "Norland SUPPORT - treaty now backs it").on("04-10", "Norland REJECT - treaty Norland had rejected it for months").end().shifts())
        .containsExactly("norland treaty OPENED 01-10 03-10");
  }

  @Test
  void whatIsToldInReportedSpeechIsNews() {
    assertThat(chronicle().on("01-10", "Norland AGREE - treaty").on("03-10", "#Norland REJECT - treaty that Norland had rejected it").end().shifts())
        .containsExactly("norland treaty CLOSED 01-10 03-10");
  }

  @Test
  void anEarlierDateMakesBackgroundOnlyOfWhatIsContradicted() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").on("03-20", "Norland REJECT - treaty ruled it out in January",
        "Norland AGREE - treaty accepts it").end().shifts()).containsExactly("norland treaty OPENED 01-10 03-20");
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty")
        .on("03-20", "Norland AGREE - treaty accepts the draft of January, drawn up in January")
        .end().shifts()).containsExactly("norland treaty OPENED 01-10 03-20");
  }

  @Test
  void oldNewsPrintedLateDoesNotUndoAChange() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").at("2026-03-10T06:00:00Z", "a.example", "Norland AGREE - treaty")
        .at("2026-03-10T18:00:00Z", "b.example", "Norland REJECT - treaty").at("2026-03-11T07:00:00Z", "c.example", "Norland AGREE - treaty").end()
        .shifts()).containsExactly("norland treaty OPENED 01-10 03-10");
  }

  @Test
  void whatIsSaidToOneIsNotContradictedByWhatIsSaidToAnother() {
    assertThat(chronicle().on("01-10", "Norland REJECT Sudria treaty").on("03-10", "Norland AGREE Westland treaty").end().shifts()).isEmpty();
    assertThat(chronicle().on("01-10", "Norland REJECT Sudria treaty").on("03-10", "Norland AGREE - treaty")
        .on("03-12", "Norland AGREE Sudria treaty").end().shifts()).containsExactly("norland treaty OPENED 01-10 03-10");
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").on("03-10", "Norland AGREE Sudria treaty").on("03-12", "Norland AGREE - treaty")
        .on("03-14", "Norland AGREE Westland treaty").end().shifts()).containsExactly("norland treaty OPENED 01-10 03-10");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Norland rejected the plan in January | YES", "Last year Norland opposed it | YES", "Norland had long opposed it | YES",
      "Norland previously ruled it out | YES", "#Norland had rejected it | NO", "Norland has rejected it | NO",
      "Norland on Tuesday accepted the plan that it had rejected in January | PERHAPS", "Norland accepted the plan drawn up in January | PERHAPS",
      "Norland on Tuesday rejected the January plan in a speech in 2019 style | PERHAPS", "#We accept the plan of the talks in January | PERHAPS",
      "Norland rejected it in March | NO", "Norland will vote on it in May | NO", "Norland said it had a plan | NO", "Norland will pay in 2027 | NO"})
  void tellsWhatIsRecalledByTenseAndDate(String words, Recalling recalled) {
    assertThat(recalling(words.replace("#", ""), words.replace("#", ""), words.startsWith("#"))).isEqualTo(recalled);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "In January, Norland rejected it. | Norland rejected it | YES", "After the talks in January, Norland rejected it. | Norland rejected it | NO",
      "Ann said in January that Norland rejects it. | Norland rejects it | YES",
      "'We reject it,' Ann told the paper last year. | We reject it, | YES",
      "Ann said on Tuesday that Norland rejects it. | Norland rejects it | NO",
      "Norland rejects it, said Ann, who in January was on leave. | Norland rejects it | NO"})
  void tellsWhatIsRecalledByTheSentenceAroundIt(String sentence, String words, Recalling recalled) {
    assertThat(recalling(sentence, words, true)).isEqualTo(recalled == Recalling.YES && sentence.startsWith("In") ? Recalling.NO : recalled);
    assertThat(recalling(sentence, words, false)).isEqualTo(recalled);
  }

  private static Recalling recalling(String sentence, String words, boolean statement) {
    Span evidence = new Span(sentence.indexOf(words), sentence.indexOf(words) + words.length(), words);
    return Recalling.of(new Stance("a", "Norland", null, null, Act.REJECT, -1, null, null, null, List.of(), evidence, statement ? "s" : null, 0.5),
        new Span(0, sentence.length(), sentence), Instant.parse("2026-03-17T09:00:00Z"));
  }

  @Test
  void aChangeOnSeveralIssuesIsToldOnce() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty,embargo").on("03-10", "Norland AGREE - treaty,embargo").end().shifts())
        .containsExactly("norland embargo OPENED 01-10 03-10");
    assertThat(chronicle().on("01-10", "Norland REJECT - embargo").on("03-10", "Norland AGREE - treaty,embargo").end().shifts())
        .containsExactly("norland embargo OPENED 01-10 03-10");
  }

  @Test
  void onNoIssueThereAreNoShifts() {
    assertThat(chronicle().on("01-10", "Norland REJECT Sudria -").on("03-10", "Norland AGREE Sudria -").end().shifts()).isEmpty();
  }

  @Test
  void whatTheTaggerIsUnsureOfMovesNothing() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").confidence(0.4).on("03-10", "Norland AGREE - treaty").end().shifts()).isEmpty();
  }

  @Test
  void aSideCountsOnceEnoughPublishersReportIt() {
    Rules two = new Rules(0.5, 2, Duration.ofDays(7), Duration.ofHours(24), 100);
    Chronicle told = chronicle().rules(two).on("01-10", "Norland REJECT - treaty").on("01-11", "Norland REJECT - treaty")
        .on("03-10", "Norland AGREE - treaty");
    assertThat(told.end().shifts()).isEmpty();
    assertThat(told.at("2026-03-11T08:00:00Z", "www.p2.example", "Norland AGREE - treaty").end().shifts()).as("the same house").isEmpty();
    assertThat(told.at("2026-03-12T08:00:00Z", "other.example", "Norland SUPPORT - treaty").end().shifts())
        .containsExactly("norland treaty OPENED 01-11 03-10");
  }

  @Test
  void whoSpeaksForABodyShiftsInTheBodysName() {
    Chronicle told = chronicle().offices(OFFICES).on("01-10", "Norland REJECT - treaty").on("02-10", "Ann AGREE - treaty");
    assertThat(told.end().shifts()).containsExactly("norland treaty OPENED 01-10 02-10");
    assertThat(told.end().position("ann|treaty|")).isEqualTo("FOR AGREE 02-10 1 1");
    assertThat(told.end().positions().get("norland|treaty|").now().evidence().holder()).isEqualTo("Ann");
    assertThat(chronicle().offices(OFFICES).on("01-10", "Ann REJECT - treaty").on("02-10", "Ann AGREE - treaty").end().shifts())
        .containsExactly("norland treaty OPENED 01-10 02-10");
  }

  @Test
  void whoHasLeftOfficeOrIsOneOfManySpeaksForHimself() {
    assertThat(chronicle().offices(OFFICES).on("01-10", "Norland REJECT - treaty").on("03-10", "Ann AGREE - treaty").end().shifts()).isEmpty();
    assertThat(chronicle().offices(OFFICES).on("01-10", "Bob REJECT - treaty").on("03-10", "Bob AGREE - treaty").end().shifts())
        .containsExactly("bob treaty OPENED 01-10 03-10");
  }

  @Test
  void anotherRevisionReplacesTheOneBefore() {
    assertThat(chronicle().on("01-10", "Norland REJECT - treaty").article("x", 1, "2026-03-10T12:00:00Z", "x.example", "Norland AGREE - treaty")
        .article("x", 2, "2026-03-10T12:00:00Z", "x.example", "Norland REJECT - treaty").end().shifts()).isEmpty();
  }

  @Test
  void theSameReportAgainChangesNothing() {
    Chronicle told = chronicle().article("x", 1, "2026-01-10T12:00:00Z", "x.example", "Norland REJECT - treaty");
    Chronicle.End once = told.end();
    assertThat(told.article("x", 1, "2026-01-10T12:00:00Z", "x.example", "Norland REJECT - treaty").end()).isEqualTo(once);
  }

  @Test
  void whatIsOlderThanTheHistoryIsCountedAndChangesNothing() {
    Rules few = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 2);
    Chronicle.End end = chronicle().rules(few).on("01-10", "Norland REJECT - treaty").on("02-10", "Norland AGREE - treaty")
        .on("02-11", "Norland AGREE - treaty").on("03-10", "Norland AGREE - treaty").on("01-20", "Norland AGREE - treaty").end();
    assertThat(end.shifts()).containsExactly("norland treaty OPENED 01-10 02-10");
    assertThat(end.position("norland|treaty|")).isEqualTo("FOR AGREE 02-10 5 3");
  }

  @Test
  void everyShiftSaysWhy() {
    assertThat(chronicle().on("01-10", "Norland REQUEST Sudria treaty").on("03-10", "Norland CONCEDE - treaty").end().standing().values())
        .extracting(Shift::reason, Shift::target)
        .containsExactly(tuple("REQUEST on 2026-01-10, now CONCEDE on 2026-03-10: has dropped a demand", "Sudria"));
  }
}
