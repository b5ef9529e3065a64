package dev.demarche.tagging.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenWindowsTest {

  @Test
  void aWindowThatWasSeenGivesTheSameNumbersAgain() throws Exception {
    Path model = Path.of(SeenWindowsTest.class.getResource("tiny/model.onnx").toURI());
    List<String> texts = List.of("Mara said no.", "Mara said yes.", "Mara said no.");
    try (Encoder plain = Encoder.load(model); Encoder remembering = Encoder.load(model, 1_000_000)) {
      assertThat(rows(remembering, texts)).isDeepEqualTo(rows(plain, texts));
      assertThat(remembering.hitsAndMisses()).containsExactly(1, 2);
    }
  }

  private static float[][] rows(Encoder encoder, List<String> texts) {
    List<float[]> rows = new ArrayList<>();
    texts.forEach(text -> encoder.encode(text).forEach(scores -> {
      rows.addAll(List.of(scores.roles()));
      rows.addAll(List.of(scores.links()));
      rows.add(scores.none());
    }));
    return rows.toArray(float[][]::new);
  }
}
