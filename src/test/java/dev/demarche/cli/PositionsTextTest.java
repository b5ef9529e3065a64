package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import dev.demarche.domain.ArticleRef;
import dev.demarche.domain.Position;
import dev.demarche.domain.Receipt;
import dev.demarche.domain.Side;
import dev.demarche.domain.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionsTextTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private final PositionsText plain = new PositionsText(new Paint(false));

  private static Position position(String actor, String issue, Act act, int reports) {
    Span sentence = Span.of(" ".repeat(10) + "We accept the treaty, he said.", 10, 40);
    Receipt receipt = new Receipt("a:1:a0", "Bob", null, List.of(), act, act.polarity(), null, null, List.of(),
        Span.of(" ".repeat(10) + sentence.text(), 10, 30), sentence,
        0.6, false, new ArticleRef("a", 1, "https://h.example/1", "herald.example", null, NOON, null, null), "t-1");
    Position.Stood now = new Position.Stood(Side.of(act, act.polarity()), act, act.polarity(), NOON, NOON, 1, 2, receipt);
    return new Position(actor.toLowerCase(), actor, issue, null, null, now, reports, List.of(now));
  }

  @Test
  void theTableHasASignForEachActorAndIssueTheMostReportedFirst() {
    assertThat(plain.table(List.of(position("Norland", "treaty", Act.REJECT, 1), position("Norland", "fish", Act.AGREE, 1),
        position("Sudria", "treaty", Act.REQUEST, 9), position("Westland", "fish", Act.CONSULT, 1)), 40)).containsExactly(
        "          fish  treaty",
        "Sudria          !",
        "Norland   +     -",
        "Westland  o",
        "",
        "+ for   - against   ! demands something   o neither");
  }

  @Test
  void whatDoesNotFitFollowsBelowAndWhoIsLeftOutIsCounted() {
    List<Position> many = IntStream.range(0, 30).mapToObj(i -> position("Norland", "issue-number-" + i, Act.AGREE, 1)).toList();
    List<String> table = plain.table(many, 1);
    assertThat(table).filteredOn(line -> line.startsWith("Norland")).hasSizeGreaterThan(3);
    assertThat(table).allMatch(line -> line.length() <= 120);
    assertThat(plain.table(List.of(position("A", "x", Act.AGREE, 1), position("B", "x", Act.AGREE, 1)), 1)).last().asString()
        .endsWith("; 1 more actors: see --max");
  }

  @Test
  void aPositionIsShownWithItsReceiptAndWhoSaidIt() {
    assertThat(plain.of(position("Norland", "treaty", Act.AGREE, 7), false)).containsExactly(
        "Norland  [treaty]",
        "  + for, AGREE, since 2026-03-10, 2 articles, 1 publisher",
        "  | «We accept the treaty», he said.",
        "  source   herald.example, 2026-03-10 12:00 UTC  https://h.example/1",
        "  by       Bob",
        "  7 articles in all, 1 stand before: see --history",
        "");
  }

  @Test
  void theHistoryHasTheReceiptsOfTheStandsBefore() {
    assertThat(plain.of(position("Norland", "treaty", Act.AGREE, 7), true))
        .contains("  + for, AGREE, from 2026-03-10 to 2026-03-10, 2 articles, 1 publisher")
        .filteredOn(line -> line.contains("We accept")).hasSize(2);
  }

  @Test
  void signsHaveColoursOnATerminal() {
    assertThat(new PositionsText(new Paint(true)).table(List.of(position("Norland", "treaty", Act.REJECT, 1)), 1))
        .anyMatch(line -> line.contains("\u001b[31m-\u001b[0m"));
  }
}
