package dev.demarche.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done for each receiver since the start. Safe for use by several threads. */
final class DeliveryCounts {
  private final Map<String, Map<Name, LongAdder>> counts = new TreeMap<>();

  /** What is counted: messages tried, and deliveries that ended. */
  enum Name { ATTEMPTS, DELIVERED, FAILED, DISABLED }

  DeliveryCounts(Iterable<String> receivers) {
    receivers.forEach(receiver -> {
      Map<Name, LongAdder> own = new EnumMap<>(Name.class);
      for (Name name : Name.values()) {
        own.put(name, new LongAdder());
      }
      counts.put(receiver, own);
    });
  }

  void add(String receiver, Name name) {
    counts.get(receiver).get(name).increment();
  }

  long of(String receiver, Name name) {
    return counts.get(receiver).get(name).sum();
  }
}
