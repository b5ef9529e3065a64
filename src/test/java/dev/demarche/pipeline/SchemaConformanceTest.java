package dev.demarche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarche.catalogue.Packs;
import dev.demarche.domain.Finding;
import dev.demarche.domain.Severity;
import dev.demarche.domain.Watch;
import dev.demarche.topics.Json;
import dev.demarche.topics.Schemas;
import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaConformanceTest {
  private static final Packs PACKS = Packs.bundled();

  @TempDir Path folder;

  @Test
  void everyRecordThatTheStreamWritesConformsToItsSchema() {
    try (NewsDriver news = new NewsDriver.Plan(folder).start()) {
      PACKS.actors().plain().forEach(news::put);
      PACKS.issues().plain().forEach(news::put);
      for (Finding.Kind kind : Finding.Kind.values()) {
        news.put(Watch.of("any-" + kind, kind).name("any " + kind).severity(Severity.INFO).build());
      }
      news.article("a1", "Russia REJECT Ukraine ceasefire\nStranger REJECT Nobody\nRussia: ceasefire no\nStranger: yes\n"
          + "Russia IF sanctions stop THEN ceasefire\nStranger IF one THEN two");
      news.article("a3", "Russia AGREE Ukraine ceasefire");
      news.publish(null, """
          {"text": "Russia: \\u0001 \\ud83d\\ude00 </script>", "url": "u", "publisher": "p", "title": "t", "language": "en",
           "publishedAt": "2025-05-13T12:00:00.123456789+03:00", "extra": [1]}""".getBytes(StandardCharsets.UTF_8));
      news.publish("a2", "{\"text\":\"Russia: early\",\"publishedAt\":\"1000-01-01\"}".getBytes(StandardCharsets.UTF_8));
      news.publish("bad", new byte[] {(byte) 0xC3, 1});
      news.publish(null, (byte[]) null);

      for (Topic<?, ?> topic : List.of(Topics.TAGGED, Topics.STATEMENTS, Topics.STANCES, Topics.CONDITIONS, Topics.ENTITIES, Topics.POSITIONS,
          Topics.SHIFTS, Topics.ALERTS, Topics.DEAD_LETTERS)) {
        List<TestRecord<String, byte[]>> records = news.records(topic);
        assertThat(records).as(topic.name()).isNotEmpty();
        assertThat(records).allSatisfy(record -> assertThat(Schemas.faults(topic, record.value()))
            .as(new String(record.value(), StandardCharsets.UTF_8)).isEmpty());
      }
    }
  }

  @Test
  void everyEntryOfTheBundledPacksConformsToItsSchema() {
    assertThat(PACKS.actors().plain()).isNotEmpty().allSatisfy(actor -> assertConforms(Topics.ACTORS, actor));
    assertThat(PACKS.issues().plain()).isNotEmpty().allSatisfy(issue -> assertConforms(Topics.ISSUES, issue));
    assertThat(PACKS.watches().plain()).isNotEmpty().allSatisfy(watch -> assertConforms(Topics.WATCHES, watch));
  }

  private static void assertConforms(Topic<?, ?> topic, Object value) {
    assertThat(Schemas.faults(topic, Json.write(value))).as(value.toString()).isEmpty();
  }
}
