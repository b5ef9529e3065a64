package dev.demarche.pipeline;

import dev.demarche.topics.Topic;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a catalogue's global store and tells its listener of each change. Others may write to the topic, and the thread that runs this cannot
 * be replaced: what cannot be read is reported and skipped, and nothing is ever thrown.
 */
final class CatalogueStage<T> implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueStage.class);

  private final Topic<String, T> topic;
  private final Function<T, String> id;
  private final CatalogueListener<T> listener;
  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, byte[]> store;

  CatalogueStage(Topic<String, T> topic, Function<T, String> id, CatalogueListener<T> listener) {
    this.topic = topic;
    this.id = id;
    this.listener = listener;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    store = context.getStateStore(topic.name());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    long offset = context.recordMetadata().map(at -> at.offset()).orElse(0L);
    try {
      if (record.key() == null) {
        throw new IllegalArgumentException("a record without key");
      }
      if (record.value() == null) {
        store.delete(record.key());
        listener.remove(record.key());
      } else {
        T value = topic.values().deserializer().deserialize(topic.name(), record.value());
        if (!id.apply(value).equals(record.key())) {
          throw new IllegalArgumentException("the record of " + id.apply(value) + " has the key " + record.key());
        }
        store.put(record.key(), record.value());
        listener.put(value, offset, Instant.ofEpochMilli(record.timestamp()));
      }
    } catch (RuntimeException e) {
      LOG.warn("the record at offset {} of the topic {} is skipped: {}; put it again, or delete it", offset, topic.name(), e.getMessage());
    }
  }
}
