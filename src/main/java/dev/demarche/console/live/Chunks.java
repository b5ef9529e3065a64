package dev.demarche.console.live;

import java.util.HashMap;
import java.util.Map;

/** What the ring holds for viewers, made once for all who ask for the same from the same event on. Safe for use by several threads. */
final class Chunks {
  private static final int MOST_BYTES = 64 * 1024;

  private record Key(long cursor, LiveFilter filter) {}

  private final Ring ring;
  private final Map<Key, Ring.Chunk> made = new HashMap<>();
  private long head;

  Chunks(Ring ring) {
    this.ring = ring;
  }

  /** What comes from {@code cursor} on; {@code skip} as in {@link Ring#take}. */
  synchronized Ring.Chunk take(long cursor, LiveFilter filter, Marks skip) {
    if (skip != null) {
      return ring.take(cursor, filter, skip, MOST_BYTES);
    }
    long now = ring.head();
    if (now != head) {
      made.clear();
      head = now;
    }
    return made.computeIfAbsent(new Key(cursor, filter), key -> ring.take(cursor, filter, null, MOST_BYTES));
  }
}
