package dev.demarche.tagging.encoder;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a text into windows. Paragraphs are packed in order while they fit; one that is too long by itself is cut behind a sentence. All the
 * windows together take linear time. A piece is counted for the window's beginning, and one for the end of each paragraph in it.
 */
final class Windows implements Iterator<Window> {
  private final Pieces pieces;
  private final Words words;
  private final int budget;
  private final int context;
  private int at;

  /**
   * @param window  most pieces of a window
   * @param context most pieces of context at each edge
   */
  Windows(Pieces pieces, int window, int context) {
    this.pieces = pieces;
    this.words = pieces.words();
    this.budget = window - 2 * context;
    this.context = context;
  }

  @Override
  public boolean hasNext() {
    return at < words.size();
  }

  @Override
  public Window next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no window is left");
    }
    int begin = at;
    at = packed(begin);
    return new Window(before(begin), behind(at), begin, at);
  }

  private int packed(int begin) {
    int end = begin;
    int left = budget - 1;
    while (end < words.size()) {
      int next = end;
      int cost = 1;
      while (next < words.size() && words.paragraph(next) == words.paragraph(end) && cost <= left) {
        cost += pieces.count(next);
        next++;
      }
      if (cost > left) {
        return end == begin ? cut(begin, left - 1) : end;
      }
      left -= cost;
      end = next;
    }
    return end;
  }

  private int cut(int begin, int room) {
    int hard = begin + 1;
    while (hard < words.size() && pieces.count(begin, hard + 1) <= room) {
      hard++;
    }
    for (int end = hard; end > begin + 1 && pieces.count(begin, end) * 2 > room; end--) {
      if (sentenceEnds(end)) {
        return end;
      }
    }
    return hard;
  }

  /** Whether a blank follows a full stop, an exclamation mark or a question mark and the marks that close behind it. */
  private boolean sentenceEnds(int end) {
    if (end < words.size() && words.begin(end) == words.end(end - 1)) {
      return false;
    }
    int last = end - 1;
    while (last > 0 && words.begin(last) == words.end(last - 1) && is(last, "\"'\u201d\u2019\u201c\u00bb\u00ab)]}")) {
      last--;
    }
    return is(last, ".!?");
  }

  private boolean is(int word, String marks) {
    return marks.indexOf(words.text().charAt(words.begin(word))) >= 0;
  }

  private int before(int begin) {
    int from = begin;
    int left = context;
    while (from > 0) {
      left -= pieces.count(from - 1) + (words.paragraph(from - 1) == words.paragraph(from) ? 0 : 1);
      if (left < 0) {
        break;
      }
      from--;
    }
    return from;
  }

  private int behind(int end) {
    int to = end;
    int left = context;
    while (to < words.size()) {
      left -= pieces.count(to) + (words.paragraph(to - 1) == words.paragraph(to) ? 0 : 1);
      if (left < 0) {
        break;
      }
      to++;
    }
    return to;
  }
}
