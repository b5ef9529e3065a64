package dev.demarche.tagging.text;

/**
 * A sentence as a range of tokens.
 *
 * @param from      index of its first token
 * @param to        index behind its last token
 * @param paragraph number of the paragraph it stands in
 */
public record Sentence(int from, int to, int paragraph) {

  /** Whether {@code token} is one of its tokens. */
  public boolean holds(int token) {
    return from <= token && token < to;
  }
}
