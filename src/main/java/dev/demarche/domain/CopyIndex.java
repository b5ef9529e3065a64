package dev.demarche.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds, among many fingerprints, those that a text is a copy of, without comparing it with each: an inverted index over the
 * {@value #BANDS} lowest hashes of each sketch (Broder et al., "Syntactic clustering of the web", 1997), which is locality-sensitive
 * hashing with bands of one row (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). A text cut to three tenths and edited
 * has five of them in common with the whole on average; two texts that share nothing seldom meet in one. What meets is compared.
 *
 * <p>About 650 bytes a text with its fingerprint. For one thread at a time.
 */
public final class CopyIndex {
  private static final int BANDS = 32;
  /** What stands in more texts than these is a phrase of the language and tells nothing. */
  private static final int MOST_OF_A_BAND = 16;
  private static final int NONE = -1;
  private static final int INITIAL = 16;

  private Fingerprint[] texts = new Fingerprint[INITIAL];
  private int[] met = new int[INITIAL];
  private int[] heads = new int[INITIAL * BANDS];
  private int[] hashes = new int[INITIAL * BANDS];
  private int[] nexts = new int[INITIAL * BANDS];
  private final int mostOfABand;
  private int size;
  private int live;
  private int asked;

  /** An empty one for any number of texts: of a text with very many copies it finds the newest. */
  public CopyIndex() {
    this(MOST_OF_A_BAND);
  }

  /**
   * An empty one.
   *
   * @param mostOfABand with how many texts at most, the newest first, a text is compared for one hash
   */
  public CopyIndex(int mostOfABand) {
    this.mostOfABand = mostOfABand;
    Arrays.fill(heads, NONE);
  }

  /** Puts a text in, and says under which number: 0, 1, 2 and so on. */
  public int add(Fingerprint text) {
    if (size == texts.length) {
      grow();
    }
    texts[size] = text;
    link(size);
    live++;
    return size++;
  }

  /** Takes a text out; its number is not given again. */
  public void remove(int number) {
    live -= texts[number] == null ? 0 : 1;
    texts[number] = null;
  }

  /** How many texts are in. */
  public int size() {
    return live;
  }

  /** How many numbers were given. */
  public int numbers() {
    return size;
  }

  /** The numbers of those that {@code text} is a copy of, or that are copies of it; in no order. */
  public List<Integer> copiesOf(Fingerprint text) {
    List<Integer> copies = new ArrayList<>();
    asked++;
    for (int hash : text.lowest(BANDS)) {
      int left = mostOfABand;
      for (int at = heads[slot(hash)]; at != NONE && left > 0; at = nexts[at], left--) {
        int number = at / BANDS;
        if (hashes[at] == hash && met[number] != asked) {
          met[number] = asked;
          if (texts[number] != null && text.copies(texts[number])) {
            copies.add(number);
          }
        }
      }
    }
    return copies;
  }

  private int slot(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ mixed >>> 16) & heads.length - 1;
  }

  private void link(int number) {
    int at = number * BANDS;
    for (int hash : texts[number].lowest(BANDS)) {
      int slot = slot(hash);
      hashes[at] = hash;
      nexts[at] = heads[slot];
      heads[slot] = at++;
    }
  }

  private void grow() {
    texts = Arrays.copyOf(texts, 2 * size);
    met = Arrays.copyOf(met, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size * BANDS);
    nexts = Arrays.copyOf(nexts, 2 * size * BANDS);
    heads = new int[2 * size * BANDS];
    Arrays.fill(heads, NONE);
    for (int number = 0; number < size; number++) {
      if (texts[number] != null) {
        link(number);
      }
    }
  }
}
