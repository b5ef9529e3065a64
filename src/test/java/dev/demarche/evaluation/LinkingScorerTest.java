package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarche.domain.Actor;
import dev.demarche.domain.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkingScorerTest {
  private static final List<LinkedArticle> CORPUS = LinkingCorpus.read(List.of(Path.of("src/test/resources/evaluation/linking.jsonl")));
  private static final Holdings HOLDINGS = new Holdings(List.of(actor("norway", "Norway", EntityType.COUNTRY, "Q20"),
      actor("oslo", "Oslo", EntityType.PLACE, null), actor("navy", "Norwegian Navy", EntityType.ORGANIZATION, null),
      actor("lind-1", "Lindmouth", EntityType.PLACE, null), actor("lind-2", "The Lindmouth", EntityType.PLACE, null)));

  @TempDir private Path folder;

  private static Actor actor(String id, String name, EntityType type, String wikidata) {
    return new Actor(id, name, type, List.of(), List.of(), null, List.of(), null, List.of(), null, wikidata);
  }

  /** The words {@code text}, first in the first article, linked as a name. */
  private static FoundLink found(String text, String actor) {
    int begin = CORPUS.get(0).text().indexOf(text);
    return new FoundLink(new Range(begin, begin + text.length()), true, actor);
  }

  private static Counts names(FoundLink... found) {
    return LinkingScorer.score(CORPUS.get(0), HOLDINGS, List.of(found)).of(LinkMeasure.NAME);
  }

  @Test
  void theSameWordsMustMeanTheSameActor() {
    assertThat(names(found("Oslo", "oslo"))).isEqualTo(new Counts(1, 0, 2));
    assertThat(names(found("Oslo", "norway"))).isEqualTo(new Counts(0, 1, 3));
    assertThat(names(found("Oslo lies", "oslo"))).isEqualTo(new Counts(0, 1, 3));
  }

  @Test
  void anArticleAtTheFrontIsNoDifference() {
    assertThat(names(found("Kingdom of Norway", "norway"))).isEqualTo(names(found("the Kingdom of Norway", "norway"))).isEqualTo(new Counts(1, 0, 2));
  }

  @Test
  void offsetsOfTheCorpusCountCodePoints() {
    int begin = CORPUS.get(0).text().indexOf("Norway met");
    assertThat(names(new FoundLink(new Range(begin, begin + 6), true, "norway"))).isEqualTo(new Counts(1, 0, 2));
  }

  @Test
  void whatIsUnknownToWikidataAndWhatLiesInsideALongerNameDoesNotCount() {
    assertThat(names(found("Fisk", "norway"), found("Norwegian", "norway"))).isEqualTo(new Counts(0, 0, 3));
  }

  @Test
  void aLinkWhereTheCatalogueHoldsNothingIsWrong() {
    assertThat(names(found("Lindmouth", "lind-1"), found("agreed", "norway"))).isEqualTo(new Counts(0, 2, 3));
  }

  @Test
  void pronounsAreCountedApart() {
    FoundLink it = new FoundLink(found("It", "norway").range(), false, "norway");
    Tally<LinkMeasure> tally = LinkingScorer.score(CORPUS.get(0), HOLDINGS, List.of(it));
    assertThat(tally.of(LinkMeasure.COREFERENCE)).isEqualTo(new Counts(1, 0, 0));
    assertThat(tally.of(LinkMeasure.NAME)).isEqualTo(new Counts(0, 0, 3));
  }

  @Test
  void whatLiesOutsideOfTheEvaluatedPartDoesNotCount() {
    assertThat(LinkingScorer.score(CORPUS.get(1), HOLDINGS, List.of(new FoundLink(new Range(12, 16), true, "oslo"))).of(LinkMeasure.NAME))
        .isEqualTo(new Counts(0, 0, 1));
  }

  @Test
  void theCatalogueHoldsByIdAndWithoutIdByTheOnlyName() {
    assertThat(HOLDINGS.actor(new LinkLabel(new Range(0, 1), "Q20", "The Realm", false))).isEqualTo("norway");
    assertThat(HOLDINGS.actor(new LinkLabel(new Range(0, 1), "Q5", "ÓSLO", false))).isEqualTo("oslo");
    assertThat(HOLDINGS.actor(new LinkLabel(new Range(0, 1), "Q5", "Norway", false))).isNull();
    assertThat(HOLDINGS.actor(new LinkLabel(new Range(0, 1), "Q5", "Lindmouth", false))).isNull();
  }

  @Test
  void theShareOfLabelsHeldIsReported() {
    Report report = Evaluation.linking(CORPUS, HOLDINGS, Map.of(), Bootstrap.STANDARD, 9);
    assertThat(report.score("held").counts()).isEqualTo(new Counts(4, 0, 2));
    assertThat(report.score("name").counts()).isEqualTo(new Counts(0, 0, 4));
    assertThat(report.missed()).hasSize(4).contains("linking-2: \"Oslo\" is not linked to oslo");
  }

  @Test
  void aFileThatIsNoCorpusIsToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"id\": 1, \"text\": \"Oslo\", \"evaluation_span\": [0, 9]}");
    assertThatThrownBy(() -> LinkingCorpus.read(List.of(file))).hasMessage(file + ":1: field \"evaluation_span\": [0,9] does not lie in the text; count code points, from 0");
    Files.writeString(file, "\n{\"id\": 1}");
    assertThatThrownBy(() -> LinkingCorpus.read(List.of(file))).hasMessage(file + ":2: field \"text\" is missing; write id, text, evaluation_span and labels");
  }
}
