package dev.demarche.pipeline;

import dev.demarche.alerting.Inhibitions;
import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Reaction;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes what people do about an alert into its life. The key is the watch's id, so that it meets the alert in one task. */
final class ReactStage extends Stage<byte[], byte[]> {
  private final Inhibitions inhibitions;
  private KeyValueStore<String, AlertLife> lives;

  ReactStage(Inhibitions inhibitions, StageContext shared) {
    super(NewsTopology.REACT, shared);
    this.inhibitions = inhibitions;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    lives = context.getStateStore(NotifyStage.LIVES);
  }

  @Override
  void apply(Record<byte[], byte[]> record, Output output) {
    if (record.value() == null) {
      deadLetter(record, output, DeadLetter.Reason.EMPTY_RECORD, "a reaction without value", "publish what topics/schemas/reaction.schema.json describes");
      return;
    }
    Reaction reaction;
    try {
      reaction = Json.read(record.value(), Reaction.class);
    } catch (SerializationException e) {
      deadLetter(record, output, DeadLetter.Reason.UNREADABLE_RECORD, e.getMessage(), "publish what topics/schemas/reaction.schema.json describes");
      return;
    }
    if (record.key() == null || !reaction.watch().equals(new String(record.key(), StandardCharsets.UTF_8))) {
      deadLetter(record, output, DeadLetter.Reason.UNREADABLE_RECORD, "a reaction to an alert of the watch " + reaction.watch() + " has another key",
          "publish it with the id of the watch as its key");
      return;
    }
    AlertLife life = lives.get(reaction.alert());
    if (life == null || !life.alert().watch().id().equals(reaction.watch())) {
      deadLetter(record, output, DeadLetter.Reason.UNREADABLE_RECORD, "the watch " + reaction.watch() + " has no alert " + reaction.alert(),
          "name an alert and its watch as demarche alerts list shows them; " + NotifyStage.KEPT.toDays() + " days after its last change one is closed");
      return;
    }
    AlertLife next = life.after(reaction, received(record));
    lives.put(reaction.alert(), next);
    output.write(Topics.ALERT_LIVES, reaction.alert(), next, CloudEvents.of(Topics.ALERT_LIVES, NewsTopology.eventId(next), NewsTopology.REACT, reaction.at(), null));
    if (next.state() == AlertLife.State.RESOLVED && life.state() != AlertLife.State.RESOLVED) {
      inhibitions.by(life.alert(), reaction.at())
          .forEach(inhibitor -> output.write(Topics.INHIBITORS, inhibitor.key(), null, new RecordHeaders()));
    }
    counters().add(Counters.Name.REACTIONS, 1);
  }

  @Override
  Origin origin(Record<byte[], byte[]> record) {
    return Origin.of(at(), record.key(), record.value());
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
