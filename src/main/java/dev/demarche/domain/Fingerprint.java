package dev.demarche.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A MinHash signature of a text's shingles of three words (Broder, "On the resemblance and containment of documents", 1997):
 * the share of equal slots estimates the Jaccard similarity of the two shingle sets. 32 slots of 32 bits, 128 bytes.
 */
public final class Fingerprint {
  /** From this similarity on, one text is a copy of the other. */
  public static final double COPY = 0.8;

  private static final int SLOTS = 32;
  private static final int SHINGLE = 3;
  private static final long[] MULTIPLIERS = new long[SLOTS];
  private static final long[] ADDENDS = new long[SLOTS];

  static {
    SplittableRandom random = new SplittableRandom(0x5EED);
    for (int i = 0; i < SLOTS; i++) {
      MULTIPLIERS[i] = random.nextLong() | 1;
      ADDENDS[i] = random.nextLong();
    }
  }

  private final int[] slots;

  private Fingerprint(int[] slots) {
    this.slots = slots;
  }

  /** The signature of a text; case, punctuation and white space do not count. A text without a word has all slots at their maximum. */
  public static Fingerprint of(String text) {
    int[] slots = new int[SLOTS];
    Arrays.fill(slots, -1);
    long[] last = new long[SHINGLE];
    int words = 0;
    long word = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= lower.length(); i++) {
      if (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) {
        word = word * 0x100000001B3L + lower.charAt(i) + 1;
      } else if (word != 0) {
        last[words++ % SHINGLE] = word;
        word = 0;
        if (words >= SHINGLE) {
          minimise(slots, shingle(last, words));
        }
      }
    }
    if (words > 0 && words < SHINGLE) {
      minimise(slots, shingle(last, SHINGLE));
    }
    return new Fingerprint(slots);
  }

  private static long shingle(long[] last, int words) {
    long hash = 0;
    for (int k = 0; k < SHINGLE; k++) {
      hash = (hash ^ last[(words + k) % SHINGLE]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static void minimise(int[] slots, long shingle) {
    for (int i = 0; i < SLOTS; i++) {
      int value = (int) ((shingle * MULTIPLIERS[i] + ADDENDS[i]) >>> 32);
      if (Integer.compareUnsigned(value, slots[i]) < 0) {
        slots[i] = value;
      }
    }
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if {@code encoded} is no fingerprint
   */
  public static Fingerprint decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    if (bytes.length != SLOTS * Integer.BYTES) {
      throw new IllegalArgumentException("a fingerprint has " + SLOTS * Integer.BYTES + " bytes, not " + bytes.length);
    }
    int[] slots = new int[SLOTS];
    ByteBuffer.wrap(bytes).asIntBuffer().get(slots);
    return new Fingerprint(slots);
  }

  /**
   * Whether of two texts with these encoded signatures one is a copy of the other. Null shows no copy, and neither does what is no fingerprint,
   * for others may write to the topics that signatures are read from.
   */
  public static boolean copies(String one, String other) {
    try {
      return one != null && other != null && decode(one).similarity(decode(other)) >= COPY;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Base64 of the slots. */
  public String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(SLOTS * Integer.BYTES);
    bytes.asIntBuffer().put(slots);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** Estimated Jaccard similarity of the two texts' shingles, 0 to 1. */
  public double similarity(Fingerprint other) {
    int same = 0;
    for (int i = 0; i < SLOTS; i++) {
      same += slots[i] == other.slots[i] ? 1 : 0;
    }
    return (double) same / SLOTS;
  }
}
