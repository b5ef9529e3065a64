package dev.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Bootstrap STANDARD = Bootstrap.STANDARD;

  private static Figure recall(List<Counts> units) {
    return STANDARD.figure(units.stream().reduce(Counts.NONE, Counts::plus), STANDARD.sums(units), Counts::recall);
  }

  @Test
  void unitsThatAreAllAlikeLeaveNoDoubt() {
    assertThat(recall(Collections.nCopies(20, new Counts(3, 0, 1)))).isEqualTo(new Figure(0.75, 0.75, 0.75));
  }

  @Test
  void comesNearTheIntervalOfABinomialShare() {
    Figure recall = recall(IntStream.range(0, 400).mapToObj(i -> i % 2 == 0 ? new Counts(1, 0, 0) : new Counts(0, 0, 1)).toList());
    assertThat(recall.value()).isEqualTo(0.5);
    assertThat(recall.low()).isEqualTo(0.5 - 1.96 * 0.025, within(0.01));
    assertThat(recall.high()).isEqualTo(0.5 + 1.96 * 0.025, within(0.01));
  }

  @Test
  void cutsTheSamePartOffAtBothEnds() {
    List<Counts> sums = IntStream.rangeClosed(1, 1000).mapToObj(i -> new Counts(i, 0, 1000 - i)).toList();
    assertThat(STANDARD.figure(new Counts(1, 0, 1), sums, Counts::recall)).isEqualTo(new Figure(0.5, 0.025, 0.976));
  }

  @Test
  void drawsTheSameEachTime() {
    List<Counts> units = List.of(new Counts(1, 2, 3), new Counts(4, 0, 1), new Counts(0, 7, 0));
    assertThat(STANDARD.sums(units)).isEqualTo(STANDARD.sums(units)).hasSize(1000);
    assertThat(new Bootstrap(1000, 0.95, 7).sums(units)).isNotEqualTo(STANDARD.sums(units));
  }

  @Test
  void needsADraw() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(0, 0.95, 1)).withMessageContaining("0 resamples");
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(10, 1, 1)).withMessageContaining("level 1.0");
  }
}
