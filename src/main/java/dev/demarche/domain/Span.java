package dev.demarche.domain;

import java.util.Objects;

/**
 * A piece of an article's text: a half-open range of UTF-16 code units and the characters that stand there.
 *
 * @param begin index of the first code unit, 0 or more
 * @param end   index behind the last code unit, {@code begin} or more
 * @param text  the characters of the range, never null, {@code end - begin} code units long
 */
public record Span(int begin, int end, String text) {

  public Span {
    Objects.requireNonNull(text, "text");
    if (begin < 0 || end < begin || text.length() != end - begin) {
      throw new IllegalArgumentException("span [" + begin + ", " + end + ") does not fit a text of " + text.length() + " code units");
    }
  }

  /** The span of {@code text} from {@code begin} to {@code end}. */
  public static Span of(String text, int begin, int end) {
    return new Span(begin, end, text.substring(begin, end));
  }

  /** Whether {@code other} lies wholly within this span. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /**
   * This span; where it is longer than {@code most} code units, the part of that length that starts a little before {@code inner}, which it contains.
   */
  public Span around(Span inner, int most) {
    if (length() <= most) {
      return this;
    }
    int from = Math.max(0, Math.min(inner.begin - begin - most / 4, length() - most));
    int to = from + most;
    from += from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
    to -= to < length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
    return new Span(begin + from, begin + to, text.substring(from, to));
  }

  /** Number of code units. */
  public int length() {
    return end - begin;
  }
}
