package dev.demarche.evaluation;

/**
 * A piece of a text that the file which names it does not repeat: it may reach beyond the text's end, and then holds nothing there.
 *
 * @param begin first UTF-16 code unit, 0 or more
 * @param end   behind the last code unit, {@code begin} or more
 */
public record Range(int begin, int end) {

  public Range {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("[" + begin + ", " + end + ") is no range: offsets start at 0, and the end is not before the begin");
    }
  }
}
