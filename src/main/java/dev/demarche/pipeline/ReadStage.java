package dev.demarche.pipeline;

import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads an article from its bytes. One that is published under its id goes on to {@code accept}; another takes the way over the
 * rekeyed topic, so that all texts of an id meet in one task, whoever published them.
 */
final class ReadStage extends Stage<byte[], byte[]> {
  private final ArticleCodec codec;
  private final boolean first;

  /** @param first whether the records come from publishers, and not from the rekeyed topic */
  ReadStage(String name, ArticleCodec codec, boolean first, StageContext shared) {
    super(name, shared);
    this.codec = codec;
    this.first = first;
  }

  @Override
  void apply(Record<byte[], byte[]> record, Output output) {
    if (first) {
      counters().add(Counters.Name.ARTICLES, 1);
    }
    Origin origin = origin(record);
    if (record.value() == null) {
      if (record.key() == null) {
        deadLetter(record, output, DeadLetter.Reason.EMPTY_RECORD, "a record without key and value",
            "publish an article, or a tombstone under the id of the article to forget");
      } else {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        output.pass(NewsTopology.ACCEPT, new Record<>(id, new Incoming(null, origin), record.timestamp()));
      }
      return;
    }
    ArticleCodec.Read read = codec.read(record.value());
    if (read instanceof ArticleCodec.Read.Refused refused) {
      deadLetter(record, output, refused.reason(), refused.message(), refused.mend());
    } else if (read instanceof ArticleCodec.Read.Accepted accepted) {
      String id = accepted.article().id();
      byte[] key = id.getBytes(StandardCharsets.UTF_8);
      if (!first || Arrays.equals(key, record.key())) {
        output.pass(NewsTopology.ACCEPT, new Record<>(id, new Incoming(accepted.article(), origin), record.timestamp()));
      } else {
        counters().add(Counters.Name.REKEYED, 1);
        RecordHeaders headers = new RecordHeaders();
        origin.writeTo(headers);
        output.pass(NewsTopology.REKEYED_SINK, new Record<>(key, record.value(), record.timestamp(), headers));
      }
    }
  }

  @Override
  Origin origin(Record<byte[], byte[]> record) {
    return first ? Origin.of(at(), record.key(), record.value())
        : Origin.behind(at(), record.headers(), record.key(), record.value());
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_ARTICLES;
  }
}
