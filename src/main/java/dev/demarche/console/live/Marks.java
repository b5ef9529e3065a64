package dev.demarche.console.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * How far each partition of each topic had been read: what an event's id says. Instances read partitions in different order, so no single number says what a
 * viewer has; this does, to whichever instance it comes back. Written as base64url of a version, the topics' identity, the time and a varint for each partition.
 * Immutable.
 *
 * @param topics  hash of which topics these are; another one where they were made anew, so that offsets began again
 * @param seconds when the last record that was read was written, in seconds since 1970
 * @param next    by topic and partition the offset of the first record that was not read
 */
record Marks(int topics, long seconds, long[][] next) {
  private static final byte VERSION = 1;
  private static final int MOST_PARTITIONS = 10_000;

  Marks {
    Objects.requireNonNull(next, "next");
  }

  /** The first record of a partition that was not read; 0 of one that was not known. */
  long next(int topic, int partition) {
    return topic < next.length && partition < next[topic].length ? next[topic][partition] : 0;
  }

  /** For each partition whichever of both is further on. */
  Marks or(Marks other) {
    long[][] both = new long[Math.max(next.length, other.next.length)][];
    for (int t = 0; t < both.length; t++) {
      both[t] = new long[Math.max(t < next.length ? next[t].length : 0, t < other.next.length ? other.next[t].length : 0)];
      for (int p = 0; p < both[t].length; p++) {
        both[t][p] = Math.max(next(t, p), other.next(t, p));
      }
    }
    return new Marks(topics, Math.max(seconds, other.seconds), both);
  }

  /** Whether no partition of {@code other} is further on. */
  boolean covers(Marks other) {
    return missing(other) == 0;
  }

  /** How many offsets {@code other} is further on, over all partitions where it is. */
  long missing(Marks other) {
    long sum = 0;
    for (int t = 0; t < other.next.length; t++) {
      for (int p = 0; p < other.next[t].length; p++) {
        sum += Math.max(0, other.next[t][p] - next(t, p));
      }
    }
    return sum;
  }

  /** As an event's id: letters, digits, hyphens and underscores. */
  String write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    out.write(VERSION);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(topics).array());
    varint(out, seconds);
    for (long[] topic : next) {
      varint(out, topic.length);
      for (long offset : topic) {
        varint(out, offset);
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** What {@code id} says; empty where it is none of ours. */
  static Optional<Marks> read(String id) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
      if (in.get() != VERSION) {
        return Optional.empty();
      }
      int topics = in.getInt();
      long seconds = varint(in);
      long[][] next = new long[0][];
      while (in.hasRemaining()) {
        long partitions = varint(in);
        if (partitions < 0 || partitions > Math.min(MOST_PARTITIONS, in.remaining())) {
          return Optional.empty();
        }
        next = Arrays.copyOf(next, next.length + 1);
        next[next.length - 1] = new long[(int) partitions];
        for (int p = 0; p < partitions; p++) {
          next[next.length - 1][p] = varint(in);
        }
      }
      return Optional.of(new Marks(topics, seconds, next));
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number that is too long");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Marks m && topics == m.topics && seconds == m.seconds && Arrays.deepEquals(next, m.next);
  }

  @Override
  public int hashCode() {
    return Objects.hash(topics, seconds, Arrays.deepHashCode(next));
  }

  @Override
  public String toString() {
    return "Marks[" + topics + ", " + seconds + ", " + Arrays.deepToString(next) + "]";
  }
}
