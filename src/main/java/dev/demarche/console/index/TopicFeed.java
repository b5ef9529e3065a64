package dev.demarche.console.index;

import dev.demarche.topics.Topic;
import dev.demarche.topics.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an index from the topics, in a thread of its own: tagged articles, and the records of all {@link Shelves}. How far it has read stands in the
 * index's own commits, so that it goes on there after a stop or a crash, and nothing is lost or doubled. A record that cannot be read is counted and
 * passed over; a topic that is missing or may not be read is told, and looked for again. Where the index or the broker fails, it begins anew from the
 * last commit. Construction does no I/O; {@link #start()} does, in that thread.
 */
public final class TopicFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long SEARCHABLE_MILLIS = 200;
  /** While there is so much to read that nobody waits for the last of it. */
  private static final long SEARCHABLE_BEHIND_MILLIS = 3_000;
  private static final long MUCH = 5_000;
  private static final long COMMIT_MILLIS = 5_000;
  private static final long LOOK_MILLIS = 30_000;
  private static final long PRUNE_MILLIS = 600_000;
  private static final long AGAIN_MILLIS = 5_000;
  private static final long AGAIN_MOST_MILLIS = 60_000;
  private static final String PATIENCE_MILLIS = "5000";
  private static final long TOLD_EVERY = 1_000;

  private final IndexFiles files;
  private final Map<String, Object> consumerProperties;
  private final TopicFinder finder;
  private final Duration kept;
  private final Clock clock;
  private final Map<String, Topic<?, ?>> topics = new LinkedHashMap<>();
  private final Map<String, Shelves<?>> shelves = new HashMap<>();
  private final AtomicLong unreadable = new AtomicLong();
  private final Object pause = new Object();
  private volatile boolean stopped;
  private volatile boolean abandoned;
  private volatile boolean caughtUp;
  private volatile long behind = -1;
  private KafkaConsumer<String, byte[]> consumer;
  private Thread thread;

  /**
   * A feed that is not started.
   *
   * @param consumer of Kafka, must read what is committed alone
   * @param admin    for Kafka, to look for the topics
   * @param prefix   of the topics' names
   * @param kept     how long articles, and records of topics that are streams, are kept after their topic took them
   */
  public TopicFeed(NewsIndex index, Map<String, Object> consumer, Map<String, Object> admin, String prefix, Duration kept, Clock clock) {
    this.files = index.files();
    this.kept = kept;
    this.clock = clock;
    this.consumerProperties = new HashMap<>(consumer);
    consumerProperties.keySet().removeIf(ConsumerConfig.GROUP_ID_CONFIG::equals);
    consumerProperties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    consumerProperties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumerProperties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
    topics.put(Topics.TAGGED.name(prefix), Topics.TAGGED);
    for (Shelves<?> shelf : Shelves.ALL) {
      topics.put(shelf.topic().name(prefix), shelf.topic());
      shelves.put(shelf.topic().name(prefix), shelf);
    }
    // What waits for the broker is soon ended, for closing waits for it.
    Map<String, Object> patience = Map.of(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    consumerProperties.putAll(patience);
    Map<String, Object> adminProperties = new HashMap<>(admin);
    adminProperties.putAll(patience);
    this.finder = new TopicFinder(adminProperties, topics.keySet());
  }

  /** Reads from now on. */
  public void start() {
    thread = new Thread(this::run, "console-feed");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it has read, since it was started, all that the topics held at some time. */
  public boolean caughtUp() {
    return caughtUp;
  }

  /** How many records there are to read, roughly; -1 while that is not known. */
  public long behind() {
    return behind;
  }

  /** How many records were passed over because they cannot be read. */
  public long unreadable() {
    return unreadable.get();
  }

  /** All of these at one time. */
  public Progress progress() {
    return new Progress(caughtUp, behind, unreadable.get());
  }

  private void run() {
    long again = AGAIN_MILLIS;
    while (!stopped) {
      try (TopicFinder looking = finder.open()) {
        read(files.open());
      } catch (IOException | RuntimeException e) {
        LOG.warn("the console cannot read the topics: {}; it tries again in {} s", e.toString(), again / 1_000);
        LOG.debug("why it cannot", e);
        sleep(again);
        again = Math.min(2 * again, AGAIN_MOST_MILLIS);
      } finally {
        closeFiles();
      }
    }
  }

  private void closeFiles() {
    try {
      files.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("the console's index was not closed: {}", e.toString());
    }
  }

  private void read(Map<String, String> mark) throws IOException {
    try (KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(consumerProperties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer = opened;
      Reading reading = new Reading(new ReadMark(mark));
      while (!stopped) {
        reading.round();
      }
      if (!abandoned) {
        reading.commit();
      }
    } finally {
      consumer = null;
    }
  }

  /** One time of reading, from one commit of the index on. */
  private final class Reading {
    private final ReadMark mark;
    private long looked = Long.MIN_VALUE / 2;
    private long refreshed = millis();
    private long committed = millis();
    private long pruned = Long.MIN_VALUE / 2;
    private boolean changed;
    private boolean uncommitted;

    Reading(ReadMark mark) {
      this.mark = mark;
    }

    void round() throws IOException {
      if (files.isDamaged()) {
        throw new IOException("the index is damaged");
      }
      if (millis() - looked > LOOK_MILLIS) {
        look();
        looked = millis();
      }
      poll();
      if (changed && millis() - refreshed > (behind > MUCH ? SEARCHABLE_BEHIND_MILLIS : SEARCHABLE_MILLIS)) {
        refresh();
      }
      measure();
      if (millis() - pruned > PRUNE_MILLIS) {
        prune();
        pruned = millis();
      }
      if (uncommitted && millis() - committed > COMMIT_MILLIS) {
        commit();
      }
    }

    private void poll() throws IOException {
      if (consumer.assignment().isEmpty()) {
        sleep(POLL.toMillis());
        return;
      }
      try {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record);
          changed = true;
          uncommitted = true;
        }
      } catch (TopicAuthorizationException e) {
        e.unauthorizedTopics().forEach(finder::deny);
        consumer.assign(consumer.assignment().stream().filter(each -> !e.unauthorizedTopics().contains(each.topic())).toList());
      }
    }

    private void refresh() throws IOException {
      files.refresh();
      changed = false;
      refreshed = millis();
    }

    /** What was read is seen before it is said to be. */
    private void measure() throws IOException {
      long sum = 0;
      for (TopicPartition partition : consumer.assignment()) {
        OptionalLong lag = consumer.currentLag(partition);
        if (lag.isEmpty()) {
          return;
        }
        sum += lag.getAsLong();
      }
      if (sum == 0 && !caughtUp && !consumer.assignment().isEmpty()) {
        refresh();
        caughtUp = true;
      }
      behind = consumer.assignment().isEmpty() ? -1 : sum;
    }

    void commit() throws IOException {
      consumer.assignment().forEach(partition -> mark.reached(partition, consumer.position(partition)));
      files.commit(mark.values());
      uncommitted = false;
      committed = millis();
    }

    private void prune() throws IOException {
      Instant oldest = clock.instant().minus(kept);
      for (Topic<?, ?> topic : topics.values()) {
        if (topic.kind() == Topic.Kind.STREAM) {
          files.prune(topic, oldest);
        }
      }
      changed = true;
      uncommitted = true;
    }

    /** Begins to read partitions that were not there before. */
    private void look() throws IOException {
      consumer.assignment().forEach(partition -> mark.reached(partition, consumer.position(partition)));
      Map<TopicPartition, Long> from = new LinkedHashMap<>();
      for (TopicFinder.Present topic : finder.look()) {
        if (!mark.isOf(topic.name(), topic.id())) {
          files.removeAll(topics.get(topic.name()));
          mark.begin(topic.name(), topic.id());
        }
        topic.partitions().forEach(partition -> from.put(partition, mark.of(partition).orElseGet(() -> begin(partition))));
      }
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
    }

    private long begin(TopicPartition partition) {
      if (topics.get(partition.topic()).kind() != Topic.Kind.STREAM) {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
      }
      var first = consumer.offsetsForTimes(Map.of(partition, clock.instant().minus(kept).toEpochMilli())).get(partition);
      return first == null ? consumer.endOffsets(List.of(partition)).get(partition) : first.offset();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) throws IOException {
    try {
      Instant seen = Instant.ofEpochMilli(record.timestamp());
      Shelves<?> shelf = shelves.get(record.topic());
      if (shelf != null) {
        take(shelf, record, seen);
      } else if (record.value() != null) {
        files.put(record.value(), seen);
      } else if (record.key() != null) {
        files.removeArticle(record.key());
      }
    } catch (AlreadyClosedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (unreadable.getAndIncrement() % TOLD_EVERY == 0) {
        LOG.warn("{}-{}@{} cannot be shown and is passed over ({} so far): {}", record.topic(), record.partition(), record.offset(), unreadable.get(),
            e.toString());
      }
    }
  }

  private <V> void take(Shelves<V> shelf, ConsumerRecord<String, byte[]> record, Instant seen) throws IOException {
    V value = record.value() == null ? null : shelf.topic().values().deserializer().deserialize(record.topic(), record.value());
    String key = shelf.key(record.key(), value, record.topic() + "-" + record.partition() + "@" + record.offset());
    if (value != null) {
      files.put(shelf, key, value, record.value(), seen, record.offset());
    } else if (key != null) {
      files.remove(shelf, key);
    }
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }

  private void sleep(long millis) {
    synchronized (pause) {
      if (!stopped) {
        try {
          pause.wait(millis);
        } catch (InterruptedException e) {
          stopped = true;
        }
      }
    }
  }

  /** Ends as a crash does: what was read since the last commit is lost. */
  void abandon() {
    abandoned = true;
    close();
  }

  /** Commits what was read, and lets go of the index. */
  @Override
  public void close() {
    synchronized (pause) {
      stopped = true;
      pause.notifyAll();
    }
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
