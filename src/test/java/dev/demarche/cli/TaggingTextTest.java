package dev.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.bench.TaggingBench.Result;
import dev.demarche.bench.TaggingBench.Speed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggingTextTest {
  private static final Speed ONE = new Speed(1, 6.04, 4321.4, 5555.5, 3, 12.9, 13.7, Map.of("encoder", 0.8126));

  @Test
  void aLineForEachNumberOfThreadsAndOneForItsStages() {
    assertThat(TaggingText.of(new Result("t-1", 84, 60000, 77000, List.of(ONE), 1.94, 612_345_678, "process", 5.436)).lines()).containsExactly(
        "84 articles, 60000 words, 77000 word pieces; tagger t-1",
        "1 thread       6.0 articles/s      4321 words/s      5556 pieces/s  (3 rounds of 12.9 to 13.7 s)",
        "           encoder 81.3 %",
        "through Kafka: 5.4 articles/s, 90 % of the same without",
        "start: first article tagged after 1.9 s",
        "peak memory: 612 MB (whole process)");
  }

  @Test
  void noLineForKafkaWhereItWasNotMeasured() {
    assertThat(TaggingText.of(new Result("t-1", 84, 60000, 77000, List.of(ONE), 1.94, 612_345_678, "heap", null))).doesNotContain("Kafka");
  }
}
