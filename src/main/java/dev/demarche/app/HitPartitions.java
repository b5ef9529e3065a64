package dev.demarche.app;

import dev.demarche.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * How many partitions the topic of hits has: asked of the cluster once, for they stay as they are while a stream has state. Safe for use by
 * several threads.
 */
final class HitPartitions implements IntSupplier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Settings settings;
  private int known;

  HitPartitions(Settings settings) {
    this.settings = settings;
  }

  /** @throws IllegalStateException if the cluster does not say */
  @Override
  public synchronized int getAsInt() {
    if (known == 0) {
      String topic = Topics.HITS.name(settings.text(Setting.TOPIC_PREFIX));
      try (Admin admin = Admin.create(KafkaProperties.admin(settings))) {
        known = admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get(PATIENCE.toSeconds(), TimeUnit.SECONDS).partitions().size();
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("the cluster does not say how many partitions " + topic + " has", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the cluster is asked for the partitions of " + topic, e);
      }
    }
    return known;
  }
}
