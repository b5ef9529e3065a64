package dev.demarche.tagging.encoder;

import java.util.HashMap;
import java.util.Map;

/** The word pieces that a model knows; a piece's number is its line, from 0. Immutable. */
final class Vocabulary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int size;
  private final int longest;
  private final int cls;
  private final int sep;
  private final int unknown;

  /**
   * Reads a vocabulary, one piece a line.
   *
   * @param file the name that errors tell
   */
  Vocabulary(String lines, String file) {
    int most = 0;
    int number = 0;
    for (String piece : lines.split("\r?\n")) {
      numbers.put(piece, number++);
      most = Math.max(most, piece.length());
    }
    size = number;
    longest = most;
    cls = special("[CLS]", file);
    sep = special("[SEP]", file);
    unknown = special("[UNK]", file);
  }

  private int special(String piece, String file) {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IllegalArgumentException(file + ": no line " + piece + "; take the vocabulary that the model was trained with");
    }
    return number;
  }

  /** The number of {@code piece}, or null. */
  Integer number(String piece) {
    return numbers.get(piece);
  }

  /** Number of pieces. */
  int size() {
    return size;
  }

  /** Code units of the longest piece. */
  int longest() {
    return longest;
  }

  int cls() {
    return cls;
  }

  int sep() {
    return sep;
  }

  int unknown() {
    return unknown;
  }
}
