package dev.demarche.console.live;

import dev.demarche.console.live.LiveFilter.Facets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The last events, each with its bytes, which are made once for all viewers. A viewer keeps the number of the event that is its next; one that falls behind the
 * oldest is told so. Bounded, so that nobody's slowness costs memory. Safe for use by several threads.
 */
final class Ring {
  /** How far a viewer has come who has nothing to leave out. */
  record Start(long cursor, Marks skip, Gap gap) {}

  /**
   * What a viewer has missed.
   *
   * @param missed at most so many records, those among them that nobody sees, or that this viewer does not ask for; null where it cannot be known
   * @param since  the last that the viewer has was written then
   * @param until  what follows was written then, or later
   */
  record Gap(Long missed, Instant since, Instant until) {}

  /** What a viewer gets next: {@code bytes}, perhaps none, and the number of the event after them. */
  record Chunk(byte[] bytes, long next, long seconds) {}

  /** The newest lines as JSON, the newest first, and how far a viewer who has them has come. */
  record Newest(List<byte[]> lines, Marks marks) {}

  private record Event(int topic, int partition, long offset, long seconds, byte[] marks, byte[] json, Facets facets) {}

  private final Event[] events;
  private long head;
  private long tail;
  private int topics;
  private boolean begun;
  private long seconds;
  private long floorSeconds;
  private long[][] next = new long[0][];
  private long[][] floor = new long[0][];

  /** A ring of {@code size} events at most. */
  Ring(int size) {
    events = new Event[size];
  }

  /** From where on what topics are read; what is held of others is let go, and of the same ones kept. */
  synchronized void begin(int which, long[][] from) {
    if (!begun || topics != which) {
      topics = which;
      next = copy(from);
      floor = copy(from);
      Arrays.fill(events, null);
      tail = head;
      seconds = 0;
      floorSeconds = 0;
      begun = true;
      return;
    }
    for (int t = 0; t < from.length; t++) {
      // Partitions that were added meanwhile are read from their begin.
      next[t] = Arrays.copyOf(next[t], from[t].length);
      floor[t] = Arrays.copyOf(floor[t], from[t].length);
    }
  }

  /** Whether {@link #begin} was told these topics, so that {@link #marks()} says where to read on. */
  synchronized boolean holds(int which) {
    return begun && topics == which;
  }

  /** How far all has been read. */
  synchronized Marks marks() {
    return new Marks(topics, seconds, copy(next));
  }

  /** The first record of a partition that was not read. */
  synchronized long next(int topic, int partition) {
    return next[topic][partition];
  }

  /** The number of the event that comes next. */
  synchronized long head() {
    return head;
  }

  /** Takes a record that holds nothing for viewers. */
  synchronized void pass(int topic, int partition, long offset) {
    next[topic][partition] = offset + 1;
  }

  /** Takes a record whose line is {@code json}; the oldest event goes where there is no room. */
  synchronized void add(int topic, int partition, long offset, Instant written, byte[] json, Facets facets) {
    pass(topic, partition, offset);
    seconds = Math.max(seconds, written.getEpochSecond());
    int slot = (int) (head % events.length);
    if (head - tail == events.length) {
      Event old = events[slot];
      floor[old.topic()][old.partition()] = old.offset() + 1;
      floorSeconds = old.seconds();
      tail++;
    }
    byte[] id = new Marks(topics, seconds, next).write().getBytes(StandardCharsets.US_ASCII);
    events[slot] = new Event(topic, partition, offset, seconds, id, json, facets);
    head++;
  }

  /** Where a viewer who has nothing begins: with what comes. */
  synchronized Start now() {
    return new Start(head, null, null);
  }

  /** Where a viewer goes on who has come so far. */
  synchronized Start after(Marks marks) {
    if (marks.topics() != topics) {
      return new Start(head, null, new Gap(null, Instant.ofEpochSecond(marks.seconds()), Instant.ofEpochSecond(seconds)));
    }
    Marks oldest = new Marks(topics, floorSeconds, copy(floor));
    Marks clipped = clip(marks);
    long missed = clipped.missing(oldest);
    return new Start(tail, clipped.or(oldest), missed == 0 ? null : gap(missed, marks.seconds()));
  }

  /** What a viewer has missed whose next event is {@code cursor}, which lies before the oldest one, and where it goes on. */
  synchronized Start behind(long cursor, Marks skip, long since) {
    Marks oldest = new Marks(topics, floorSeconds, copy(floor));
    return new Start(tail, skip == null ? oldest : skip.or(oldest), gap(tail - cursor, since));
  }

  private Gap gap(long missed, long since) {
    long until = head > tail ? events[(int) (tail % events.length)].seconds() : seconds;
    return new Gap(missed, Instant.ofEpochSecond(since), Instant.ofEpochSecond(until));
  }

  /**
   * What comes from {@code cursor} on that {@code filter} admits, {@code most} bytes or little more.
   *
   * @param skip what the viewer has already, or null where that is just what lies before {@code cursor}
   * @return null where {@code cursor} lies before the oldest event: see {@link #behind}
   */
  synchronized Chunk take(long cursor, LiveFilter filter, Marks skip, int most) {
    if (cursor < tail) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long at = cursor;
    long time = 0;
    for (; at < head && out.size() < most; at++) {
      Event event = events[(int) (at % events.length)];
      time = event.seconds();
      if (filter.admits(event.facets()) && (skip == null || event.offset() >= skip.next(event.topic(), event.partition()))) {
        write(out, event, skip);
      }
    }
    return new Chunk(out.toByteArray(), at, time);
  }

  private static void write(ByteArrayOutputStream out, Event event, Marks skip) {
    byte[] id = event.marks();
    if (skip != null) {
      String own = new String(id, StandardCharsets.US_ASCII);
      id = Marks.read(own).orElseThrow().or(skip).write().getBytes(StandardCharsets.US_ASCII);
    }
    ascii(out, "id: ");
    out.writeBytes(id);
    ascii(out, "\nevent: " + event.facets().kind().name().toLowerCase(Locale.ROOT) + "\ndata: ");
    out.writeBytes(event.json());
    ascii(out, "\n\n");
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The newest lines that {@code filter} admits, {@code limit} at most. */
  synchronized Newest newest(LiveFilter filter, int limit) {
    List<byte[]> lines = new ArrayList<>();
    for (long at = head - 1; at >= tail && lines.size() < limit; at--) {
      Event event = events[(int) (at % events.length)];
      if (filter.admits(event.facets())) {
        lines.add(event.json());
      }
    }
    return new Newest(lines, marks());
  }

  /** {@code marks} with the topics and partitions that there are. */
  private Marks clip(Marks marks) {
    long[][] same = new long[next.length][];
    for (int t = 0; t < next.length; t++) {
      same[t] = new long[next[t].length];
      for (int p = 0; p < same[t].length; p++) {
        same[t][p] = marks.next(t, p);
      }
    }
    return new Marks(topics, marks.seconds(), same);
  }

  private static long[][] copy(long[][] offsets) {
    return Arrays.stream(offsets).map(long[]::clone).toArray(long[][]::new);
  }
}
