package dev.demarche.tagging.encoder;

import java.util.Arrays;
import java.util.Locale;

/** The pieces of all words of a text, one behind the other, and each word's type. Immutable. */
final class Pieces {
  private final Words words;
  private final int[] firsts;
  private final int[] numbers;
  private final byte[] types;

  private Pieces(Words words, int[] firsts, int[] numbers, byte[] types) {
    this.words = words;
    this.firsts = firsts;
    this.numbers = numbers;
    this.types = types;
  }

  static Pieces of(Words words, WordPieces cutter) {
    int[] firsts = new int[words.size() + 1];
    int[] numbers = new int[words.size() * 2 + 8];
    byte[] types = new byte[words.size()];
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      int[] pieces = cutter.of(word);
      int behind = firsts[i] + pieces.length;
      if (behind > numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(behind, numbers.length * 2));
      }
      System.arraycopy(pieces, 0, numbers, firsts[i], pieces.length);
      firsts[i + 1] = behind;
      types[i] = (byte) (capitals(word) + (words.quoted(i) ? 3 : 0));
    }
    return new Pieces(words, firsts, numbers, types);
  }

  /** 2 for a word all in capitals, 1 for a capital first letter, else 0. */
  private static int capitals(String word) {
    boolean more = word.length() > Character.charCount(word.codePointAt(0));
    if (more && word.codePoints().anyMatch(Letters::letter) && word.equals(word.toUpperCase(Locale.ROOT))) {
      return 2;
    }
    return Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
  }

  Words words() {
    return words;
  }

  /** Number of pieces of the words from {@code from} to {@code to}. */
  int count(int from, int to) {
    return firsts[to] - firsts[from];
  }

  /** Number of pieces of word {@code i}. */
  int count(int i) {
    return firsts[i + 1] - firsts[i];
  }

  /** Piece {@code k} of word {@code i}. */
  int piece(int i, int k) {
    return numbers[firsts[i] + k];
  }

  /** The type of all pieces of word {@code i}, from 0 to 5. */
  int type(int i) {
    return types[i];
  }
}
