package dev.demarche.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.console.positions.MadePositions;
import dev.demarche.domain.Act;
import dev.demarche.domain.Position;
import dev.demarche.domain.Side;
import dev.demarche.domain.Stand;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private final MadePositions made = new MadePositions()
      .report("2026-05-01", "Sudria", Act.REJECT, null, "treaty", "rejects it", null)
      .report("2026-05-10", "Sudria", Act.AGREE, "Norland", "treaty", "agrees to it", null)
      .report("2026-05-10", "Sudria", Act.REJECT, null, "treaty", "rejects it", null);
  private final Line line = made.lines().get("sudria|treaty");

  private static Position whole(Line line) {
    return line.review(MadePositions.RULES).positions().get("sudria|treaty|");
  }

  @Test
  void comesToWhatTheReportsCameTo() {
    Line.Outcome review = line.review(MadePositions.RULES);
    assertThat(whole(line)).isEqualTo(made.position("Sudria", "treaty"));
    assertThat(review.positions()).containsOnlyKeys("sudria|treaty|", "sudria|treaty|norland");
    assertThat(review.shifts()).isEqualTo(made.shifts());
    assertThat(review.verdicts()).extracting(Verdict::counts).containsExactly(true, true, false);
    assertThat(review.next()).isSameAs(line);
  }

  @Test
  void aLineIsReviewedAsItWas() {
    assertThat(whole(line.until(Instant.parse("2026-05-09T00:00:00Z")).orElseThrow()).now().side()).isEqualTo(Side.AGAINST);
    assertThat(line.until(Instant.parse("2026-04-09T00:00:00Z")).orElseThrow().receipts()).isEmpty();
  }

  @Test
  void whatIsNoLongerKeptOneByOneCannotBeReviewed() {
    Rules one = new Rules(0.5, 1, Duration.ofDays(7), Duration.ofHours(24), 1);
    Line folded = line.take(new Stand("sudria", "Sudria", "treaty", MadePositions.lone("2026-06-01", "Sudria", "treaty")), one).next();
    assertThat(folded.receipts()).hasSize(1);
    assertThat(folded.until(Instant.parse("2026-05-05T00:00:00Z"))).isEmpty();
    assertThat(whole(folded).now().side()).isEqualTo(Side.FOR);
  }
}
