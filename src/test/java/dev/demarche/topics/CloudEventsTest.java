package dev.demarche.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

  @Test
  void namesWhatARecordIsAndWhoWroteIt() {
    assertThat(texts(CloudEvents.of(Topics.STATEMENTS, "a1/1/s0", "fan-out", Instant.parse("2025-05-13T12:00:00Z"), "t-1"))).isEqualTo(Map.of(
        "ce_specversion", "1.0", "ce_id", "a1/1/s0", "ce_type", "dev.demarche.statement", "ce_source", "demarche/fan-out",
        "ce_time", "2025-05-13T12:00:00Z", "content-type", "application/json", "schema-version", "1", "tagger-version", "t-1"));
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(texts(CloudEvents.of(Topics.DEAD_LETTERS, "é", "accept", null, null)))
        .containsEntry("ce_id", "é").containsEntry("ce_type", "dev.demarche.dead-letter").doesNotContainKeys("ce_time", "tagger-version");
  }

  @Test
  void refusesARecordWithoutId() {
    assertThatThrownBy(() -> CloudEvents.of(Topics.ALERTS, " ", "trigger", null, null)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a record on alerts");
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return texts;
  }
}
