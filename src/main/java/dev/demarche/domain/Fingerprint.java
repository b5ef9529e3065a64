package dev.demarche.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * A bottom-k sketch of a text's shingles of three words: the {@value #SIZE} lowest of their 32-bit hashes (Broder, "On the resemblance and
 * containment of documents", 1997; Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007). Below the lower of two sketches' highest
 * values both are random samples of their texts' shingles by the same rule, so the share of the smaller sample that stands in the other
 * estimates how much of the shorter text the longer one contains: a text that was cut is contained in the whole, though the two are not alike. Safe
 * for use by several threads.
 */
public final class Fingerprint {
  /** A text of which the longer one contains so large a share is a copy; chosen on made pairs, {@code docs/benchmarks.md} says how. */
  public static final double COPY = 0.36;
  /** So many common shingles it takes in the samples, where the texts are not equal: fewer are a phrase, not a text. */
  public static final int FEWEST = 8;
  /** How many hashes are kept, 4 bytes each. */
  public static final int SIZE = 96;

  private static final double PASSAGE = 0.12;
  private static final int PASSAGE_FEWEST = 5;
  private static final int SHINGLE = 3;
  private static final byte FORM = 2;
  private static final int INITIAL = 1 << 10;
  private static final Fingerprint NOTHING = new Fingerprint(new int[0]);

  /** Ascending and distinct; all of the text's where fewer than {@link #SIZE}. */
  private final int[] lowest;

  private Fingerprint(int[] lowest) {
    this.lowest = lowest;
  }

  /** The fingerprint of a text; case, punctuation and white space do not count. */
  public static Fingerprint of(String text) {
    int[] hashes = new int[INITIAL];
    int count = 0;
    long[] last = new long[SHINGLE];
    int words = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        word = word * 0x100000001B3L + Character.toLowerCase(text.charAt(i)) + 1;
      } else if (word != 0) {
        last[words++ % SHINGLE] = word;
        word = 0;
        if (words >= SHINGLE) {
          hashes = count < hashes.length ? hashes : Arrays.copyOf(hashes, 2 * count);
          hashes[count++] = shingle(last, words);
        }
      }
    }
    if (words > 0 && words < SHINGLE) {
      hashes[count++] = shingle(last, SHINGLE);
    }
    Arrays.sort(hashes, 0, count);
    return new Fingerprint(lowest(hashes, count));
  }

  private static int[] lowest(int[] sorted, int count) {
    int[] lowest = new int[Math.min(count, SIZE)];
    int kept = 0;
    for (int i = 0; i < count && kept < SIZE; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        lowest[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(lowest, kept);
  }

  /** The three words that end with the last of {@code words}, mixed as in SplitMix64. */
  private static int shingle(long[] last, int words) {
    long hash = 0;
    for (int k = 0; k < SHINGLE; k++) {
      hash = (hash ^ last[(words + k) % SHINGLE]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    return (int) (hash >>> 32);
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException if {@code encoded} is no fingerprint of this form
   */
  public static Fingerprint decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    int count = (bytes.length - 1) / Integer.BYTES;
    if (bytes.length == 0 || bytes.length != 1 + count * Integer.BYTES || count > SIZE || bytes[0] != FORM) {
      throw new IllegalArgumentException("no fingerprint of this form: " + bytes.length + " bytes");
    }
    int[] lowest = new int[count];
    ByteBuffer.wrap(bytes, 1, bytes.length - 1).asIntBuffer().get(lowest);
    for (int i = 1; i < count; i++) {
      if (lowest[i] <= lowest[i - 1]) {
        throw new IllegalArgumentException("a fingerprint's hashes ascend; number " + i + " does not");
      }
    }
    return new Fingerprint(lowest);
  }

  /** {@link #decode}, or null where there is none or one of another form: others may write to the topics that fingerprints are read from. */
  public static Fingerprint read(String encoded) {
    try {
      return encoded == null ? null : decode(encoded);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether of two texts with these encoded fingerprints one is a copy of the other. Null shows no copy, and neither does what is no fingerprint. */
  public static boolean copies(String one, String other) {
    Fingerprint first = read(one);
    Fingerprint second = first == null ? null : read(other);
    return second != null && first.copies(second);
  }

  /** Whether one of the two texts is a copy of the other: the same, cut, with something put before or behind it, or lightly edited. */
  public boolean copies(Fingerprint other) {
    Overlap overlap = overlap(other, NOTHING);
    return overlap.isCopy() || lowest.length > 0 && Arrays.equals(lowest, other.lowest);
  }

  /**
   * The same, where both texts are known to quote {@code quoted}, so that having it in common tells nothing. Where a text has little else, it counts
   * nevertheless.
   */
  public boolean copies(Fingerprint other, Fingerprint quoted) {
    Overlap beside = overlap(other, quoted);
    return beside.smaller < 2 * FEWEST ? copies(other) : beside.isCopy();
  }

  /** Whether the texts have a passage in common, such as a quotation: what articles on one topic of different hands seldom have without one. */
  public boolean sharesPassage(Fingerprint other) {
    Overlap overlap = overlap(other, NOTHING);
    return overlap.common >= PASSAGE_FEWEST && overlap.containment() >= PASSAGE || copies(other);
  }

  /** Estimated share of the shorter text's shingles that the longer one has, 0 to 1. */
  public double containment(Fingerprint other) {
    return overlap(other, NOTHING).containment();
  }

  /** Estimated number of the text's distinct shingles (Bar-Yossef et al., "Counting distinct elements in a data stream", 2002). */
  public int shingles() {
    if (lowest.length < SIZE) {
      return lowest.length;
    }
    double reached = (lowest[SIZE - 1] - (double) Integer.MIN_VALUE + 1) / (1L << Integer.SIZE);
    return (int) ((SIZE - 1) / reached);
  }

  private Overlap overlap(Fingerprint other, Fingerprint without) {
    int reach = Math.min(reach(), other.reach());
    int mine = 0;
    int common = 0;
    for (int i = 0, j = 0; i < lowest.length && lowest[i] <= reach; i++) {
      if (!without.has(lowest[i])) {
        mine++;
        while (j < other.lowest.length && other.lowest[j] < lowest[i]) {
          j++;
        }
        common += j < other.lowest.length && other.lowest[j] == lowest[i] ? 1 : 0;
      }
    }
    int others = 0;
    for (int j = 0; j < other.lowest.length && other.lowest[j] <= reach; j++) {
      others += without.has(other.lowest[j]) ? 0 : 1;
    }
    return new Overlap(common, Math.min(mine, others));
  }

  private boolean has(int hash) {
    return lowest.length > 0 && Arrays.binarySearch(lowest, hash) >= 0;
  }

  /** Up to here every shingle of the text is in the sketch. */
  private int reach() {
    return lowest.length < SIZE ? Integer.MAX_VALUE : lowest[SIZE - 1];
  }

  /** The {@code count} lowest hashes, or all there are. */
  int[] lowest(int count) {
    return Arrays.copyOf(lowest, Math.min(count, lowest.length));
  }

  /** Base64 of a byte that says the form, and the hashes. */
  public String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(1 + lowest.length * Integer.BYTES).put(FORM);
    bytes.asIntBuffer().put(lowest);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && Arrays.equals(lowest, that.lowest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lowest);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "fingerprint of about %d shingles", shingles());
  }

  /** What two samples have in common, and the size of the smaller one. */
  private record Overlap(int common, int smaller) {
    double containment() {
      return smaller == 0 ? 0 : (double) common / smaller;
    }

    boolean isCopy() {
      return common >= FEWEST && containment() >= COPY;
    }
  }
}
