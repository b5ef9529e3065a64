package dev.demarche.tagging.encoder;

/** Kinds of code points, as the regular expressions of the training's language know them. */
final class Letters {
  private static final int LETTERS = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER | 1 << Character.TITLECASE_LETTER
      | 1 << Character.MODIFIER_LETTER | 1 << Character.OTHER_LETTER;
  private static final int NUMBERS = 1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

  private Letters() {}

  /** Whether {@code c} goes on a word: a letter, a number, an underscore or a combining mark of Latin, Greek or Cyrillic. */
  static boolean word(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
    return (1 << Character.getType(c) & (LETTERS | NUMBERS)) != 0 || c >= 0x300 && c <= 0x36f;
  }

  /** Whether {@code c} is a letter. */
  static boolean letter(int c) {
    return (1 << Character.getType(c) & LETTERS) != 0;
  }

  /** Whether {@code c} is white space, no-break spaces and separators of information among it; never outside the first plane. */
  static boolean space(int c) {
    return c == ' ' || c >= 0x09 && c <= 0x0d || c >= 0x1c && c <= 0x1f || c == 0x85
        || c > 0x85 && (Character.isSpaceChar(c));
  }
}
