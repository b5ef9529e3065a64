package dev.demarche.delivery;

import dev.demarche.domain.Delivery;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** What an instance remembers of a partition of alerts that it has, besides what is open in it. For use by one thread. */
final class Part {
  private static final int MOST = 20_000;
  private static final String BOOKMARK = "deliveries@";

  private final long epoch;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, Long> strays = new LinkedHashMap<>();
  private final Map<String, Disabled> disabled = new HashMap<>();
  private long scannedTo;
  private long logEnd;
  private OffsetAndMetadata lastCommit;

  /** The newest word of a receiver that wants no more, and where it is recorded. */
  private record Disabled(long at, String answer) {}

  /** @param committed what was last committed for the partition, or null */
  Part(long epoch, OffsetAndMetadata committed) {
    this.epoch = epoch;
    this.lastCommit = committed;
  }

  long epoch() {
    return epoch;
  }

  /** The offset of the log that a commit names; 0 where it names none. */
  static long bookmark(OffsetAndMetadata committed) {
    String words = committed == null ? "" : committed.metadata();
    return words != null && words.matches(BOOKMARK + "[0-9]{1,18}") ? Long.parseLong(words.substring(BOOKMARK.length())) : 0;
  }

  /** Notes what stands in the log. @param told whether there is such a receiver */
  void note(Delivery delivery, long at, boolean told) {
    remember(delivery.key());
    if (told || !delivery.open()) {
      strays.remove(delivery.key());
    } else if (strays.size() < MOST) {
      strays.put(delivery.key(), at);
    }
    noteDisabled(delivery, at);
  }

  /** Notes the newest word of a receiver that wants no more. */
  void noteDisabled(Delivery delivery, long at) {
    if (delivery.status() == Delivery.Status.DISABLED) {
      disabled.put(delivery.receiver(), new Disabled(at, delivery.answer()));
    } else if (delivery.asked() || delivery.status() == Delivery.Status.DELIVERED) {
      disabled.remove(delivery.receiver());
    }
  }

  /** Notes that a delivery is recorded, or is about to be; the newest {@value #MOST} stay known. */
  void remember(String key) {
    if (known.add(key) && known.size() > MOST) {
      known.remove(known.iterator().next());
    }
  }

  /** Whether the delivery was recorded lately: the alert is read again, or stands on the topic twice. */
  boolean knows(String key) {
    return known.contains(key);
  }

  /** Deliveries that are open for receivers that the file does not name. */
  int strays() {
    return strays.size();
  }

  /** Receivers that want no more, with what they said. */
  Map<String, String> disabled() {
    Map<String, String> words = new HashMap<>();
    disabled.forEach((receiver, word) -> words.put(receiver, word.answer() == null ? "disabled" : word.answer()));
    return words;
  }

  /** Notes that the log was read up to {@code end} when the partition came to this instance. */
  void scanned(long end) {
    scannedTo = end;
    readTo(end);
  }

  long scannedTo() {
    return scannedTo;
  }

  /** Notes that all before {@code end} of the log is known. */
  void readTo(long end) {
    logEnd = Math.max(logEnd, end);
  }

  /** What a commit at {@code position} says, where {@code open} is the offset from which all that is open for receivers can be read. */
  OffsetAndMetadata commit(long position, long open) {
    long from = Math.min(open, logEnd);
    for (long at : strays.values()) {
      from = Math.min(from, at);
    }
    for (Disabled word : disabled.values()) {
      from = Math.min(from, word.at());
    }
    return new OffsetAndMetadata(position, BOOKMARK + from);
  }

  /** Whether {@code commit} says anything new. */
  boolean isNew(OffsetAndMetadata commit) {
    return !commit.equals(lastCommit);
  }

  void committed(OffsetAndMetadata commit) {
    lastCommit = commit;
  }
}
