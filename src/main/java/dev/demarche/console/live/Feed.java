package dev.demarche.console.live;

import dev.demarche.console.live.LiveFilter.Facets;
import dev.demarche.topics.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics into the ring, on a thread of its own and without a group: first the last records of each partition, then what comes. Where the cluster
 * cannot be had it tries again, and goes on where it was.
 */
final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(3);
  private static final Duration LAYOUT = Duration.ofMinutes(1);
  private static final Duration CLOSE = Duration.ofMillis(1_500);
  private static final long ADMIN_SECONDS = 20;

  private final LiveSource source;
  private final Ring ring;
  private final BiConsumer<Line, Instant> taken;
  private final Thread thread = new Thread(this::run, "live-feed");
  private final Map<String, LiveTopic> byName = new HashMap<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile Admin admin;
  private volatile KafkaConsumer<String, byte[]> consumer;
  private volatile boolean warm;
  private volatile boolean closed;

  /** @param taken is told each line and when its record was written */
  Feed(LiveSource source, Ring ring, BiConsumer<Line, Instant> taken) {
    this.source = source;
    this.ring = ring;
    this.taken = taken;
    thread.setDaemon(true);
    for (LiveTopic topic : LiveTopic.values()) {
      byName.put(topic.name(source.prefix()), topic);
    }
  }

  void start() {
    thread.start();
  }

  /** Whether the last records have been read, so that viewers may come. */
  boolean warm() {
    return warm;
  }

  private void run() {
    boolean told = false;
    while (!closed) {
      try {
        int which = identity();
        Map<String, Object> properties = new HashMap<>(source.consumer());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<String, byte[]> made = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        try {
          consumer = made;
          if (!closed) {
            follow(made, which);
          }
          told = false;
        } finally {
          consumer = null;
          made.close(CloseOptions.timeout(CLOSE));
        }
      } catch (WakeupException e) {
        LOG.debug("the live stream is read no more", e);
      } catch (Exception e) {
        if (!told && !closed) {
          LOG.warn("the live stream cannot be read, trying again every {} s: {}", AGAIN.toSeconds(), e.toString());
          told = true;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      ending.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Which topics these are: another number where one was made anew under its old name. */
  private int identity() throws Exception {
    try (Admin made = Admin.create(source.admin())) {
      admin = made;
      if (closed) {
        throw new WakeupException();
      }
      var described = made.describeTopics(byName.keySet()).allTopicNames().get(ADMIN_SECONDS, TimeUnit.SECONDS);
      return Arrays.stream(LiveTopic.values()).map(topic -> described.get(topic.name(source.prefix())).topicId().toString()).toList().hashCode();
    } finally {
      admin = null;
    }
  }

  private void follow(KafkaConsumer<String, byte[]> reader, int which) {
    List<TopicPartition> partitions = partitions(reader);
    reader.assign(partitions);
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
    ring.begin(which, ring.holds(which) ? shape(partitions) : recent(reader, partitions, ends));
    Marks from = ring.marks();
    partitions.forEach(p -> reader.seek(p, from.next(byName.get(p.topic()).ordinal(), p.partition())));
    if (!warm) {
      // All of them at once, so that what an earlier instance told comes in the order of that time; there are only so many.
      List<ConsumerRecord<String, byte[]>> recent = new ArrayList<>();
      while (!closed && partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
        reader.poll(POLL).forEach(recent::add);
      }
      ByTime.each(recent, this::take);
      warm = true;
    }
    long look = System.nanoTime() + LAYOUT.toNanos();
    while (!closed) {
      ConsumerRecords<String, byte[]> records = reader.poll(POLL);
      ByTime.each(records, this::take);
      if (System.nanoTime() > look) {
        if (partitions(reader).size() != partitions.size()) {
          return;
        }
        look = System.nanoTime() + LAYOUT.toNanos();
      }
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader) {
    return Arrays.stream(LiveTopic.values()).map(topic -> topic.name(source.prefix()))
        .flatMap(topic -> reader.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition()))).toList();
  }

  private long[][] shape(List<TopicPartition> partitions) {
    long[][] offsets = new long[LiveTopic.values().length][];
    for (LiveTopic topic : LiveTopic.values()) {
      offsets[topic.ordinal()] = new long[(int) partitions.stream().filter(p -> byName.get(p.topic()) == topic).count()];
    }
    return offsets;
  }

  private long[][] recent(KafkaConsumer<String, byte[]> reader, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> begins = reader.beginningOffsets(partitions);
    long[][] from = shape(partitions);
    for (TopicPartition p : partitions) {
      LiveTopic topic = byName.get(p.topic());
      long[] of = from[topic.ordinal()];
      of[p.partition()] = Math.max(begins.get(p), ends.get(p) - topic.recent(of.length));
    }
    return from;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    LiveTopic topic = byName.get(record.topic());
    if (record.offset() < ring.next(topic.ordinal(), record.partition())) {
      throw new IllegalStateException("the offsets of " + record.topic() + " began again");
    }
    Instant written = Instant.ofEpochMilli(record.timestamp());
    Line line = null;
    byte[] json = null;
    if (record.value() != null) {
      try {
        line = topic.line(record.value(), written);
        json = Json.write(line);
      } catch (RuntimeException e) {
        LOG.warn("{}-{}@{} is not told live: {}", record.topic(), record.partition(), record.offset(), e.toString());
      }
    }
    if (json == null) {
      ring.pass(topic.ordinal(), record.partition(), record.offset());
    } else {
      taken.accept(line, written);
      ring.add(topic.ordinal(), record.partition(), record.offset(), written, json, Facets.of(line));
    }
  }

  /** Never interrupts: a consumer that is interrupted while it closes tells of a fault. */
  @Override
  public void close() {
    closed = true;
    ending.countDown();
    Admin asking = admin;
    if (asking != null) {
      asking.close(Duration.ZERO);
    }
    KafkaConsumer<String, byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join(2 * CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
