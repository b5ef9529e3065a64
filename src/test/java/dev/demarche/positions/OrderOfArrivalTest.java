package dev.demarche.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.domain.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end does not depend on the order in which articles arrive. */
class OrderOfArrivalTest {
  private static final List<String> WORDS = List.of(" Norland had said so", " says so", " says so", " says so", " says so if Sudria pays", " says so unconditionally");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void sixArticlesEndInOneStateInEachOfTheirOrders() {
    Chronicle chronicle = new Chronicle().on("01-10", "Norland REJECT Sudria treaty")
        .on("02-01", "Norland AGREE - treaty", "Norland REQUEST Sudria treaty")
        .at("2026-02-01T20:00:00Z", "late.example", "Norland REJECT - treaty").on("02-20", "Norland ACCUSE Sudria treaty")
        .on("03-10", "Norland CONCEDE Sudria treaty", "Norland REJECT Sudria treaty").on("03-10", "Norland REJECT - treaty");
    assertThat(chronicle.end().shifts()).containsExactly("norland treaty DEMAND_DROPPED 02-01 03-10", "norland treaty OPENED 01-10 02-01");
    assertOneEnd(chronicle, chronicle.allEnds());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void madeUpMonthsEndInOneStateInWhateverOrder(int publishers) {
    int shifts = 0;
    for (int seed = 0; seed < 60; seed++) {
      Chronicle chronicle = madeUp(new Random(seed)).rules(new Rules(0.5, publishers, Duration.ofDays(7), Duration.ofHours(24), 100));
      shifts += chronicle.end().shifts().size();
      assertOneEnd(chronicle, chronicle.ends(20, seed));
    }
    assertThat(shifts).as("shifts in all").isPositive();
  }

  private static void assertOneEnd(Chronicle chronicle, List<Chronicle.End> ends) {
    Chronicle.End first = chronicle.end();
    for (Chronicle.End end : ends) {
      for (String key : first.positions().keySet()) {
        assertThat(end.position(key)).as(key).isEqualTo(first.position(key));
      }
      assertThat(end.shifts()).isEqualTo(first.shifts());
      assertThat(end.positions().equals(first.positions()) && end.standing().equals(first.standing())).as("all fields are equal").isTrue();
    }
  }

  private static Chronicle madeUp(Random random) {
    Chronicle chronicle = new Chronicle();
    String[] targets = {"-", "-", "Sudria", "Westland"};
    for (int i = 0; i < 25; i++) {
      List<String> stances = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        stances.add("Norland " + Act.values()[random.nextInt(Act.values().length - 4)] + " " + targets[random.nextInt(targets.length)]
            + " " + (random.nextInt(4) == 0 ? "-" : "treaty") + WORDS.get(random.nextInt(WORDS.size())));
      }
      Instant at = START.plus(Duration.ofHours(12L * random.nextInt(200)));
      chronicle.at(at.toString(), "p" + random.nextInt(6) + ".example", stances.toArray(String[]::new));
    }
    return chronicle;
  }
}
