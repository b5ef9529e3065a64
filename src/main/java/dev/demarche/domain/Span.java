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

  /** Number of code units. */
  public int length() {
    return end - begin;
  }
}
