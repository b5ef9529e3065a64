package dev.demarche.console.live;

import dev.demarche.console.live.Ring.Newest;
import dev.demarche.topics.Json;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.ServletOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The live stream of an instance: one reader of the topics, the last events in a ring, and the viewers. Two threads in all, however many viewers there are.
 * Construction does no I/O; {@link #start()} begins to read, in the background. Safe for use by several threads.
 */
public final class Live implements AutoCloseable, MeterBinder {
  /** About a minute and a half at 150 events a second, and some 30 MB. */
  static final int EVENTS = 16_384;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Ring ring;
  private final Chunks chunks;
  private final Minutes minutes;
  private final Feed feed;
  private final Pump pump;
  private final Duration heartbeat;
  private final LongAdder refused = new LongAdder();

  /**
   * A stream that is not read yet.
   *
   * @param source  where the topics are
   * @param viewers how many there may be at a time
   * @param clock   tells which the last hour is
   */
  public Live(LiveSource source, int viewers, Clock clock) {
    this(Objects.requireNonNull(source, "source"), viewers, clock, EVENTS, HEARTBEAT);
  }

  /** @param source null where the ring is filled by somebody else */
  Live(LiveSource source, int viewers, Clock clock, int events, Duration heartbeat) {
    ring = new Ring(events);
    chunks = new Chunks(ring);
    minutes = new Minutes(clock);
    feed = source == null ? null : new Feed(source, ring, (line, written) -> minutes.take(line.kind(), written));
    pump = new Pump(viewers);
    this.heartbeat = heartbeat;
  }

  /** Reads the topics from now on. */
  public void start() {
    if (feed != null) {
      feed.start();
    }
    pump.start();
  }

  /** Whether the last records have been read. */
  public boolean warm() {
    return feed == null || feed.warm();
  }

  /** What came last, and the id from which on a viewer gets what comes next. */
  record Recent(List<Line> lines, String id) {}

  Recent recent(LiveFilter filter, int limit) {
    Newest newest = ring.newest(filter, limit);
    return new Recent(newest.lines().stream().map(json -> Json.read(json, Line.class)).toList(), newest.marks().write());
  }

  Minutes.Hour hour() {
    return minutes.hour();
  }

  Ring ring() {
    return ring;
  }

  /** A viewer that goes on at {@code start}. */
  Viewer viewer(LiveFilter filter, Ring.Start start, ServletOutputStream out) {
    return new Viewer(ring, chunks, filter, start, heartbeat, out);
  }

  /** The viewers; empty of room where there are too many. */
  Optional<Pump> room() {
    if (pump.enter()) {
      return Optional.of(pump);
    }
    refused.increment();
    return Optional.empty();
  }

  /** How many viewers there are. */
  int viewers() {
    return pump.viewers();
  }

  /** Lets all viewers go; no more come. */
  public void letGo() {
    pump.close();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("demarche.live.viewers", pump, Pump::viewers).description("open connections to the live stream").register(registry);
    FunctionCounter.builder("demarche.live.events", ring, Ring::head).description("events that came into the live stream").register(registry);
    FunctionCounter.builder("demarche.live.refused", refused, LongAdder::sum).description("viewers for whom there was no room").register(registry);
  }

  @Override
  public void close() {
    pump.close();
    if (feed != null) {
      feed.close();
    }
  }
}
