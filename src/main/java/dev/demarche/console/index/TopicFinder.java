package dev.demarche.console.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which of some topics are there, and tells once of each that is not. For use by one thread. */
final class TopicFinder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFinder.class);

  private final Map<String, Object> properties;
  private final Collection<String> topics;
  private final Set<String> told = new HashSet<>();
  private Admin admin;

  TopicFinder(Map<String, Object> properties, Collection<String> topics) {
    this.properties = Map.copyOf(properties);
    this.topics = List.copyOf(topics);
  }

  /** A topic that may be read, as far as is known. */
  record Present(String name, Uuid id, List<TopicPartition> partitions) {}

  TopicFinder open() {
    admin = Admin.create(properties);
    return this;
  }

  /** Those that are there. */
  List<Present> look() {
    List<Present> present = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> each : admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        TopicDescription topic = each.getValue().get();
        present.add(new Present(each.getKey(), topic.topicId(),
            topic.partitions().stream().map(partition -> new TopicPartition(each.getKey(), partition.partition())).toList()));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UnknownTopicOrPartitionException) {
          tell(each.getKey(), "is missing");
        } else if (e.getCause() instanceof AuthorizationException) {
          deny(each.getKey());
        } else {
          throw new IllegalStateException("cannot look for the topic " + each.getKey() + ": " + e.getCause().getMessage(), e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while looking for topics", e);
      }
    }
    return present;
  }

  /** Tells that {@code topic} may not be read. */
  void deny(String topic) {
    tell(topic, "may not be read by this user");
  }

  private void tell(String topic, String what) {
    if (told.add(topic + " " + what)) {
      LOG.warn("the console does without the topic {}: it {}", topic, what);
    }
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close();
      admin = null;
    }
  }
}
