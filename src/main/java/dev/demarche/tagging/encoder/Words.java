package dev.demarche.tagging.encoder;

import java.util.Arrays;
import java.util.Objects;

/**
 * The words of a text as the model knows them: runs of letters, digits, underscores and combining marks, and every other mark by itself.
 * A paragraph ends with its line. Immutable.
 */
public final class Words {
  private final String text;
  private final int size;
  private final int[] begins;
  private final int[] ends;
  private final int[] paragraphs;
  private final boolean[] quoted;

  private Words(String text, int size, int[] begins, int[] ends, int[] paragraphs, boolean[] quoted) {
    this.text = text;
    this.size = size;
    this.begins = Arrays.copyOf(begins, size);
    this.ends = Arrays.copyOf(ends, size);
    this.paragraphs = Arrays.copyOf(paragraphs, size);
    this.quoted = Arrays.copyOf(quoted, size);
  }

  /**
   * The words of {@code text}, in linear time.
   *
   * @param text any text, not null; lone surrogates are marks
   */
  public static Words of(String text) {
    Objects.requireNonNull(text, "text");
    int[] begins = new int[text.length() / 4 + 8];
    int[] ends = new int[begins.length];
    int[] paragraphs = new int[begins.length];
    boolean[] quoted = new boolean[begins.length];
    QuoteState quotes = new QuoteState();
    int size = 0;
    int line = 0;
    int lineOfLast = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Letters.space(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
        continue;
      }
      int behind = end(text, at, c);
      if (size == begins.length) {
        int more = (int) Math.min(text.length(), size * 2L);
        begins = Arrays.copyOf(begins, more);
        ends = Arrays.copyOf(ends, more);
        paragraphs = Arrays.copyOf(paragraphs, more);
        quoted = Arrays.copyOf(quoted, more);
      }
      boolean first = size == 0 || line > lineOfLast;
      if (first) {
        quotes.paragraph();
      }
      begins[size] = at;
      ends[size] = behind;
      paragraphs[size] = size == 0 ? 0 : paragraphs[size - 1] + (first ? 1 : 0);
      quoted[size] = quotes.next(c);
      lineOfLast = line;
      size++;
      at = behind;
    }
    return new Words(text, size, begins, ends, paragraphs, quoted);
  }

  private static int end(String text, int at, int first) {
    int behind = at + Character.charCount(first);
    if (!Letters.word(first)) {
      return behind;
    }
    while (behind < text.length()) {
      int c = text.codePointAt(behind);
      if (!Letters.word(c)) {
        break;
      }
      behind += Character.charCount(c);
    }
    return behind;
  }

  /** The text, as it was given. */
  public String text() {
    return text;
  }

  /** Number of words, 0 for a blank text. */
  public int size() {
    return size;
  }

  /** First UTF-16 code unit of word {@code i}. */
  public int begin(int i) {
    return begins[i];
  }

  /** Index behind the last UTF-16 code unit of word {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** Number of the paragraph that holds word {@code i}, from 0; lines without words are not counted. */
  public int paragraph(int i) {
    return paragraphs[i];
  }

  /** Whether word {@code i} stands inside double quotation marks, or is the mark that closes them. */
  public boolean quoted(int i) {
    return quoted[i];
  }

  /** Word {@code i} as it stands in the text. */
  public String word(int i) {
    return text.substring(begins[i], ends[i]);
  }
}
