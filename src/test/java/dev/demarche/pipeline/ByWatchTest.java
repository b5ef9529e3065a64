package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class ByWatchTest {

  @Test
  void choosesAsKafkasProducersDo() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> "watch-" + i)).allMatch(watch -> ByWatch.partition(watch, 12)
        == BuiltInPartitioner.partitionForKey(watch.getBytes(StandardCharsets.UTF_8), 12));
  }
}
