package dev.demarche.pipeline;

import dev.demarche.domain.AlertLife;
import dev.demarche.domain.Reaction;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes what people do about an alert into its life. The key is the watch's id, so that it meets the alert in one task. */
final class ReactStage extends Stage<String, Reaction> {
  private KeyValueStore<String, AlertLife> lives;

  ReactStage(StageContext shared) {
    super(NewsTopology.REACT, shared);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    lives = context.getStateStore(NotifyStage.LIVES);
  }

  @Override
  void apply(Record<String, Reaction> record, Output output) {
    Reaction reaction = record.value();
    if (reaction == null || !reaction.watch().equals(record.key())) {
      deadLetter(record, output, reaction == null ? DeadLetter.Reason.EMPTY_RECORD : DeadLetter.Reason.UNREADABLE_RECORD,
          reaction == null ? "a reaction without value" : "the reaction to an alert of " + reaction.watch() + " has the key " + record.key(),
          "publish it with the id of the alert's watch as its key");
      return;
    }
    AlertLife life = lives.get(reaction.alert());
    if (life == null) {
      deadLetter(record, output, DeadLetter.Reason.UNREADABLE_RECORD, "the watch " + reaction.watch() + " has no alert " + reaction.alert(),
          "name an alert and its watch as demarche alerts list shows them; " + NotifyStage.KEPT.toDays() + " days after its last change one is closed");
      return;
    }
    AlertLife next = life.after(reaction, received(record));
    lives.put(reaction.alert(), next);
    output.write(Topics.ALERT_LIVES, reaction.alert(), next, CloudEvents.of(Topics.ALERT_LIVES,
        reaction.alert() + "@" + next.steps().size() + ":" + next.reports(), NewsTopology.REACT, reaction.at(), null));
    counters().add(Counters.Name.REACTIONS, 1);
  }

  @Override
  Origin origin(Record<String, Reaction> record) {
    byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
    return Origin.of(at(), key, record.value() == null ? null : Json.write(record.value()));
  }

  @Override
  Counters.Name deadLetterCounter() {
    return Counters.Name.DEAD_OTHERS;
  }
}
