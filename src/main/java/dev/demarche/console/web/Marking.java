package dev.demarche.console.web;

import dev.demarche.domain.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts a text where what is marked in it begins and ends. */
public final class Marking {
  private Marking() {}

  /** Makes a piece. */
  public interface Making<P> {

    /** A piece of {@code text}, all of which is marked in the one way, in the other, in both or in neither. */
    P of(String text, boolean one, boolean other);
  }

  /** The characters of {@code whole} that stand in one of {@code spans}, counted from its begin; what lies outside of it is left out. */
  public static BitSet within(Span whole, List<Span> spans) {
    BitSet marked = new BitSet(whole.length());
    for (Span span : spans) {
      int begin = Math.max(0, span.begin() - whole.begin());
      int end = Math.min(whole.length(), span.end() - whole.begin());
      if (begin < end) {
        marked.set(begin, end);
      }
    }
    return marked;
  }

  /** The pieces of {@code text}, in order, none of them empty. */
  public static <P> List<P> cut(String text, BitSet one, BitSet other, Making<P> making) {
    return cut(text, 0, text.length(), one, other, making);
  }

  /** The pieces of {@code text} from {@code from} up to {@code to}. */
  public static <P> List<P> cut(String text, int from, int to, BitSet one, BitSet other, Making<P> making) {
    List<P> pieces = new ArrayList<>();
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || one.get(i) != one.get(begin) || other.get(i) != other.get(begin)) {
        pieces.add(making.of(text.substring(begin, i), one.get(begin), other.get(begin)));
        begin = i;
      }
    }
    return pieces;
  }
}
