package dev.demarche.topics;

import dev.demarche.domain.TaggedArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that every record of Demarche carries: the attributes of CloudEvents 1.0 in the binary mode of its Kafka binding, and the
 * versions of what wrote it.
 */
public final class CloudEvents {
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String CONTENT_TYPE = "content-type";
  public static final String SCHEMA_VERSION = "schema-version";
  public static final String TAGGER_VERSION = "tagger-version";

  private CloudEvents() {}

  /**
   * The headers of a record.
   *
   * @param topic         where it is written; {@code ce_type} is {@code dev.demarche.} and the topic's event
   * @param id            unique among the records of one type: the item's id
   * @param stage         the stage that writes it; {@code ce_source} is {@code demarche/} and the stage
   * @param time          when what it tells happened, or null: {@code ce_time} is then left out
   * @param taggerVersion what tagged the article behind it, or null where none did: the header is then left out
   * @return new headers, which Kafka lets the caller add to
   * @throws IllegalArgumentException if {@code id} or {@code stage} is blank, which CloudEvents forbids
   */
  public static Headers of(Topic<?, ?> topic, String id, String stage, Instant time, String taggerVersion) {
    if (id.isBlank() || stage.isBlank()) {
      throw new IllegalArgumentException("a record on " + topic.name() + " has the id \"" + id + "\" and the stage \"" + stage
          + "\": both must be named");
    }
    Headers headers = new RecordHeaders();
    add(headers, SPEC_VERSION, "1.0");
    add(headers, ID, id);
    add(headers, TYPE, "dev.demarche." + topic.event());
    add(headers, SOURCE, "demarche/" + stage);
    add(headers, TIME, time == null ? null : time.toString());
    add(headers, CONTENT_TYPE, "application/json");
    add(headers, SCHEMA_VERSION, Integer.toString(TaggedArticle.SCHEMA_VERSION));
    add(headers, TAGGER_VERSION, taggerVersion);
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
