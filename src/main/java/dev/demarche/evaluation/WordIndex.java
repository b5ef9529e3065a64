package dev.demarche.evaluation;

import dev.demarche.domain.StatementKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text, numbered from 0: runs of letters, numbers and underscores. Spans are compared by the words that they touch, so that
 * punctuation, quotation marks and white space at an edge cost nothing. Immutable.
 */
final class WordIndex {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private final String text;
  private final List<Range> words = new ArrayList<>();
  private final BitSet quoted = new BitSet();

  WordIndex(String text) {
    this.text = text;
    boolean inside = false;
    int at = 0;
    for (Matcher m = WORD.matcher(text); m.find(); ) {
      for (; at < m.start(); at++) {
        inside = quotedBehind(text.charAt(at), inside);
      }
      quoted.set(words.size(), inside);
      words.add(new Range(m.start(), m.end()));
    }
  }

  /** Straight marks toggle, curly ones open and close, and a quotation ends with its line. */
  private static boolean quotedBehind(char c, boolean inside) {
    return switch (c) {
      case '"' -> !inside;
      case '\u201c' -> true;
      case '\u201d', '\n' -> false;
      default -> inside;
    };
  }

  /** The words that {@code ranges} touch; half a surrogate pair at a range's end counts as outside. */
  BitSet touchedBy(List<Range> ranges) {
    BitSet touched = new BitSet();
    for (Range range : ranges) {
      int end = whole(range.end());
      for (int i = firstEndingBehind(whole(range.begin())); i < words.size() && words.get(i).begin() < end; i++) {
        touched.set(i);
      }
    }
    return touched;
  }

  private int whole(int offset) {
    boolean halves = offset > 0 && offset < text.length() && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return halves ? offset - 1 : offset;
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Direct if all of {@code words} are quoted, indirect if none is. */
  StatementKind kind(BitSet words) {
    BitSet within = (BitSet) words.clone();
    within.and(quoted);
    return within.equals(words) ? StatementKind.DIRECT : within.isEmpty() ? StatementKind.INDIRECT : StatementKind.MIXED;
  }

  /** {@code words} as they stand in the text, with single spaces between them. */
  String show(BitSet words) {
    return words.stream().mapToObj(this.words::get).map(word -> text.substring(word.begin(), word.end())).collect(Collectors.joining(" "));
  }
}
