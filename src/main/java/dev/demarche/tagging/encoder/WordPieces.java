package dev.demarche.tagging.encoder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts words into the pieces of a vocabulary: lower case, without accents, the longest piece first (WordPiece, Wu et al. 2016). Written here
 * because OpenNLP's cuts at underscores, adds special pieces and knows no numbers. Safe for threads; remembers words up to a bound.
 */
final class WordPieces {
  /** Code points beyond which a word is not cut. A word that would fall into more pieces, as Hangul may, is not cut either: a window holds it. */
  static final int LONGEST_WORD = 100;
  private static final int REMEMBERED = 1 << 15;
  private static final int REMEMBERED_LENGTH = 24;

  private final Vocabulary vocabulary;
  private final int[] unknown;
  private final Map<String, int[]> known = new ConcurrentHashMap<>();

  WordPieces(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = new int[] {vocabulary.unknown()};
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The numbers of the pieces of {@code word}, from 1 to {@value #LONGEST_WORD} of them; not to be changed. */
  int[] of(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return unknown;
    }
    if (word.length() > REMEMBERED_LENGTH) {
      return cut(plain(word));
    }
    int[] pieces = known.get(word);
    if (pieces == null) {
      pieces = cut(plain(word));
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(word, pieces);
    }
    return pieces;
  }

  private static String plain(String word) {
    if (word.length() == 1) {
      char c = word.charAt(0);
      if ("\u201c\u201d\u201e\u201f\u00ab\u00bb".indexOf(c) >= 0) {
        return "\"";
      }
      if (c == '\u2019' || c == '\u2018') {
        return "'";
      }
    }
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private int[] cut(String word) {
    int length = word.length();
    int[] pieces = new int[length];
    int count = 0;
    int begin = 0;
    while (begin < length) {
      int end = Math.min(length, begin + vocabulary.longest());
      Integer piece = null;
      while (piece == null && end > begin) {
        piece = vocabulary.number(begin == 0 ? word.substring(0, end) : "##" + word.substring(begin, end));
        end -= piece == null ? 1 : 0;
      }
      if (piece == null) {
        return unknown;
      }
      pieces[count++] = piece;
      begin = end;
    }
    return count == 0 || count > LONGEST_WORD ? unknown : Arrays.copyOf(pieces, count);
  }
}
