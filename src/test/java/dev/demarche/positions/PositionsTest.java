package dev.demarche.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Publishing;
import dev.demarche.domain.Sources;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Fingerprint;
import dev.demarche.domain.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
  private static final String KEY = "norland|treaty|";

  @Test
  void aPositionSaysSideActSinceWhenReportsAndPublishers() {
    Chronicle told = new Chronicle().on("01-10", "Norland REJECT - treaty").on("02-10", "Norland REJECT - treaty")
        .on("03-10", "Norland AGREE - treaty").on("03-20", "Norland SUPPORT - treaty")
        .at("2026-03-21T12:00:00Z", "www.p3.example", "Norland SUPPORT - treaty");
    assertThat(told.end().position(KEY)).isEqualTo("FOR SUPPORT 03-10 5 2");
    Position position = told.end().positions().get(KEY);
    assertThat(position.now().evidence().article().publisher()).isEqualTo("www.p3.example");
    assertThat(position.history()).singleElement().satisfies(before -> {
      assertThat(before.act()).hasToString("REJECT");
      assertThat(before.since()).isEqualTo("2026-01-10T12:00:00Z");
      assertThat(before.last()).isEqualTo("2026-02-10T12:00:00Z");
      assertThat(before.reports()).isEqualTo(2);
    });
  }

  @Test
  void anOlderArticleThatArrivesLateJoinsTheHistory() {
    Chronicle.End end = new Chronicle().on("03-10", "Norland AGREE - treaty").on("01-10", "Norland REJECT - treaty").end();
    assertThat(end.position(KEY)).isEqualTo("FOR AGREE 03-10 2 1");
    assertThat(end.positions().get(KEY).history()).hasSize(1);
    assertThat(end.shifts()).containsExactly("norland treaty OPENED 01-10 03-10");
  }

  @Test
  void towardsEachTargetThereIsAPositionOfItsOwn() {
    Chronicle.End end = new Chronicle().on("01-10", "Norland REJECT Sudria treaty").on("02-10", "Norland SUPPORT Westland treaty,embargo").end();
    assertThat(end.positions()).containsOnlyKeys("norland|treaty|", "norland|treaty|sudria", "norland|treaty|westland", "norland|embargo|",
        "norland|embargo|westland");
    assertThat(end.position("norland|treaty|sudria")).isEqualTo("AGAINST REJECT 01-10 1 1");
    assertThat(end.position("norland|treaty|")).isEqualTo("FOR SUPPORT 02-10 2 1");
  }

  @Test
  void onNoIssueThePositionIsTheTargetsAlone() {
    assertThat(new Chronicle().on("01-10", "Norland ACCUSE Sudria -", "Norland REJECT - -").end().positions()).containsOnlyKeys("norland||sudria");
  }

  @Test
  void whatSaysNothingToTheMatterStandsOnlyWhereNothingElseDoes() {
    assertThat(new Chronicle().on("01-10", "Norland CONSULT Sudria treaty").end().position(KEY)).isEqualTo("NEITHER CONSULT 01-10 1 1");
    assertThat(new Chronicle().on("01-10", "Norland CONSULT Sudria treaty").on("01-11", "Norland REJECT - treaty")
        .on("01-12", "Norland ACCUSE Sudria treaty").end().position(KEY)).isEqualTo("AGAINST REJECT 01-11 3 1");
  }

  @Test
  void ofTwoReportsOfOneTimeTheLaterIdStands() {
    Chronicle told = new Chronicle().article("b", 1, "2026-01-10T12:00:00Z", "b.example", "Norland AGREE - treaty")
        .article("a", 1, "2026-01-10T12:00:00Z", "a.example", "Norland REQUEST - treaty");
    assertThat(told.allEnds()).allSatisfy(end -> assertThat(end.position(KEY)).isEqualTo("FOR AGREE 01-10 2 1"));
  }

  @Test
  void aRevisionThatTakesTheStanceBackLeavesNoPosition() {
    Chronicle told = new Chronicle().article("a", 1, "2026-01-10T12:00:00Z", "a.example", "Norland REJECT Sudria treaty")
        .article("a", 2, "2026-01-10T12:00:00Z", "a.example", "Norland REJECT - treaty");
    assertThat(told.end().positions()).containsOnlyKeys("norland|treaty|");
  }

  @Test
  void copiesOfOneTextAreOneSource() {
    String print = Fingerprint.of("one text that two houses print word by word and line by line").encoded();
    Sources sources = Sources.NONE.with(article(null, "a.example", print)).with(article(null, "b.example", print));
    assertThat(sources.count()).isEqualTo(1);
    assertThat(sources.with(article(null, "c.example", null)).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"https://www.bbc.co.uk/news/1,,bbc.co.uk", "https://edition.cnn.com/x,CNN,cnn.com", ",news.sky.com,sky.com",
      ",The Daily Herald,the daily herald",
      "no address,Herald,herald", "http://10.0.0.1/x,,10.0.0.1", ",,''"})
  void whoPublishesIsTheRegisteredDomainOrTheName(String url, String publisher, String house) {
    assertThat(Publishing.of(article(url, publisher, null))).isEqualTo(house);
  }

  private static ArticleRef article(String url, String publisher, String fingerprint) {
    return new ArticleRef("x", 1, url, publisher, null, null, null, fingerprint);
  }

  @Test
  void aRevisionMayReportLessThanTheOneBefore() {
    Chronicle told = new Chronicle().article("a", 1, "2026-03-01T12:00:00Z", "x.example", "Norland REJECT - treaty", "Norland ACCUSE Sudria treaty")
        .article("a", 2, "2026-03-01T12:00:00Z", "x.example", "Norland REJECT - treaty");
    assertThat(told.end().position("norland|treaty|")).isEqualTo("AGAINST REJECT 03-01 1 1");
    assertThat(told.end().position("norland|treaty|sudria")).isNull();
  }
}
