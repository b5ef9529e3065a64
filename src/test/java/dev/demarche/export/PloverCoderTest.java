package dev.demarche.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Act;
import dev.demarche.domain.Actor;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.TaggedArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PloverCoderTest {
  private static final String TEXT = "It rained. Sergei Lavrov rejected the offer. Nobody wept.";
  private static final List<Actor> CATALOGUE = Packs.bundled().actors().plain();

  private static Stance stance(Act act, String holder, String id) {
    return new Stance("a1:1:a0", holder, id, null, act, act.polarity(), null, null, null, List.of("ceasefire", "elections"), Span.of(TEXT, 25, 43), null, 0.9);
  }

  private static TaggedArticle article(Stance... stances) {
    return new TaggedArticle("a1", 1, "https://x.test/1", "Daily", "Rain", TEXT, "en", Instant.parse("2025-05-13T23:30:00Z"), null, null, 1, "t",
        List.of(), List.of(), List.of(stances), List.of());
  }

  private static Map<String, Object> row(PloverEvent event) {
    Map<String, Object> row = new HashMap<>();
    List<Object> values = PloverColumns.values(event);
    for (int i = 0; i < values.size(); i++) {
      row.put(PloverColumns.names().get(i), values.get(i));
    }
    return row;
  }

  private static Map<String, Object> row(Act act, String holder, String id) {
    return row(new PloverCoder(CATALOGUE, true).events(article(stance(act, holder, id)), one -> true).get(0));
  }

  @ParameterizedTest
  @CsvSource({"AGREE, VERBAL COOPERATION, 4.2", "CONSULT, VERBAL COOPERATION, 2.1", "SUPPORT, VERBAL COOPERATION, 4.6", "CONCEDE, VERBAL COOPERATION, 5.0",
      "COOPERATE, MATERIAL COOPERATION, 6.8", "AID, MATERIAL COOPERATION, 7.4", "RETREAT, MATERIAL COOPERATION, 7.6", "REQUEST, VERBAL CONFLICT, -5.0",
      "ACCUSE, VERBAL CONFLICT, -2.0", "REJECT, VERBAL CONFLICT, -4.2", "THREATEN, VERBAL CONFLICT, -5.1", "PROTEST, MATERIAL CONFLICT, -6.6",
      "SANCTION, MATERIAL CONFLICT, -5.2", "MOBILIZE, MATERIAL CONFLICT, -5.3", "COERCE, MATERIAL CONFLICT, -7.2", "ASSAULT, MATERIAL CONFLICT, -9.3"})
  void everyCategoryHasThePloverManualsQuadCodeAndScore(Act act, String quad, double score) {
    assertThat(row(act, "X", null)).containsEntry("Event Type", act.name()).containsEntry("Quad Code", quad).containsEntry("Intensity", score);
  }

  @Test
  void actsThatPloverDoesNotHaveAreLeftOutUnlessAllAreAskedFor() {
    List<Act> own = List.of(Act.DENY, Act.DOUBT, Act.EXPECT, Act.DECLINE, Act.STATE);
    assertThat(Arrays.stream(Act.values()).filter(act -> new PloverCoder(CATALOGUE, false).events(article(stance(act, "X", null)), one -> true).isEmpty()))
        .containsExactlyElementsOf(own);
    assertThat(own).allSatisfy(act -> assertThat(row(act, "X", null)).containsEntry("Event Type", act.name()).containsEntry("Quad Code", null));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "russia, RUS, GOV, -", "czech-republic, CZE, GOV, -", "kosovo, XKX, GOV, -", "sergei-lavrov, RUS, GOV, foreign minister",
      "mitch-mcconnell, USA, LEG, senator", "united-nations, IGO, -, -", "unicef, IGO, -, -", "state-duma, RUS, LEG, -", "us-army, USA, MIL, -",
      "russian-foreign-ministry, RUS, GOV, -", "labour-party, GBR, PTY, -", "hezbollah, LBN, -, -", "al-qaeda, -, -, -", "nobody-known, -, -, -"})
  void theCatalogueTellsCountrySectorAndOffice(String id, String country, String sector, String title) {
    assertThat(row(Act.REJECT, "X", id)).containsEntry("Actor Country", country).containsEntry("Primary Actor Sector", sector)
        .containsEntry("Actor Title", title).containsEntry("Actor ID", id);
  }

  @Test
  void whoHasNoCountryOfHisOwnHasThatOfTheOfficeHeldOnTheDay() {
    Actor land = new Actor("norway", "Norway", EntityType.COUNTRY, null, null, null, null, null, null, null, null);
    Actor person = new Actor("ida", "Ida", EntityType.PERSON, null, null, null, null, null,
        List.of(new Actor.Role("president", "norway", null, LocalDate.parse("2025-05-13"))), null, null);
    ActorCodes codes = new ActorCodes(List.of(land, person));
    assertThat(codes.party("Ida", "ida", null, LocalDate.parse("2025-05-13"))).returns("NOR", Party::country).returns("president", Party::title);
    assertThat(codes.party("Ida", "ida", null, LocalDate.parse("2025-05-14"))).returns(null, Party::country).returns(null, Party::sector);
  }

  @Test
  void everyCountryOfTheBundledCatalogueHasACode() {
    ActorCodes codes = new ActorCodes(CATALOGUE);
    assertThat(CATALOGUE).filteredOn(actor -> actor.type() == EntityType.COUNTRY).hasSizeGreaterThan(200)
        .allSatisfy(actor -> assertThat(codes.party("X", actor.id(), null, null).country()).as(actor.id()).matches("[A-Z]{3}"))
        .extracting(actor -> codes.party("X", actor.id(), null, null).country()).doesNotHaveDuplicates();
  }

  @Test
  void aRowTellsWhenByWhomAndInWhichSentence() {
    assertThat(row(Act.REJECT, "Sergei Lavrov", "sergei-lavrov")).containsEntry("Event ID", "a1:1:a0").containsEntry("Event Date", "2025-05-13")
        .containsEntry("Publication Date", "2025-05-13").containsEntry("Source", "Daily").containsEntry("Story ID", "a1").containsEntry("Headline", "Rain")
        .containsEntry("URL", "https://x.test/1").containsEntry("Sentence", "Sergei Lavrov rejected the offer.").containsEntry("Evidence", "rejected the offer")
        .containsEntry("Contexts", "election").containsEntry("Issues", "ceasefire;elections").containsEntry("Polarity", -1).containsEntry("Recipient Name", null);
  }

  @Test
  void evidenceThatLiesOutsideTheTextStandsForItsSentence() {
    Stance stance = new Stance("a1:1:a0", "X", null, null, Act.REJECT, -1, null, null, null, List.of(), new Span(9000, 9002, "no"), null, 0.5);
    assertThat(row(new PloverCoder(CATALOGUE, false).events(article(stance), one -> true).get(0))).containsEntry("Sentence", "no");
  }

  @Test
  void aStanceThatStandsAloneBringsItsSentence() {
    StanceRecord record = new StanceRecord(stance(Act.AGREE, "X", null), new Span(0, 3, "Yes"), new ArticleRef("a1", 1, null, null, null, null, null, null));
    assertThat(new PloverCoder(CATALOGUE, false).events(record, one -> true)).singleElement()
        .satisfies(event -> assertThat(row(event)).containsEntry("Sentence", "Yes").containsEntry("Event Date", null));
  }
}
