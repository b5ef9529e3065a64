package dev.demarche.tagging.text;

/**
 * Words between quotation marks, within one paragraph.
 *
 * @param open      index of the opening mark's token
 * @param close     index of the closing mark's token, or behind the paragraph's last token where none closes it
 * @param closed    whether a mark closes it
 * @param paragraph number of the paragraph
 */
public record Quote(int open, int close, boolean closed, int paragraph) {

  /** Index of the first token within. */
  public int from() {
    return open + 1;
  }

  /** Index behind the last token within. */
  public int to() {
    return close;
  }

  /** Index behind the whole, marks and all. */
  public int behind() {
    return closed ? close + 1 : close;
  }

  /** Number of tokens within. */
  public int size() {
    return close - open - 1;
  }
}
