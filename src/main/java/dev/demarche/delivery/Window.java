package dev.demarche.delivery;

import dev.demarche.domain.Delivery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is open for one receiver in one partition of alerts, bounded: the oldest alerts stand here, all that lie before the horizon; what lies
 * behind it is on the topic of deliveries alone and is read again from there once the window is empty. Not for use by several threads.
 */
final class Window {
  private final int limit;
  private final long epoch;
  private final Map<String, Open> byKey = new HashMap<>();
  private final TreeMap<Long, Open> byOffset = new TreeMap<>();
  private final Map<String, Open> taken = new HashMap<>();
  private long horizon = Long.MAX_VALUE;
  private long spilledFrom = Long.MAX_VALUE;
  private boolean closing;

  /** An empty window of at most {@code limit} deliveries. */
  Window(int limit, long epoch) {
    this.limit = limit;
    this.epoch = epoch;
  }

  long epoch() {
    return epoch;
  }

  /**
   * Takes a delivery in as it stands now, in place of what is known of it.
   *
   * @return deliveries that do not wait here any more: the one of before, and one that had to make room
   */
  List<Open> offer(Delivery delivery, long recordedAt) {
    List<Open> out = forget(delivery.key());
    if (taken.containsKey(delivery.key())) {
      return out;
    }
    if (delivery.offset() >= horizon) {
      spilledFrom = Math.min(spilledFrom, recordedAt);
      return out;
    }
    Open open = new Open(delivery, recordedAt, epoch);
    byKey.put(delivery.key(), open);
    byOffset.put(delivery.offset(), open);
    if (byKey.size() > limit) {
      Open last = byOffset.lastEntry().getValue();
      forget(last.delivery().key());
      horizon = Math.min(horizon, last.delivery().offset());
      spilledFrom = Math.min(spilledFrom, last.recordedAt());
      out.add(last);
    }
    return out;
  }

  /** What waits under {@code key}, which does no longer; none or one. */
  List<Open> forget(String key) {
    List<Open> out = new ArrayList<>();
    Open open = byKey.remove(key);
    if (open != null) {
      byOffset.remove(open.delivery().offset());
      out.add(open);
    }
    return out;
  }

  /** Notes that an attempt is made with a delivery that waits here. */
  void take(Open open) {
    forget(open.delivery().key());
    taken.put(open.delivery().key(), open);
  }

  /** Notes that the attempt has ended. */
  void giveBack(Open open) {
    taken.remove(open.delivery().key());
  }

  /** What waits. */
  Collection<Open> waiting() {
    return byKey.values();
  }

  /** What stands under {@code key}, or null. */
  Open get(String key) {
    return byKey.get(key);
  }

  int size() {
    return byKey.size() + taken.size();
  }

  boolean idle() {
    return taken.isEmpty();
  }

  /** Whether nothing is here while something is behind the horizon. */
  boolean drained() {
    return size() == 0 && spilled();
  }

  /** Whether something is behind the horizon. */
  boolean spilled() {
    return spilledFrom != Long.MAX_VALUE;
  }

  long horizon() {
    return horizon;
  }

  /** From which offset of the topic of deliveries all that is open can be read again; {@link Long#MAX_VALUE} where nothing is. */
  long from() {
    long from = spilledFrom;
    for (Open open : byKey.values()) {
      from = Math.min(from, open.recordedAt());
    }
    for (Open open : taken.values()) {
      from = Math.min(from, open.recordedAt());
    }
    return from;
  }

  void close() {
    closing = true;
  }

  boolean closing() {
    return closing;
  }
}
