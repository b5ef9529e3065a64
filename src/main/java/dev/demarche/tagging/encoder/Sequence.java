package dev.demarche.tagging.encoder;

import java.nio.LongBuffer;

/** A window written down as the model's input. */
final class Sequence {
  private Sequence() {}

  /**
   * Writes {@code window}: a beginning, the pieces of its words, and an end behind each paragraph and behind the last word. Word types stand
   * beside the pieces, 0 beside the special ones.
   *
   * @return for each word of the window the place of its first piece
   */
  static int[] write(Window window, Pieces pieces, Vocabulary vocabulary, LongBuffer ids, LongBuffer types) {
    Words words = pieces.words();
    int[] firsts = new int[window.to() - window.from()];
    ids.clear().put(vocabulary.cls());
    types.clear().put(0);
    for (int i = window.from(); i < window.to(); i++) {
      if (i > window.from() && words.paragraph(i) != words.paragraph(i - 1)) {
        ids.put(vocabulary.sep());
        types.put(0);
      }
      firsts[i - window.from()] = ids.position();
      for (int k = 0; k < pieces.count(i); k++) {
        ids.put(pieces.piece(i, k));
        types.put(pieces.type(i));
      }
    }
    ids.put(vocabulary.sep()).flip();
    types.put(0).flip();
    return firsts;
  }
}
