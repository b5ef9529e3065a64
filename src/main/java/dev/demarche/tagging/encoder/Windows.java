package dev.demarche.tagging.encoder;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a text into windows, as the training does. Paragraphs are packed in order while they fit; one that is too long by itself is cut behind
 * a sentence. All the windows together take linear time, and none has more than the most pieces, special ones included.
 */
final class Windows implements Iterator<Window> {
  /** Pieces that each window has beside those of its paragraphs. */
  private static final int EDGES = 2;
  private static final String CLOSING = "\"'\u201d\u2019\u00bb)]";

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
    int left = budget - EDGES;
    while (end < words.size()) {
      int next = end;
      int cost = 1;
      while (next < words.size() && !newParagraph(next, end) && cost <= left) {
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

  /** Behind the last sentence that ends in the second half of the room, else behind the last word that has room. */
  private int cut(int begin, int room) {
    int hard = begin + 1;
    while (hard < words.size() && pieces.count(begin, hard + 1) <= room) {
      hard++;
    }
    for (int end = hard; end > begin && pieces.count(begin, end) > room / 2; end--) {
      if (sentenceEnds(begin, end)) {
        return end;
      }
    }
    return hard;
  }

  /** Whether a full stop, an exclamation mark or a question mark and all the marks that close behind it stand before {@code end}. */
  private boolean sentenceEnds(int begin, int end) {
    if (end < words.size() && !newParagraph(end, end - 1) && is(end, CLOSING)) {
      return false;
    }
    int last = end - 1;
    while (last > begin && is(last, CLOSING)) {
      last--;
    }
    return is(last, ".!?");
  }

  private boolean is(int word, String marks) {
    return marks.indexOf(words.text().charAt(words.begin(word))) >= 0;
  }

  private boolean newParagraph(int word, int earlier) {
    return words.paragraph(word) != words.paragraph(earlier);
  }

  private int before(int begin) {
    int from = begin;
    int left = context;
    while (from > 0 && pieces.count(from - 1) < left) {
      from--;
      left -= pieces.count(from) + (newParagraph(from + 1, from) ? 1 : 0);
    }
    return from;
  }

  private int behind(int end) {
    int to = end;
    int left = context;
    while (to < words.size() && pieces.count(to) < left) {
      left -= pieces.count(to) + (newParagraph(to, to - 1) ? 1 : 0);
      to++;
    }
    return to;
  }
}
