package dev.demarche.tagging.actors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedRankerTest {

  @Test
  void weightsThatLackAFeatureAreRefused() {
    assertThatThrownBy(() -> new LearnedRanker(List.of("PERSON BIAS 0 0", "PERSON OUT 0 0"))).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pronouns.txt: no line PERSON SUBJECT_FORM; train again with training/pronouns.py");
  }

  @Test
  void theWeightsThatComeAlongAreWhole() {
    LearnedRanker.standard();
  }
}
