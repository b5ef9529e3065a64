package dev.demarche.delivery;

import dev.demarche.delivery.routing.Route;
import dev.demarche.domain.Delivery;
import dev.demarche.domain.Notification;
import dev.demarche.topics.CloudEvents;
import dev.demarche.topics.DeadLetter;
import dev.demarche.topics.Json;
import dev.demarche.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads notifications as a member of the group, routes them, records a delivery for each receiver that is told, and commits only then. A partition that
 * it is given begins with reading what the log says of it. For use by one thread.
 */
final class Intake implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long FOLLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final Duration HAND_OVER = Duration.ofSeconds(3);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String prefix;
  private final Route route;
  private final Map<String, Backlog> backlogs;
  private final DeliveryLog log;
  private final NotificationShelf shelf;
  private final Clock clock;
  private final Map<Integer, Part> parts = new TreeMap<>();
  private long epochs;
  private long followed = System.nanoTime();
  private long committed = System.nanoTime();
  private volatile boolean joined;
  private volatile long lag;

  Intake(Map<String, Object> consumerProperties, String prefix, Route route, Map<String, Backlog> backlogs, DeliveryLog log, NotificationShelf shelf,
         Clock clock) {
    this.consumer = new KafkaConsumer<>(consumerProperties, new StringDeserializer(), new ByteArrayDeserializer());
    this.prefix = prefix;
    this.route = route;
    this.backlogs = backlogs;
    this.log = log;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Works until {@code stop} says true, which is asked several times a second. */
  void run(BooleanSupplier stop) {
    String topic = Topics.NOTIFICATIONS.name(prefix);
    if (consumer.partitionsFor(topic).isEmpty()) {
      throw new InvalidTopicException("there is no topic " + topic + "; create the topics with \"demarche topics apply\"");
    }
    consumer.subscribe(List.of(topic), this);
    while (!stop.getAsBoolean()) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        take(records);
        commit(parts.keySet());
      }
      long now = System.nanoTime();
      if (now - followed > FOLLOW_NANOS) {
        log.follow(this::asked);
        readAgain();
        lag = consumer.assignment().stream().mapToLong(partition -> consumer.currentLag(partition).orElse(0)).sum();
        followed = now;
      }
      if (now - committed > COMMIT_NANOS) {
        commit(parts.keySet());
      }
    }
    commit(parts.keySet());
  }

  private void take(ConsumerRecords<String, byte[]> records) {
    List<Delivery> fresh = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        route(record, fresh);
      }
    }
    List<Long> at = log.write(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      Part part = parts.get(fresh.get(i).partition());
      part.readTo(at.get(i) + 1);
      if (fresh.get(i).open()) {
        backlogs.get(fresh.get(i).receiver()).add(fresh.get(i), at.get(i));
      } else {
        part.noteDisabled(fresh.get(i), at.get(i));
      }
    }
  }

  private void route(ConsumerRecord<String, byte[]> record, List<Delivery> fresh) {
    Notification notification;
    try {
      notification = Json.read(record.value(), Notification.class);
    } catch (SerializationException e) {
      bury(record, e.getMessage());
      return;
    }
    Instant now = clock.instant();
    for (Route.Told told : route.told(notification.alerts())) {
      Backlog backlog = backlogs.get(told.receiver());
      Instant due = now.plus(backlog.receiver().digest());
      Delivery delivery = Delivery.fresh(notification, told.receiver(), told.why(), now, due, record.partition(), record.offset());
      Part part = parts.get(record.partition());
      if (!part.knows(delivery.key())) {
        part.remember(delivery.key());
        String gone = backlog.gone();
        fresh.add(gone == null ? delivery : delivery.disabled(gone, now));
        shelf.put(record.partition(), record.offset(), record.value());
      }
    }
  }

  private void bury(ConsumerRecord<String, byte[]> record, String message) {
    LOG.error("{}-{}@{}: no notification: {}", record.topic(), record.partition(), record.offset(), message);
    Instant now = clock.instant();
    String topic = Topics.DEAD_LETTERS.name(prefix);
    DeadLetter letter = DeadLetter.of(DeadLetter.Reason.UNREADABLE_RECORD, message, "let nobody but the stream write to " + record.topic(), "deliver",
        record.topic(), record.partition(), record.offset(), record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
        record.value(), now);
    ProducerRecord<String, byte[]> dead = new ProducerRecord<>(topic, record.key(), Json.write(letter));
    CloudEvents.of(Topics.DEAD_LETTERS, record.topic() + "-" + record.partition() + "@" + record.offset() + ":deliver:0", "deliver", now, null)
        .forEach(header -> dead.headers().add(header));
    log.write(dead);
  }

  private void commit(Collection<Integer> partitions) {
    Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
    for (int number : partitions) {
      TopicPartition partition = new TopicPartition(Topics.NOTIFICATIONS.name(prefix), number);
      long open = backlogs.values().stream().mapToLong(backlog -> backlog.from(number)).min().orElse(Long.MAX_VALUE);
      OffsetAndMetadata commit = parts.get(number).commit(consumer.position(partition), open);
      if (parts.get(number).isNew(commit)) {
        commits.put(partition, commit);
      }
    }
    committed = System.nanoTime();
    if (commits.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(commits);
      commits.forEach((partition, commit) -> parts.get(partition.partition()).committed(commit));
    } catch (RebalanceInProgressException | TimeoutException e) {
      LOG.debug("a commit has to wait: {}", e.getMessage());
    } catch (CommitFailedException e) {
      LOG.warn("the partitions went to another instance before a commit; what was recorded is not delivered again: {}", e.getMessage());
    }
  }

  /** An operator's wish, from wherever it was written. */
  private void asked(DeliveryLog.Recorded recorded) {
    Delivery delivery = recorded.delivery();
    if (delivery == null) {
      return;
    }
    Part part = parts.get(delivery.partition());
    boolean fresh = part != null && recorded.partition() == log.partitionOf(delivery.partition()) && recorded.at() >= part.scannedTo();
    if (fresh) {
      part.noteDisabled(delivery, recorded.at());
    }
    Backlog backlog = backlogs.get(delivery.receiver());
    if (delivery.asked() && delivery.open() && backlog != null) {
      backlog.enable();
      if (fresh) {
        LOG.info("{}: {} is tried again, as was asked", delivery.receiver(), delivery.alert());
        backlog.add(delivery, recorded.at());
      }
    }
  }

  /** Windows that are empty are filled from the log, where something lies behind their horizon. */
  private void readAgain() {
    parts.forEach((number, part) -> backlogs.forEach((name, backlog) -> {
      long horizon = backlog.drained(number);
      if (horizon >= 0) {
        Window window = backlog.window(part.epoch());
        log.read(number, backlog.from(number), recorded -> {
          Delivery delivery = recorded.delivery();
          if (delivery == null || !delivery.open()) {
            window.forget(recorded.key());
          } else if (delivery.receiver().equals(name) && delivery.partition() == number && (delivery.offset() >= horizon || delivery.asked())) {
            window.offer(delivery, recorded.at());
          }
        });
        backlog.open(number, window);
      }
    }));
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> commits = partitions.isEmpty() ? Map.of() : consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      begin(partition.partition(), commits.get(partition));
    }
    committed = System.nanoTime() - COMMIT_NANOS; // Where a group begins is to be known from then on.
    joined = true;
    LOG.info("partitions of {}: {}", Topics.NOTIFICATIONS.name(prefix), parts.keySet());
  }

  private void begin(int number, OffsetAndMetadata commit) {
    Part part = new Part(++epochs, commit);
    Map<String, Window> windows = new HashMap<>();
    backlogs.forEach((name, backlog) -> windows.put(name, backlog.window(part.epoch())));
    part.scanned(log.read(number, Part.bookmark(commit), recorded -> {
      Delivery delivery = recorded.delivery();
      if (delivery == null) {
        windows.values().forEach(window -> window.forget(recorded.key()));
      } else if (delivery.partition() == number) {
        Window window = windows.get(delivery.receiver());
        part.note(delivery, recorded.at(), window != null);
        if (window != null && delivery.open()) {
          window.offer(delivery, recorded.at());
        } else if (window != null) {
          window.forget(recorded.key());
        }
      }
    }));
    parts.put(number, part);
    part.disabled().forEach((name, words) -> {
      if (backlogs.containsKey(name)) {
        backlogs.get(name).disable(words);
      }
    });
    windows.forEach((name, window) -> backlogs.get(name).open(number, window));
    if (part.strays() > 0) {
      LOG.warn("{} deliveries wait for receivers that the file of receivers does not name (partition {}); they wait until it names them again",
          part.strays(), number);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    List<Integer> numbers = partitions.stream().map(TopicPartition::partition).filter(parts::containsKey).toList();
    numbers.forEach(number -> backlogs.values().forEach(backlog -> backlog.closing(number)));
    long end = System.nanoTime() + HAND_OVER.toNanos();
    try {
      while (System.nanoTime() < end && !numbers.stream().allMatch(number -> backlogs.values().stream().allMatch(backlog -> backlog.idle(number)))) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    commit(numbers);
    drop(numbers);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    drop(partitions.stream().map(TopicPartition::partition).toList());
  }

  private void drop(Collection<Integer> numbers) {
    numbers.forEach(number -> {
      backlogs.values().forEach(backlog -> backlog.drop(number));
      parts.remove(number);
    });
  }

  /** Whether this instance is a member of the group and knows its partitions. */
  boolean joined() {
    return joined;
  }

  /** Notifications that wait in the partitions of this instance. */
  long lag() {
    return lag;
  }

  @Override
  public void close() {
    try {
      consumer.close();
    } finally {
      drop(List.copyOf(parts.keySet()));
    }
  }
}
