package dev.demarche.topics;

import dev.demarche.topics.DeadLetter.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is to become of a dead letter's record: it can be published again, or it cannot. */
public sealed interface Republication {

  /**
   * It can be published.
   *
   * @param letter  where the dead letter stands
   * @param topic   where it goes: the topic that it came from
   * @param to      the partition, or null: by the key
   * @param from    of it, key and headers are taken
   * @param value   what is published; null is a tombstone. Not copied: leave it as it is
   * @param edited  whether it is another value than it was
   * @param earlier what was published of the same letter before, the oldest first, as far as this process knows
   */
  record Ready(Source letter, String topic, Integer to, Original from, byte[] key, byte[] value, boolean edited, List<Done> earlier)
      implements Republication {
    public Ready {
      Objects.requireNonNull(letter, "letter");
      Objects.requireNonNull(topic, "topic");
      earlier = List.copyOf(earlier);
    }
  }

  /**
   * It cannot.
   *
   * @param message what is wrong
   * @param mend    what to do instead
   */
  record Refused(String message, String mend) implements Republication {
    public Refused {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(mend, "mend");
    }
  }

  /**
   * It was published.
   *
   * @param by who had it done
   * @param at when
   * @param to where it stands now
   */
  record Done(String by, Instant at, Source to) {}
}
