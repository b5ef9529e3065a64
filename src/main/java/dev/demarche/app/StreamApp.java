package dev.demarche.app;

import dev.demarche.console.ListenAddress;
import dev.demarche.console.Readiness;
import dev.demarche.domain.Actor;
import dev.demarche.domain.Houses;
import dev.demarche.domain.Issue;
import dev.demarche.network.RegisteredHouses;
import dev.demarche.pipeline.Counters;
import dev.demarche.pipeline.NewsTopology;
import dev.demarche.pipeline.StoredLines;
import dev.demarche.pipeline.StreamProperties;
import dev.demarche.positions.Rules;
import dev.demarche.tagging.Tagger;
import dev.demarche.topics.ArticleCodec;
import dev.demarche.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of the stream. Construction does no I/O, {@link #start()} does; {@link #close()} leaves the group and hands the
 * partitions over.
 */
public final class StreamApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamApp.class);
  private static final Duration CLOSE = Duration.ofSeconds(20);

  private final Settings settings;
  private final LiveTagger tagger;
  private final LiveWatches watches = new LiveWatches();
  private final LiveOffices offices = new LiveOffices();
  private final Counters counters = new Counters();
  private final Clock clock;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> fault = new AtomicReference<>();
  private volatile HostInfo self;
  private volatile KafkaStreams streams;
  private volatile boolean handedOver = true;
  private volatile ListenAddress served;
  private final ListenAddress nowhere = new ListenAddress(UUID.randomUUID() + StoredLines.NOWHERE, 1);

  /**
   * An instance that is not started.
   *
   * @param settings of the run; the bootstrap servers must be among them
   * @param maker    makes a tagger from the catalogues of actors and issues
   * @param clock    the time of receipt and of dead letters
   */
  public StreamApp(Settings settings, BiFunction<Collection<Actor>, Collection<Issue>, Tagger> maker, Clock clock) {
    this.settings = settings;
    this.tagger = new LiveTagger(maker, clock);
    this.clock = clock;
  }

  /** Tells where the HTTP endpoint of this instance listens; before {@link #start()}, so that other instances come to know of it. */
  public void servedAt(ListenAddress address) {
    served = address;
  }

  /**
   * Loads the catalogues and starts reading articles; returns at once.
   *
   * @throws SettingsException if the bootstrap servers are not set or the state folder is in use
   */
  public void start() {
    Properties properties = properties(settings);
    ListenAddress server = server();
    self = new HostInfo(server.host(), server.port());
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server.toString());
    TopologyConfig config = new TopologyConfig(new StreamsConfig(properties));
    NewsTopology.Parts parts = new NewsTopology.Parts(settings.text(Setting.TOPIC_PREFIX),
        new ArticleCodec(settings.number(Setting.TEXT_LIMIT)), settings.number(Setting.RECORD_LIMIT),
        Duration.ofDays(settings.number(Setting.REMEMBER_DAYS)), tagger, watches::match, houses(settings),
        new NewsTopology.Standing(offices, rules(settings), watches::match),
        new NewsTopology.Pursuit(offices, new dev.demarche.conditions.Rules(settings.share(Setting.CONDITIONS_OVERLAP),
            settings.number(Setting.CONDITIONS_HISTORY)),
            Duration.ofDays(settings.number(Setting.CONDITIONS_DAYS)), watches::match),
        tagger.actors().and(watches.actors()).and(offices),
        tagger.issues(), watches, new HitPartitions(settings), counters, clock);
    try {
      streams = new KafkaStreams(NewsTopology.build(config, parts), properties);
      streams.setUncaughtExceptionHandler(this::onFault);
      streams.setStateListener((now, before) -> onState(now));
      streams.start();
    } catch (StreamsException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("lock") || message.contains("multiple instances")) {
        throw new SettingsException("the state folder " + settings.text(Setting.STATE_DIR) + " is in use by another instance; set "
            + Setting.STATE_DIR.key() + " to a folder of this one's own");
      }
      throw e;
    }
  }

  /**
   * Where other instances can ask this one: as the settings say, else where it listens. Where that is no address of one machine it is a name that nobody can
   * ask, for without one Kafka Streams does not say which keys are this instance's own.
   */
  private ListenAddress server() {
    String given = settings.text(Setting.CONSOLE_ADVERTISE);
    if (given != null && !given.isBlank()) {
      try {
        return ListenAddress.of(given);
      } catch (IllegalArgumentException e) {
        throw new SettingsException(Setting.CONSOLE_ADVERTISE.key() + ": " + e.getMessage());
      }
    }
    return served == null || served.isWildcard() ? nowhere : served;
  }

  /** The lines of this instance's store, and who has the others. */
  public StoredLines lines() {
    return new StoredLines(() -> streams, () -> self);
  }

  /** Who publishes with these settings. */
  static Houses houses(Settings settings) {
    try {
      return RegisteredHouses.owned(settings.text(Setting.PUBLISHERS_OWNERS));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(Setting.PUBLISHERS_OWNERS.key() + ": " + e.getMessage());
    }
  }

  /** What moves a position with these settings. */
  static Rules rules(Settings settings) {
    return new Rules(settings.share(Setting.SHIFTS_CONFIDENCE), settings.number(Setting.SHIFTS_PUBLISHERS),
        Duration.ofDays(settings.number(Setting.SHIFTS_WITHIN)), Duration.ofHours(settings.number(Setting.SHIFTS_SETTLE)),
        settings.number(Setting.POSITIONS_HISTORY));
  }

  /** The properties by which Kafka Streams runs with these settings. */
  static Properties properties(Settings settings) {
    return StreamProperties.of(settings.text(Setting.APPLICATION_ID), settings.required(Setting.BOOTSTRAP),
        settings.text(Setting.STATE_DIR), settings.number(Setting.THREADS), settings.text(Setting.PROCESSING_GUARANTEE),
        settings.text(Setting.GROUP_PROTOCOL), Topics.DEAD_LETTERS.name(settings.text(Setting.TOPIC_PREFIX)), settings.kafka());
  }

  private StreamThreadExceptionResponse onFault(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MissingSourceTopicException || cause instanceof AuthorizationException
          || cause instanceof AuthenticationException || cause instanceof Error) {
        fault.compareAndSet(null, cause);
        LOG.error("the stream ends: {}", cause.toString());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
    }
    LOG.warn("a stream thread failed and is replaced", e);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private void onState(KafkaStreams.State state) {
    LOG.debug("stream: {}", state);
    if (state == KafkaStreams.State.RUNNING) {
      running.countDown();
    } else if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
      if (state == KafkaStreams.State.ERROR) {
        fault.compareAndSet(null, new IllegalStateException("Kafka Streams went into the state ERROR; its log says why"));
      }
      ended.countDown();
    }
  }

  /** Waits until the catalogues are loaded and articles are read; whether they are within {@code patience}. */
  public boolean awaitRunning(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && ended.getCount() > 0) {
      if (running.await(100, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** Waits until the stream has ended, by {@link #close()} or a fault. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Whether the stream has ended. */
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** The fault that ended the stream, or null. */
  public Throwable fault() {
    return fault.get();
  }

  /** What this instance did. */
  public Counters counters() {
    return counters;
  }

  /** How this instance is at the moment. Kafka Streams runs only once the catalogues are read to their end. */
  public Readiness readiness() {
    KafkaStreams.State state = streams == null ? KafkaStreams.State.CREATED : streams.state();
    Map<String, Integer> catalogues = Map.of(Topics.ACTORS.name(), tagger.actorCount(), Topics.ISSUES.name(), tagger.issueCount(),
        Topics.WATCHES.name(), watches.count());
    String reason = switch (state) {
      case RUNNING -> "";
      case CREATED -> "the catalogues are being loaded";
      case REBALANCING -> "catalogues or local state are being loaded, or partitions are being shared out";
      case PENDING_SHUTDOWN, NOT_RUNNING -> "the instance stops";
      case PENDING_ERROR, ERROR -> "the stream ended by a fault: " + (fault.get() == null ? "see the log" : fault.get().getMessage());
    };
    boolean failed = state == KafkaStreams.State.PENDING_ERROR || state == KafkaStreams.State.ERROR || fault.get() != null;
    return new Readiness(!failed, state == KafkaStreams.State.RUNNING && !failed, state.name(), reason, catalogues);
  }

  /** The stream, or null before {@link #start()}. */
  KafkaStreams streams() {
    return streams;
  }

  /** False where {@link #close()} did not end within its 20 s, so that other instances get the partitions only when the session has timed out. */
  public boolean handedOver() {
    return handedOver;
  }

  @Override
  public void close() {
    if (streams != null) {
      handedOver = streams.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
    ended.countDown();
    watches.close();
  }
}
