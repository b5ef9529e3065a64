package dev.demarche.tagging.encoder;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What the graph gave for the windows of late, by all that it was given: the pieces, their types and where words begin, so that no two windows
 * are taken for one. Bounded by bytes; the one that was asked for longest ago goes first. Safe for threads.
 */
final class SeenWindows {
  private final long most;
  private final Map<Key, Rows> known = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** @param most bytes that it may hold, 0 for nothing */
  SeenWindows(long most) {
    this.most = most;
  }

  private record Key(int[] input, int hash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.hash == hash && Arrays.equals(key.input, input);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Rows get(LongBuffer ids, LongBuffer types, int[] firsts, Supplier<Rows> graph) {
    if (most == 0) {
      return graph.get();
    }
    Key key = key(ids, types, firsts);
    synchronized (known) {
      Rows rows = known.get(key);
      if (rows != null) {
        hits.increment();
        return rows;
      }
    }
    misses.increment();
    Rows fresh = graph.get();
    synchronized (known) {
      if (known.putIfAbsent(key, fresh) == null) {
        bytes += size(key, fresh);
      }
      for (var eldest = known.entrySet().iterator(); bytes > most && eldest.hasNext(); ) {
        Map.Entry<Key, Rows> entry = eldest.next();
        bytes -= size(entry.getKey(), entry.getValue());
        eldest.remove();
      }
    }
    return fresh;
  }

  private static Key key(LongBuffer ids, LongBuffer types, int[] firsts) {
    int[] input = new int[ids.remaining()];
    for (int i = 0; i < input.length; i++) {
      input[i] = (int) (ids.get(i) << 4 | types.get(i) << 1);
    }
    for (int first : firsts) {
      input[first] |= 1;
    }
    return new Key(input, Arrays.hashCode(input));
  }

  private static long size(Key key, Rows rows) {
    return rows.bytes() + (long) key.input.length * Integer.BYTES;
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }
}
