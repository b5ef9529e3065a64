package dev.demarche.app;

import dev.demarche.console.alerts.Desk;
import dev.demarche.domain.Reaction;
import dev.demarche.domain.Silence;
import dev.demarche.topics.Topic;
import dev.demarche.topics.TopicWriter;
import dev.demarche.topics.Topics;
import java.util.Collection;

/**
 * Writes what people do about alerts to the topics, for the command line as for the console. Connects when it first writes, and waits until the brokers have what is
 * written. Safe for use by several threads.
 */
public final class AlertTopics implements Desk, AutoCloseable {
  private final Settings settings;
  private TopicWriter writer;

  /** A writer for the brokers that {@code settings} name. */
  public AlertTopics(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void react(Collection<Reaction> reactions) {
    writer().writeAll(Topics.REACTIONS, name(Topics.REACTIONS), Reaction::watch, reactions);
  }

  @Override
  public void put(Silence silence) {
    writer().write(Topics.SILENCES, name(Topics.SILENCES), silence.id(), silence);
  }

  private String name(Topic<?, ?> topic) {
    return topic.name(settings.text(Setting.TOPIC_PREFIX));
  }

  private synchronized TopicWriter writer() {
    if (writer == null) {
      writer = new TopicWriter(KafkaProperties.producer(settings));
    }
    return writer;
  }

  @Override
  public synchronized void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
