package dev.demarche.delivery;

import dev.demarche.delivery.DeliveryCounts.Name;
import dev.demarche.delivery.channels.Channel;
import dev.demarche.delivery.channels.Channels;
import dev.demarche.delivery.receivers.Receiver;
import dev.demarche.delivery.receivers.ReceiversFile;
import dev.demarche.domain.Delivery;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers of alerts. Instances of one group share the partitions of the topic of alerts; each delivery is recorded on the topic of
 * deliveries before its alert counts as read, so that a crash loses none, and each has the alert's id, which never changes. Each receiver has
 * its own backlog and its own threads: one that hangs holds up nobody else. Construction does no I/O, {@link #start()} does;
 * {@link #close()} lets attempts that are under way end, records them and hands the partitions over.
 */
public final class DeliveryService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration FINISH = Duration.ofSeconds(8);

  private final Plan plan;
  private final Map<String, Backlog> backlogs = new LinkedHashMap<>();
  private final DeliveryCounts counts;
  private final List<Thread> workers = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> fault = new AtomicReference<>();
  private volatile boolean stopping;
  private volatile Intake intake;
  private Channels channels;
  private DeliveryLog log;
  private NotificationShelf shelf;
  private Thread loop;

  /**
   * What a service works with.
   *
   * @param file     receivers and routes
   * @param consumer properties of consumers that see what is committed; without a group
   * @param producer properties of producers that lose nothing
   * @param group    whose instances share the partitions
   * @param from     where a new group begins: {@code earliest} or {@code latest}
   * @param window   how many deliveries of one receiver and partition stand in memory at most
   * @param prefix   of the topics
   * @param agent    names this program to servers
   * @param out      standard output, for a receiver of that kind
   * @param clock    the time of attempts
   */
  public record Plan(ReceiversFile file, Map<String, Object> consumer, Map<String, Object> producer, String group, String from, int window,
                     String prefix, String agent, OutputStream out, Clock clock) {}

  public DeliveryService(Plan plan) {
    this.plan = plan;
    plan.file().receivers().forEach((name, receiver) -> backlogs.put(name, new Backlog(receiver, plan.window(), plan.clock())));
    this.counts = new DeliveryCounts(backlogs.keySet());
  }

  /**
   * Joins the group and begins; returns at once.
   *
   * @throws KafkaException if the cluster cannot be reached or a topic is missing
   */
  public synchronized void start() {
    channels = new Channels(plan.file(), plan.agent(), plan.out(), plan.clock());
    log = new DeliveryLog(plan.producer(), plan.consumer(), plan.prefix());
    shelf = new NotificationShelf(plan.consumer(), plan.prefix());
    for (Backlog backlog : backlogs.values()) {
      Receiver receiver = backlog.receiver();
      Channel channel = channels.of(receiver);
      for (int i = 0; i < receiver.atOnce(); i++) {
        workers.add(thread("deliver-" + receiver.name() + "-" + i, new Worker(backlog, channel, shelf, log, counts, plan.clock())));
      }
    }
    loop = thread("deliver", this::loop);
    workers.forEach(Thread::start);
    loop.start();
  }

  private Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, e) -> fail(e));
    return thread;
  }

  private void loop() {
    try {
      while (!stopping) {
        try (Intake session = new Intake(consumer(), plan.prefix(), plan.file().root(), backlogs, log, shelf, plan.clock())) {
          intake = session;
          session.run(() -> stopping);
        } catch (AuthorizationException | AuthenticationException | InvalidTopicException e) {
          throw e;
        } catch (KafkaException e) {
          LOG.warn("notifications cannot be read, and are tried again: {}", e.toString());
          LOG.debug("notifications cannot be read", e);
          Thread.sleep(RETRY.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      ended.countDown();
    }
  }

  /** A receiver whose thread has died would be told nothing, and nobody would know: everything ends. */
  private void fail(Throwable e) {
    LOG.error("delivery ends: {}", e.toString());
    LOG.debug("delivery ends", e);
    fault.compareAndSet(null, e);
    stopping = true;
    ended.countDown();
  }

  private Map<String, Object> consumer() {
    Map<String, Object> properties = new HashMap<>(plan.consumer());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, plan.group());
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, plan.from());
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "200");
    properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000");
    properties.putIfAbsent(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
    return properties;
  }

  /** Whether this instance is a member of the group and knows its partitions. */
  public boolean ready() {
    Intake now = intake;
    return now != null && now.joined() && !stopping && fault.get() == null;
  }

  /** The fault that ended it, or null. */
  public Throwable fault() {
    return fault.get();
  }

  /** Waits until it has ended, by {@link #close()} or a fault. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** The names of the receivers, in the order of the file. */
  public List<String> receivers() {
    return List.copyOf(backlogs.keySet());
  }

  /** Attempts made with {@code receiver} since the start; one message is one attempt. */
  public long attempts(String receiver) {
    return counts.of(receiver, Name.ATTEMPTS);
  }

  /** Deliveries to {@code receiver} that ended so since the start; 0 for those that have not ended. */
  public long ended(String receiver, Delivery.Status status) {
    return switch (status) {
      case DELIVERED -> counts.of(receiver, Name.DELIVERED);
      case FAILED -> counts.of(receiver, Name.FAILED);
      case DISABLED -> counts.of(receiver, Name.DISABLED);
      case PENDING -> 0;
    };
  }

  /** Deliveries to {@code receiver} that wait in memory on this instance. */
  public int pending(String receiver) {
    return backlogs.get(receiver).size();
  }

  /** Whether {@code receiver} wants no more. */
  public boolean disabled(String receiver) {
    return backlogs.get(receiver).gone() != null;
  }

  /** Notifications that wait in the partitions of this instance and are not routed yet. */
  public long lag() {
    Intake now = intake;
    return now == null ? 0 : now.lag();
  }

  @Override
  public synchronized void close() {
    backlogs.values().forEach(Backlog::close);
    long end = System.nanoTime() + FINISH.toNanos();
    try {
      for (Thread worker : workers) {
        worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
      stopping = true;
      if (loop != null) {
        loop.join(FINISH.toMillis());
      }
      workers.forEach(Thread::interrupt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopping = true;
    ended.countDown();
    for (AutoCloseable part : new AutoCloseable[] {channels, shelf, log}) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception e) {
        LOG.warn("a part of the delivery did not close: {}", e.getMessage());
      }
    }
  }
}
