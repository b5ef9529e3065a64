package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Condition;
import dev.demarche.domain.ConditionRecord;
import dev.demarche.domain.Entity;
import dev.demarche.domain.EntityKind;
import dev.demarche.domain.EntityRecord;
import dev.demarche.domain.EntityType;
import dev.demarche.domain.Span;
import dev.demarche.domain.SpeakerKind;
import dev.demarche.domain.Stance;
import dev.demarche.domain.StanceRecord;
import dev.demarche.domain.Statement;
import dev.demarche.domain.StatementKind;
import dev.demarche.domain.StatementRecord;
import dev.demarche.topics.DeadLetter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TailTextTest {
  private static final Instant NOON = Instant.parse("2025-05-13T12:00:00Z");
  private static final ArticleRef ARTICLE = new ArticleRef("a1", 1, null, "example.org", "Talks", NOON, null, null);
  private static final String TEXT = "Norway rejected the offer of Chad unless it pays.";

  private final TailText plain = new TailText(new Paint(false));

  @Test
  void aStanceNamesHolderActTargetIssuesAndPublisher() {
    assertThat(plain.stance(stance("Norway", "Chad", List.of("trade"), TEXT)).lines()).containsExactly(
        "2025-05-13 12:00 UTC  Norway REJECT -> Chad  [trade]  (example.org)", "  " + TEXT);
  }

  @Test
  void aStanceWithoutTargetAndIssueLeavesThemOut() {
    assertThat(plain.stance(stance("Norway", null, List.of(), TEXT)).lines()).first()
        .isEqualTo("2025-05-13 12:00 UTC  Norway REJECT  (example.org)");
  }

  @Test
  void aRefusalIsRedOnATerminal() {
    assertThat(new TailText(new Paint(true)).stance(stance("Norway", null, List.of(), TEXT))).contains("\u001b[31mREJECT\u001b[0m");
  }

  @Test
  void whatIsLongIsCutBehindAWord() {
    String text = "word ".repeat(100);
    assertThat(plain.stance(stance("Norway", null, List.of(), text)).lines().skip(1)).first().asString().endsWith("word\u2026").hasSizeLessThan(145);
  }

  @Test
  void controlCharactersOfAnArticleDoNotReachTheTerminal() {
    assertThat(plain.stance(stance("Nor\u001b[2Jway", null, List.of(), "a\u001b]0;x\u0007b\nc"))).doesNotContain("\u001b").doesNotContain("\u0007")
        .hasLineCount(2);
  }

  @Test
  void aStatementShowsItsCueAndAllItsPieces() {
    Statement statement = new Statement("a1:1:s0", null, null, SpeakerKind.ANONYMOUS, null, Span.of(TEXT, 7, 15),
        List.of(Span.of(TEXT, 0, 6), Span.of(TEXT, 16, 25)), StatementKind.MIXED, false, List.of(), 0.5);
    assertThat(plain.statement(new StatementRecord(statement, whole(TEXT), ARTICLE)).lines()).containsExactly(
        "2025-05-13 12:00 UTC  somebody rejected  (example.org)", "  Norway ... the offer");
  }

  @Test
  void aConditionShowsWhatThenFollows() {
    Condition condition = new Condition("a1:1:c0", "Norway", null, Span.of(TEXT, 34, 40), Span.of(TEXT, 41, 48), Span.of(TEXT, 7, 25), null, null, List.of(),
        null, 0.5);
    assertThat(plain.condition(new ConditionRecord(condition, whole(TEXT), ARTICLE)).lines()).containsExactly(
        "2025-05-13 12:00 UTC  condition by Norway  (example.org)", "  unless it pays => rejected the offer");
  }

  @Test
  void anEntityShowsHowOftenAndUnderWhichForms() {
    Entity name = new Entity(0, 6, "Norway", EntityType.COUNTRY, EntityKind.NAME, "Norway", "norway", 0.9);
    Entity it = new Entity(41, 43, "it", EntityType.COUNTRY, EntityKind.PRONOUN, "Norway", "norway", 0.5);
    assertThat(plain.entity(new EntityRecord("Norway", "norway", EntityType.COUNTRY, List.of(name, it, name), ARTICLE)).lines()).containsExactly(
        "2025-05-13 12:00 UTC  Norway COUNTRY 3x  (example.org)", "  Norway, it");
  }

  @Test
  void aDeadLetterShowsItsPlaceAndItsMend() {
    DeadLetter letter = DeadLetter.of(DeadLetter.Reason.NOT_JSON, "the record is no JSON", "write one JSON object", "read", "news.articles", 3, 7,
        null, new byte[0], NOON);
    assertThat(plain.deadLetter(letter).lines()).containsExactly(
        "2025-05-13 12:00 UTC  NOT_JSON the record is no JSON  at news.articles-3@7", "  mend: write one JSON object");
  }

  private static StanceRecord stance(String holder, String target, List<String> issues, String evidence) {
    return new StanceRecord(new Stance("a1:1:a0", holder, null, null, Act.REJECT, -1, target, null, null, issues, whole(evidence), null, 0.5),
        whole(evidence), ARTICLE);
  }

  private static Span whole(String text) {
    return Span.of(text, 0, text.length());
  }
}
