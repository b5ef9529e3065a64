package dev.demarche.tagging.encoder;

/** Goes through the words of a paragraph and knows whether double quotation marks are open, in any country's style. */
final class QuoteState {
  private static final int NONE = 0;
  private int open = NONE;

  /** A paragraph begins: what was open is closed. */
  void paragraph() {
    open = NONE;
  }

  /** Whether the word that begins with {@code c}, the next one, stands inside; a closing mark does, an opening mark does not. */
  boolean next(int c) {
    return switch (c) {
      case '"' -> open == NONE ? opens(c) : closes();
      case '\u201c' -> open == '\u201e' ? closes() : opens(c);
      case '\u00ab' -> open == '\u00bb' ? closes() : opens(c);
      case '\u00bb' -> open == NONE ? opens(c) : closes();
      case '\u201d' -> closes();
      case '\u201e' -> opens(c);
      default -> open != NONE;
    };
  }

  private boolean opens(int mark) {
    open = mark;
    return false;
  }

  private boolean closes() {
    boolean inside = open != NONE;
    open = NONE;
    return inside;
  }
}
